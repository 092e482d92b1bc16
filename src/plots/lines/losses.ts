import type { RunTrace } from '../../engine/trace/types';
import { at } from '../kit/geometry/at';
import { extentOf, pad, padLog, unite, type Range } from '../kit/geometry/range';

export type LossScale = 'log' | 'linear';

/**
 * How many times its first loss a run that ends higher than that may stretch the axis, unless it stayed in view. A loss of 1e300
 * would leave every other run a flat line; past this the line leaves through the edge.
 */
const reach: Record<LossScale, number> = { log: 1e4, linear: 4 };

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

/** The highest loss of a run that the axis has to show. A first loss that the scale has no length for measures nothing. */
function limitOf({ loss, rows, outcome }: RunTrace, scale: LossScale): number {
  const first = at(loss, 0);
  if (first === 0 || (scale === 'log' && first < 0)) return Infinity;
  const axisEnd = reach[scale] * Math.abs(first);
  const stayed = outcome !== null && outcome.kind !== 'left' && outcome.kind !== 'diverged';
  return stayed || Math.abs(at(loss, rows - 1)) <= axisEnd ? Infinity : axisEnd;
}
