import { GIFEncoder } from 'gifenc';
import { indexedColours } from './gifColours';

/** Colours of a frame: one less than a GIF can have, because one number stands for "as before". */
const COLOURS = 255;

/** What happens to a frame before the next one is shown: it stays below it. */
const STAYS = 1;

/** Writes a GIF frame by frame, each with its own colours; it is repeated for ever. */
export function gifWriter(width: number, height: number) {
  const gif = GIFEncoder();
  let before: Uint32Array | null = null;
  return {
    /**
     * Adds a frame. Only the pixels that have changed are written, which makes the film of a plot a twentieth as large.
     * @param rgba width x height pixels of four bytes; must not be changed afterwards
     * @param seconds how long the frame is shown
     */
    add(rgba: Uint8ClampedArray<ArrayBuffer>, seconds: number): void {
      const pixels = new Uint32Array(rgba.buffer);
      const changed = changedPixels(pixels, before);
      before = pixels;
      const { palette, index } = indexedColours(
        Uint32Array.from(changed, (pixel) => pixels[pixel] ?? 0),
        COLOURS,
      );
      const asBefore = palette.length;
      const frame = new Uint8Array(width * height).fill(asBefore);
      changed.forEach((pixel, i) => {
        frame[pixel] = index[i] ?? asBefore;
      });
      gif.writeFrame(frame, width, height, {
        palette: [...palette, [0, 0, 0]],
        delay: seconds * 1000,
        repeat: 0,
        transparent: true,
        transparentIndex: asBefore,
        dispose: STAYS,
      });
    },
    finish(): Uint8Array<ArrayBuffer> {
      gif.finish();
      return gif.bytes();
    },
  };
}

/** Indices of the pixels that differ from those of the frame before; of all pixels in the first frame. */
function changedPixels(pixels: Uint32Array, before: Uint32Array | null): Uint32Array {
  const changed = new Uint32Array(pixels.length);
  let count = 0;
  for (let i = 0; i < pixels.length; i += 1) {
    if (before && pixels[i] === before[i]) continue;
    changed[count] = i;
    count += 1;
  }
  return changed.subarray(0, count);
}
