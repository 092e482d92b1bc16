import type { Box } from '../kit/geometry/clip';
import type { ScreenPath } from '../kit/geometry/path';
import type { Line } from '../lines/line';

/** Height of a lane, in pixels of a rem of 16. */
const LANE = 8;

/** Room above the losses for the lanes of as many runs as diverged at some rate, in pixels. */
export const laneRoom = (count: number, unit: number): number => (count === 0 ? 0 : (LANE * count + 4) * unit);

/**
 * The height at which each run's diverged rates are marked, at the top of the plot: NaN for a run that never diverged.
 * @param losses of each run, NaN where it diverged
 */
export function laneHeights(losses: readonly Float64Array[], { top }: Box, unit: number): number[] {
  let lanes = 0;
  return losses.map((values) => {
    if (!values.some(Number.isNaN)) return NaN;
    lanes += 1;
    return top + LANE * unit * (lanes - 0.5);
  });
}

/** A line with a place for what it cannot show: diverged rates in the run's lane, losses that a log axis lacks on the lower edge. */
export const readPath = (
  { path, nonPositive }: Pick<Line, 'path' | 'nonPositive'>,
  lane: number,
  { bottom }: Box,
): ScreenPath => ({
  ...path,
  y: path.y.map((y, k) => (!Number.isNaN(y) ? y : nonPositive.includes(k) ? bottom : lane)),
});
