import type { GifOrder, GifReply } from './gifWorker';
import type { FilmEncoder } from './types';

/** Writes a GIF in a worker: choosing the colours of a large frame takes a tenth of a second. */
export function gifEncoder(canvas: HTMLCanvasElement): FilmEncoder {
  const { width, height } = canvas;
  // Its pixels are read after every frame.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const worker = new Worker(new URL('./gifWorker.ts', import.meta.url), { type: 'module' });
  const order = (message: GifOrder, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const answer = () =>
    new Promise<GifReply>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<GifReply>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || 'the part that writes GIFs could not be loaded'));
    });
  order({ kind: 'start', width, height });
  return {
    async add(_, seconds) {
      const rgba = context?.getImageData(0, 0, width, height).data;
      if (!rgba) throw new Error('the browser has no room for this film');
      const written = answer();
      order({ kind: 'frame', rgba, seconds }, [rgba.buffer]);
      await written;
    },
    async finish() {
      const file = answer();
      order({ kind: 'finish' });
      const bytes = await file;
      if (!bytes) throw new Error('the GIF has no frames');
      return new Blob([bytes], { type: 'image/gif' });
    },
    close: () => Promise.resolve(worker.terminate()),
  };
}
