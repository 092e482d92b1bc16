import type { PlannedProblem } from '../plan/types';
import type { RunTrace } from './types';

type Losses = Pick<RunTrace, 'rows' | 'loss'>;

/** A loss this many times as high as it was shortly before has climbed back. */
const CLIMB_FACTOR = 3;
/** The parts of the last quarter have at least so many rows: a single spike does not change the median of three. */
const LEAST_ROWS = 3;

function medianLoss({ loss }: Losses, from: number, to: number): number {
  const sorted = loss.slice(Math.max(0, from), Math.max(0, to)).sort();
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/** Whether the median loss of the last quarter is below that of the quarter before; single spikes do not change a median. */
export function isLowerThanBefore(trace: Losses): boolean {
  const quarter = Math.max(1, Math.floor(trace.rows / 4));
  return (
    medianLoss(trace, trace.rows - quarter, trace.rows) <
    medianLoss(trace, trace.rows - 2 * quarter, trace.rows - quarter)
  );
}

/**
 * Whether the loss of a run climbs back at its end: of its last four sixteenths, the median loss of the last is more than
 * `CLIMB_FACTOR` times that of one of the three before. Losses count from the lowest one if it is known, otherwise from 0; below that
 * nothing is said of them.
 */
export function climbsBack({ lowest }: Pick<PlannedProblem, 'lowest'>, trace: Losses): boolean {
  const part = Math.max(LEAST_ROWS, Math.floor(trace.rows / 16));
  const first = trace.rows - 4 * part;
  if (first < 0) return false;
  const floor = typeof lowest === 'number' && Number.isFinite(lowest) ? lowest : 0;
  const height = (k: number) => medianLoss(trace, first + k * part, first + (k + 1) * part) - floor;
  const least = Math.min(height(0), height(1), height(2));
  return least > 0 && height(3) > CLIMB_FACTOR * least;
}
