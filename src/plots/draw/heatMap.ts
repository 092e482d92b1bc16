import { at } from '../geometry/at';
import type { Box } from '../geometry/clip';
import type { SweepGrid } from '../geometry/sweepGrid';
import type { ColourOf } from '../parts/useColours';
import type { Heat } from '../sweep/heat';
import { clipTo } from './clipTo';
import { colours } from './colours';
import { strokeHatch } from './hatch';

/** Grids, each over the one before it, as far as they are known: one run, one rectangle about its place. */
export function drawHeatMap(context: CanvasRenderingContext2D, grids: readonly SweepGrid[], heat: Heat, box: Box, colour: ColourOf, unit: number): void {
  clipTo(context, box);
  const bytes = bytesOf(heat.colours.map((css) => (css.startsWith('#') ? css : colour(css))));
  for (const grid of grids) if (grid.done > 0) drawGrid(context, grid, heat, bytes, box, colour, unit);
}

function drawGrid(context: CanvasRenderingContext2D, grid: SweepGrid, { indexOf }: Heat, bytes: Uint8ClampedArray, box: Box, colour: ColourOf, unit: number): void {
  const { width, height, done } = grid;
  // Centres of the outermost pixels lie on the ends of the axes: half a pixel of the grid lies outside, and is cut off.
  const cell = { width: (box.right - box.left) / Math.max(1, width - 1), height: (box.bottom - box.top) / Math.max(1, height - 1) };
  const known = {
    left: box.left - cell.width / 2,
    right: box.left - cell.width / 2 + width * cell.width,
    bottom: box.bottom + cell.height / 2,
    top: box.bottom + cell.height / 2 - done * cell.height,
  };
  context.save();
  // To a whole pixel: half a pixel of paper would be a seam in the picture.
  clipTo(context, { ...known, top: Math.ceil(known.top) });
  context.fillStyle = colour(colours.paper);
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.strokeStyle = colour(colours.inkSoft);
  context.lineWidth = unit;
  strokeHatch(context, box, 6 * unit);
  context.imageSmoothingEnabled = false;
  context.drawImage(imageOf(pixelsOf(grid, indexOf, bytes), width, done), known.left, known.top, known.right - known.left, known.bottom - known.top);
  context.restore();
}

/** The known rows as an image has them: four bytes a pixel, the last row first, transparent where the heat has no colour. */
export function pixelsOf({ width, done, values }: SweepGrid, indexOf: Heat['indexOf'], bytes: Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * done);
  for (let i = 0; i < width * done; i++) {
    const index = indexOf(at(values, i));
    if (index < 0) continue;
    const row = done - 1 - Math.floor(i / width);
    pixels.set(bytes.subarray(4 * index, 4 * index + 4), 4 * (row * width + (i % width)));
  }
  return pixels;
}

function imageOf(pixels: Uint8ClampedArray<ArrayBuffer>, width: number, height: number): HTMLCanvasElement {
  const { canvas, context } = canvasOf(width, height);
  context.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
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
