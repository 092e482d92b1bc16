import { gifWriter } from './gif';

/** What the page sends: the size, then frames, then the end. */
export type GifOrder =
  | { readonly kind: 'start'; readonly width: number; readonly height: number }
  | { readonly kind: 'frame'; readonly rgba: Uint8ClampedArray<ArrayBuffer>; readonly seconds: number }
  | { readonly kind: 'finish' };

/** What comes back: null for each frame that is written, at last the file. */
export type GifReply = Uint8Array<ArrayBuffer> | null;

let writer: ReturnType<typeof gifWriter> | null = null;

const reply = (answer: GifReply): void => postMessage(answer);

onmessage = ({ data: order }: MessageEvent<GifOrder>) => {
  if (order.kind === 'start') writer = gifWriter(order.width, order.height);
  else if (order.kind === 'frame') {
    writer?.add(order.rgba, order.seconds);
    reply(null);
  } else reply(writer?.finish() ?? null);
};
