import type { Band } from '../../engine/view/types';
import type { Plane } from '../kit/geometry/plane';
import { bandPaths, pathPlacer, type BandPaths, type GridOver } from '../kit/paint/bands';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Painter } from '../kit/paint/painter';
import type { RunStyle } from '../kit/types';
import { classColour, strokeFit } from './paintSamples';

/** The probability from which on class 1 is predicted. */
const EVEN = 0.5;

/** How much of a class's colour, in percent, lies over the paper where the class is certain: samples must stand out. */
const STRONGEST = 38;

/** Nodes along each feature of the grid on which regions are found. */
export const REGION_NODES = 64;

/** Probabilities at which the map changes its colour: 1/20, 3/20 ... 19/20, and 1/2. */
export const REGION_LEVELS: readonly number[] = Array.from({ length: 10 }, (_, i) => (2 * i + 1) / 20)
  .concat(EVEN)
  .sort((a, b) => a - b);

/** The probability of class 1 over two features, as paths. */
export interface Regions {
  readonly grid: GridOver;
  readonly bands: readonly (BandPaths & Pick<Band, 'level'>)[];
}

/** @param bands where the probability is at least a level, lowest level first */
export const regionsOf = (bands: readonly Band[], grid: GridOver): Regions => ({
  grid,
  bands: bands.map(({ level, rings }) => ({ level, ...bandPaths(rings, grid) })),
});

/** The probability as a map from the colour of one class over paper to that of the other, and a line in the run's colour where both are even. */
export function paintRegions(painter: Painter, { grid, bands }: Regions, style: RunStyle, plane: Plane): void {
  const { context, box, colourOf } = painter;
  clipTo(context, box);
  const place = pathPlacer(grid.view, plane);
  const lowest = bands[0]?.level ?? 0;
  context.fillStyle = colourOf(shadeOf(lowest / 2));
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  bands.forEach(({ level, area }, i) => {
    // A band has the colour of its middle.
    context.fillStyle = colourOf(shadeOf((level + (bands[i + 1]?.level ?? 1)) / 2));
    context.fill(place(area), 'evenodd');
  });
  const even = bands.find(({ level }) => level === EVEN);
  if (even) strokeFit(painter, place(even.contour), style, true);
}

function shadeOf(probability: number): string {
  const share = Math.abs(2 * probability - 1) * STRONGEST;
  return `color-mix(in oklab, ${classColour(probability < EVEN ? 0 : 1)} ${share.toFixed(1)}%, ${colours.paper})`;
}
