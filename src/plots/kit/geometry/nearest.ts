import { at } from './at';
import type { Box } from './clip';
import { contains } from './clip';
import type { ScreenPath } from './path';

/** One iterate of one run. */
export interface Iterate {
  readonly run: number;
  readonly step: number;
}

/**
 * The iterate of any run that is nearest to a pixel, at most `reach` pixels away and inside `box`; null where there is none.
 * Of iterates at the same distance that of the preferred run wins, and within one run the earliest step.
 */
export function nearestIterate(
  paths: readonly ScreenPath[],
  pointer: { readonly x: number; readonly y: number },
  reach: number,
  box: Box,
  preferred: number,
): Iterate | null {
  let best: Iterate | null = null;
  let bestSquare = reach * reach;
  paths.forEach((path, run) => {
    for (let i = 0; i < path.x.length; i++) {
      const x = at(path.x, i);
      const y = at(path.y, i);
      const square = (x - pointer.x) ** 2 + (y - pointer.y) ** 2;
      const wins = square < bestSquare || (square === bestSquare && run === preferred && best?.run !== run);
      if (wins && contains(box, x, y)) {
        best = { run, step: at(path.rows, i) };
        bestSquare = square;
      }
    }
  });
  return best;
}

/** Index of the entry of an ascending array nearest to `value`; -1 for an empty one. */
export function nearestIndex(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(ascending, middle) < value) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || low === ascending.length) return Math.min(low, ascending.length - 1);
  return value - at(ascending, low - 1) <= at(ascending, low) - value ? low - 1 : low;
}
