import type { RunTrace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';
import { extentOf, pad, padLog, unite, type Range } from '../kit/geometry/range';

export type LossScale = 'log' | 'linear';

/**
 * A run that ends above this many times its first loss does not stretch the axis further, unless it stayed in the view: its
 * line leaves the plot. A loss of 1e300 would otherwise make every other run a flat line.
 */
const MAX_RATIO: Record<LossScale, number> = { log: 1e4, linear: 4 };

/** Range of the loss axis for these runs, null where no run has a loss that the scale can show. */
export function lossRange(runs: readonly RunTrace[], scale: LossScale): Range | null {
  const range = unite(
    runs.map((run) => {
      const limit = limitOf(run, scale);
      const shown = [run.loss, ...(run.validation ? [run.validation] : [])];
      return unite(
        shown.map((losses) =>
          extentOf(losses.subarray(0, run.rows), (loss) => (scale === 'linear' || loss > 0) && Math.abs(loss) <= limit),
        ),
      );
    }),
  );
  if (!range) return null;
  return scale === 'log' ? padLog(range, 0.04) : pad(range, 0.04);
}

/** The highest loss of a run that the axis must show; unlimited where the first loss is 0 or has no logarithm. */
function limitOf({ loss, rows, outcome }: RunTrace, scale: LossScale): number {
  const first = at(loss, 0);
  if (first === 0 || (scale === 'log' && first < 0)) return Infinity;
  const axisEnd = MAX_RATIO[scale] * Math.abs(first);
  const stayed = outcome !== null && outcome.kind !== 'left' && outcome.kind !== 'diverged';
  return stayed || Math.abs(at(loss, rows - 1)) <= axisEnd ? Infinity : axisEnd;
}
