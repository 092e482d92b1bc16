import { interpolateViridis } from 'd3-scale-chromatic';
import { useMemo } from 'react';
import { colourRange, sharesIn, type ColourRange } from '../kit/geometry/colourRange';
import type { SweepGrid } from './sweepGrid';
import type { SweepColouring } from './types';

/** How numbers become colours. */
export interface Heat {
  /** CSS colours, lowest number first. */
  readonly colours: readonly string[];
  /** Which of the colours a number has; -1 where it has none and is hatched. */
  readonly indexOf: (value: number) => number;
  /** The two ends of a continuous scale; null for categories, or where no number has a place on it. */
  readonly ends: ColourRange | null;
}

/** Steps that viridis itself is defined in: perceptually even, and read alike by every kind of colour vision. */
const shades = 256;

const viridis = Array.from({ length: shades }, (_, i) => interpolateViridis((i + 0.5) / shades));

const categoryShades = 8;

/** Colour of the category at a place of the list, apart from those that are hatched. */
export const categoryColour = (place: number): string => `var(--plot-category-${place % categoryShades})`;

/** The grid that decides on the colours: the newest complete one, for one that is still coming in would tell of its first rows alone. */
export const colouringGrid = <Grid extends Pick<SweepGrid, 'done' | 'height'>>(
  grids: readonly Grid[],
): Grid | undefined => grids.findLast(({ done, height }) => done === height) ?? grids.at(-1);

/** @param grid the one that decides */
export const heatOf = (grid: SweepGrid, colouring: SweepColouring): Heat =>
  colouring.kind === 'categories'
    ? categoryHeat(colouring)
    : continuousHeat(colourRange(grid, colouring.scale), colouring.scale);

/** The colours of a sweep, found again only when another grid decides on them: most of what comes in is rows of a finer one. */
export function useHeat(grids: readonly SweepGrid[], colouring: SweepColouring): Heat {
  const { width, height, done, values } = colouringGrid(grids) ?? NOTHING;
  return useMemo(() => heatOf({ width, height, done, values }, colouring), [width, height, done, values, colouring]);
}

const NOTHING: SweepGrid = { width: 0, height: 0, done: 0, values: new Float32Array(0) };

function categoryHeat({ categories }: Extract<SweepColouring, { kind: 'categories' }>): Heat {
  const places = new Map(categories.map(({ value, isHatched }, place) => [value, isHatched ? -1 : place]));
  return {
    colours: categories.map((_, place) => categoryColour(place)),
    indexOf: (value) => places.get(value) ?? -1,
    ends: null,
  };
}

/** Numbers past the ends have the colour of the end that they are past, as the legend says. */
function continuousHeat(ends: ColourRange | null, scale: 'linear' | 'log'): Heat {
  const shareOf = ends ? sharesIn(ends.range, scale) : () => 0;
  const indexOf = (value: number): number => {
    if (!Number.isFinite(value)) return -1;
    // A loss of 0 or below has no logarithm, and is lower than all that have one.
    const share = scale === 'log' && value <= 0 ? 0 : shareOf(value);
    return Math.max(0, Math.min(Math.floor(share * shades), shades - 1));
  };
  return { colours: viridis, indexOf, ends };
}
