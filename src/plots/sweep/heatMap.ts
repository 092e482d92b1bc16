import { at } from '../kit/geometry/at';
import type { Box } from '../kit/geometry/clip';
import type { SweepGrid } from './sweepGrid';
import type { ColourOf } from '../kit/paint/useColours';
import type { Heat } from './heat';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { strokeHatch } from '../kit/paint/hatch';

/** Grids, each over the one before it, as far as they are known: one run, one rectangle about its place. */
export function drawHeatMap(
  context: CanvasRenderingContext2D,
  grids: readonly SweepGrid[],
  heat: Heat,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, box);
  const first = grids[0]?.values;
  if (!first) return;
  const image = imagesOf(first, heat, colour);
  for (const grid of grids) if (grid.done > 0) drawGrid(context, grid, image(grid), box, colour, unit);
}

function drawGrid(
  context: CanvasRenderingContext2D,
  { width, height, done }: SweepGrid,
  image: HTMLCanvasElement,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  // Centres of the outermost pixels lie on the ends of the axes: half a pixel of the grid lies outside, and is cut off.
  const cell = {
    width: (box.right - box.left) / Math.max(1, width - 1),
    height: (box.bottom - box.top) / Math.max(1, height - 1),
  };
  const place = {
    left: box.left - cell.width / 2,
    right: box.left - cell.width / 2 + width * cell.width,
    bottom: box.bottom + cell.height / 2,
    top: box.bottom + cell.height / 2 - done * cell.height,
  };
  context.save();
  // To a whole pixel: half a pixel of paper would be a seam in the picture.
  clipTo(context, { ...place, top: Math.ceil(place.top) });
  context.fillStyle = colour(colours.paper);
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.strokeStyle = colour(colours.inkSoft);
  context.lineWidth = unit;
  strokeHatch(context, box, 6 * unit);
  context.imageSmoothingEnabled = false;
  context.drawImage(
    image,
    0,
    height - done,
    width,
    done,
    place.left,
    place.top,
    place.right - place.left,
    place.bottom - place.top,
  );
  context.restore();
}

/** Images of the grids of one sweep, in some colours, as far as they were drawn: rows that are known do not change. */
interface Images {
  readonly heat: Heat;
  readonly colour: ColourOf;
  readonly bytes: Uint8ClampedArray;
  readonly grids: Map<string, Image>;
}

interface Image extends ReturnType<typeof canvasOf> {
  done: number;
}

/** By the values of the first grid of a sweep, which stay the same array while it grows and finer ones come in. */
const known = new WeakMap<Float32Array, Images>();

/** Draws what has become known of a grid since it was last drawn. */
function imagesOf(first: Float32Array, heat: Heat, colour: ColourOf): (grid: SweepGrid) => HTMLCanvasElement {
  const before = known.get(first);
  const images =
    before?.heat === heat && before.colour === colour
      ? before
      : {
          heat,
          colour,
          bytes: bytesOf(heat.colours.map((css) => (css.startsWith('#') ? css : colour(css)))),
          grids: new Map<string, Image>(),
        };
  known.set(first, images);
  return (grid) => {
    const { width, height, done } = grid;
    const key = `${width} x ${height}`;
    const image = images.grids.get(key) ?? { ...canvasOf(width, height), done: 0 };
    images.grids.set(key, image);
    if (done > image.done)
      image.context.putImageData(
        new ImageData(pixelsOf(grid, heat.indexOf, images.bytes, image.done), width),
        0,
        height - done,
      );
    image.done = done;
    return image.canvas;
  };
}

/**
 * Known rows as an image has them: four bytes a pixel, the last row first, transparent where the heat has no colour.
 * @param from the first row that is wanted
 */
export function pixelsOf(
  { width, done, values }: SweepGrid,
  indexOf: Heat['indexOf'],
  bytes: Uint8ClampedArray,
  from = 0,
): Uint8ClampedArray<ArrayBuffer> {
  const colours = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const pixels = new Uint32Array(width * (done - from));
  for (let row = from; row < done; row++) {
    for (let column = 0; column < width; column++) {
      const index = indexOf(at(values, row * width + column));
      if (index >= 0) pixels[(done - 1 - row) * width + column] = colours[index] ?? 0;
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/** Colours as bytes, four each. Only a canvas reads every colour that CSS can write. */
function bytesOf(css: readonly string[]): Uint8ClampedArray {
  const { context } = canvasOf(css.length, 1);
  css.forEach((colour, i) => {
    context.fillStyle = colour;
    context.fillRect(i, 0, 1, 1);
  });
  return context.getImageData(0, 0, css.length, 1).data;
}

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas, which every plot is drawn on.');
  return { canvas, context };
}
