import type { Band } from '../../engine/view/types';
import type { ColourOf } from '../kit/paint/useColours';
import type { RunStyle } from '../kit/types';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { classColour, strokeFit } from './samples';
import { bandPaths, unitToPixels, type BandPaths, type GridOver, type Plane } from '../kit/paint/surface';

/** Between the classes: what is at least as likely is taken for class 1. */
const EVEN = 0.5;

/** Of the colour of a class, where it is certain, so much lies over the paper: samples must be seen on it. */
const STRONGEST = 38;

/** Nodes of the grid along each feature on which regions are found. */
export const REGION_NODES = 64;

/** Levels of the probability where the map changes its colour, a twentieth to nineteen twentieths. */
export const REGION_LEVELS: readonly number[] = Array.from({ length: 10 }, (_, i) => (2 * i + 1) / 20)
  .concat(EVEN)
  .sort((a, b) => a - b);

/** The probability of class 1 over two features, made ready to draw. */
export interface Regions {
  readonly grid: GridOver;
  readonly bands: readonly (BandPaths & Pick<Band, 'level'>)[];
}

/** @param bands where the probability is at least so high, lowest level first */
export const regionsOf = (bands: readonly Band[], grid: GridOver): Regions => ({
  grid,
  bands: bands.map(({ level, rings }) => ({ level, ...bandPaths(rings, grid) })),
});

/** The probability as a map from the colour of one class over paper to that of the other, and where it is even as a line of the run's. */
export function drawRegions(
  context: CanvasRenderingContext2D,
  { grid, bands }: Regions,
  style: RunStyle,
  plane: Plane,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, plane.box);
  const matrix = unitToPixels(grid.view, plane);
  const placed = (path: Path2D): Path2D => {
    const moved = new Path2D();
    moved.addPath(path, matrix);
    return moved;
  };
  const { left, top, right, bottom } = plane.box;
  const lowest = bands[0]?.level ?? 0;
  context.fillStyle = colour(shadeOf(lowest / 2));
  context.fillRect(left, top, right - left, bottom - top);
  bands.forEach(({ level, area }, i) => {
    // A band's colour is that of its middle.
    context.fillStyle = colour(shadeOf((level + (bands[i + 1]?.level ?? 1)) / 2));
    context.fill(placed(area), 'evenodd');
  });
  const even = bands.find(({ level }) => level === EVEN);
  if (even) strokeFit(context, placed(even.contour), style, true, colour, unit);
}

function shadeOf(probability: number): string {
  const share = Math.abs(2 * probability - 1) * STRONGEST;
  return `color-mix(in oklab, ${classColour(probability < EVEN ? 0 : 1)} ${share.toFixed(1)}%, ${colours.paper})`;
}
