import { interpolateViridis } from 'd3-scale-chromatic';
import { useMemo } from 'react';
import { colourRange, sharesIn, type ColourRange } from '../kit/geometry/colourRange';
import type { SweepGrid } from './sweepGrid';
import type { SweepColouring } from './types';

/** How numbers become colours. */
export interface Heat {
  /** CSS colours, lowest number first. */
  readonly colours: readonly string[];
  /** Index of the colour of a number; -1 where it has none and is hatched. */
  readonly indexOf: (value: number) => number;
  /** The ends of a continuous scale; null for categories, or where the scale can show no number. */
  readonly ends: ColourRange | null;
}

/** Steps in which viridis is defined. It is perceptually uniform for every kind of colour vision. */
const shades = 256;

const viridis = Array.from({ length: shades }, (_, i) => interpolateViridis((i + 0.5) / shades));

const categoryShades = 8;

/** Colour of the category at a position of the list. */
export const categoryColour = (position: number): string => `var(--plot-category-${position % categoryShades})`;

/** The grid whose numbers decide the range of the colours: the finest complete one, because an incomplete one has only its first rows. */
export const colouringGrid = <Grid extends Pick<SweepGrid, 'done' | 'height'>>(
  grids: readonly Grid[],
): Grid | undefined => grids.findLast(({ done, height }) => done === height) ?? grids.at(-1);

/** @param grid the result of `colouringGrid` */
export const heatOf = (grid: SweepGrid, colouring: SweepColouring): Heat =>
  colouring.kind === 'categories'
    ? categoryHeat(colouring)
    : continuousHeat(colourRange(grid, colouring.scale), colouring.scale);

/** The colours of a sweep. They are recomputed only when another grid decides them: most messages bring rows of a finer, incomplete one. */
export function useHeat(grids: readonly SweepGrid[], colouring: SweepColouring): Heat {
  const { width, height, done, values } = colouringGrid(grids) ?? NOTHING;
  return useMemo(() => heatOf({ width, height, done, values }, colouring), [width, height, done, values, colouring]);
}

const NOTHING: SweepGrid = { width: 0, height: 0, done: 0, values: new Float32Array(0) };

function categoryHeat({ categories }: Extract<SweepColouring, { kind: 'categories' }>): Heat {
  const positions = new Map(categories.map(({ value, isHatched }, position) => [value, isHatched ? -1 : position]));
  return {
    colours: categories.map((_, position) => categoryColour(position)),
    indexOf: (value) => positions.get(value) ?? -1,
    ends: null,
  };
}

/** Numbers past an end of the range have the colour of that end, as the legend says. */
function continuousHeat(ends: ColourRange | null, scale: 'linear' | 'log'): Heat {
  const shareOf = ends ? sharesIn(ends.range, scale) : () => 0;
  const indexOf = (value: number): number => {
    if (!Number.isFinite(value)) return -1;
    // A loss of 0 or below has no logarithm: it gets the lowest colour.
    const share = scale === 'log' && value <= 0 ? 0 : shareOf(value);
    return Math.max(0, Math.min(Math.floor(share * shades), shades - 1));
  };
  return { colours: viridis, indexOf, ends };
}
