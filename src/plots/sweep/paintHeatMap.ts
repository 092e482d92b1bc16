import { at } from '../kit/geometry/at';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { strokeHatch } from '../kit/paint/hatch';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import type { Heat } from './heat';
import type { SweepGrid } from './sweepGrid';

/** The rows of each grid that are done, over the grid before it: one rectangle for each pixel, centred on it. */
export function paintHeatMap(painter: Painter, grids: readonly SweepGrid[], heat: Heat): void {
  clipTo(painter.context, painter.box);
  const first = grids[0]?.values;
  if (!first) return;
  const image = gridImages(first, heat, painter.colourOf);
  for (const grid of grids) if (grid.done > 0) paintGrid(painter, grid, image(grid));
}

function paintGrid(
  { context, box, colourOf, unit }: Painter,
  { width, height, done }: SweepGrid,
  image: HTMLCanvasElement,
): void {
  // The centres of the outermost pixels lie on the ends of the axes: their outer halves are cut off.
  const cell = {
    width: (box.right - box.left) / Math.max(1, width - 1),
    height: (box.bottom - box.top) / Math.max(1, height - 1),
  };
  const area = {
    left: box.left - cell.width / 2,
    right: box.left - cell.width / 2 + width * cell.width,
    bottom: box.bottom + cell.height / 2,
    top: box.bottom + cell.height / 2 - done * cell.height,
  };
  context.save();
  // From a whole pixel on: half a pixel of paper would be a visible seam.
  clipTo(context, { ...area, top: Math.ceil(area.top) });
  context.fillStyle = colourOf(colours.paper);
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.strokeStyle = colourOf(colours.inkSoft);
  context.lineWidth = unit;
  strokeHatch(context, box, 6 * unit);
  context.imageSmoothingEnabled = false;
  context.drawImage(
    image,
    0,
    height - done,
    width,
    done,
    area.left,
    area.top,
    area.right - area.left,
    area.bottom - area.top,
  );
  context.restore();
}

/** Images of the grids of one sweep in one set of colours. Rows that are done do not change, so only new rows are added. */
interface Images {
  readonly heat: Heat;
  readonly colourOf: ColourOf;
  readonly bytes: Uint8ClampedArray;
  readonly grids: Map<string, Image>;
}

interface Image extends ReturnType<typeof canvasOf> {
  /** Rows that the image has. */
  done: number;
}

/** By the values of the first grid of a sweep, which stay the same array while its grids arrive. */
const imageCache = new WeakMap<Float32Array, Images>();

/** Adds the rows of a grid that are new to its image. */
function gridImages(first: Float32Array, heat: Heat, colourOf: ColourOf): (grid: SweepGrid) => HTMLCanvasElement {
  const cached = imageCache.get(first);
  const images =
    cached?.heat === heat && cached.colourOf === colourOf
      ? cached
      : {
          heat,
          colourOf,
          bytes: bytesOf(heat.colours.map((css) => (css.startsWith('#') ? css : colourOf(css)))),
          grids: new Map<string, Image>(),
        };
  imageCache.set(first, images);
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
 * Rows of a grid as image data: four bytes a pixel, the last row first, transparent where the heat has no colour.
 * @param from the first row to include; rows up to `done` follow
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

/** CSS colours as bytes, four each. Only a canvas can parse every notation of CSS. */
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
