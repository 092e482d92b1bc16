import { filmFormats, type FilmEncoder, type FilmFormat, type FilmSize } from './types';

/** One picture of a film: the position along the runs, in fractions of a step, and for how many seconds it is shown. */
export interface FilmFrame {
  readonly position: number;
  readonly seconds: number;
}

export interface FilmOptions {
  readonly format: FilmFormat;
  readonly frames: readonly FilmFrame[];
  /** The canvas that frames are painted on; it has its size before the first one. */
  readonly canvas: HTMLCanvasElement;
  /** Paints a frame. Must let the page do other work. */
  readonly paint: (position: number) => Promise<void>;
  /** Called after each frame with the number of frames that are done. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Frames a second: a GIF can only have whole hundredths of a second for each, and shows more frames slower. */
const RATE = 25;

/** Seconds for which the last picture stands. */
const HOLD = 1.5;

/**
 * The frames of a film from the start to the end of the runs. Equal pictures in a row are one frame.
 * @param last updates of the longest run
 * @param seconds how long the runs take
 * @param isBetween whether pictures between two steps are shown
 */
export function framesOf(last: number, seconds: number, isBetween: boolean): FilmFrame[] {
  const count = Math.max(2, Math.round(seconds * RATE));
  const frames: FilmFrame[] = [];
  for (let i = 0; i < count; i += 1) {
    const along = (i / (count - 1)) * last;
    const position = isBetween ? along : Math.round(along);
    const before = frames.at(-1);
    if (before?.position === position) frames[frames.length - 1] = { position, seconds: before.seconds + 1 / RATE };
    else frames.push({ position, seconds: 1 / RATE });
  }
  return frames.map((frame, i) => (i === frames.length - 1 ? { ...frame, seconds: frame.seconds + HOLD } : frame));
}

/** Makes a film. Rejects with an AbortError once `signal` is aborted. */
export async function filmOf({ format, frames, canvas, paint, onProgress, signal }: FilmOptions): Promise<Blob> {
  const encoder = await encoderFor(format, canvas);
  try {
    let at = 0;
    for (const [i, { position, seconds }] of frames.entries()) {
      signal.throwIfAborted();
      await paint(position);
      await encoder.add(at, seconds);
      at += seconds;
      onProgress(i + 1);
    }
    signal.throwIfAborted();
    return await encoder.finish();
  } finally {
    await encoder.close();
  }
}

async function encoderFor(format: FilmFormat, canvas: HTMLCanvasElement): Promise<FilmEncoder> {
  if (format === 'gif') return (await import('./gifEncoder')).gifEncoder(canvas);
  return (await import('./videoEncoder')).videoEncoder(canvas, format);
}

/** The formats that this browser can make at a size. */
export async function offeredFormats(size: FilmSize): Promise<FilmFormat[]> {
  if (!('VideoEncoder' in globalThis)) return ['gif'];
  const { canEncode } = await import('./videoEncoder');
  const able = await Promise.all(filmFormats.map(async (format) => format === 'gif' || canEncode(format, size)));
  return filmFormats.filter((_, i) => able[i]);
}
