import { median } from '../common/median';
import type { PlannedProblem } from '../plan/types';
import type { RunTrace } from './types';

type Losses = Pick<RunTrace, 'rows' | 'loss'>;

/** A loss this many times as high as it was shortly before has climbed back; swings die if their peaks shrink as much. */
const CLIMB_FACTOR = 3;
/** Swings that take fewer rows from peak to peak, on average, may be noise. */
const LEAST_SWING = 8;
/** The parts of the last quarter have at least so many rows: a single spike does not change the median of three. */
const LEAST_ROWS = 3;

/** The parts that a quarter of a run is divided into. */
const PARTS = 4;
/** A run of fewer rows has parts of fewer than four, whose medians spikes change. */
const LONG = 64;
/** The least lead of the pairs in which the loss fell, as a share of all: chance alone gives it to 6 in 100 runs. */
const CLEAR_FALL = 0.75;

/** The median losses of the last `count` stretches of `size` rows, in order. */
function lastMedians({ rows, loss }: Losses, count: number, size: number): number[] {
  const first = rows - count * size;
  return Array.from({ length: count }, (_, k) => median(loss.subarray(first + k * size, first + (k + 1) * size)));
}

/** Rows of a part. An even number in a long run: of a swing between two points, every part then has as many losses at either. */
const partRows = ({ rows }: Losses): number => (rows < LONG ? Math.floor(rows / 16) : 2 * Math.floor(rows / 32));

/**
 * Whether the loss of a run is lower in its last quarter than in the one before, by more than it fluctuates: the median losses of
 * the parts of one are compared with those of the other, each with each (the statistic of Mann and Whitney, 1947). Of a short run,
 * those of the whole quarters.
 */
export function isFalling(trace: Losses): boolean {
  const parts = trace.rows < LONG ? 1 : PARTS;
  const late = lastMedians(trace, 2 * parts, parts === 1 ? Math.max(1, Math.floor(trace.rows / 4)) : partRows(trace));
  const early = late.splice(0, parts);
  let lead = 0;
  for (const before of early) for (const loss of late) lead += Math.sign(before - loss);
  return lead >= CLEAR_FALL * parts ** 2;
}

/**
 * Over how many rows, at its end, the loss of a run rises steadily: over its last half the median loss of each of its eight parts is above that
 * of the part before. A run of fewer than sixteen rows has a part for each row of that half, and needs four: a loss that only fluctuates rises
 * so by chance in one of 24 runs. Null if it does not rise so.
 */
export function steadyRise(trace: Losses): number | null {
  const parts = Math.min(2 * PARTS, Math.floor(trace.rows / 2));
  if (parts < PARTS) return null;
  const size = Math.max(1, partRows(trace));
  const medians = lastMedians(trace, parts, size);
  const rises = medians.every((loss, k) => k === 0 || loss > (medians[k - 1] as number));
  return rises ? parts * size : null;
}

/**
 * Whether the loss of a run swings, as momentum makes it, and its swings die: after its first quarter it has two peaks or more, each lower than
 * the one before and the last a third of the first or less, or one peak while the loss is falling; and it ends below the last. Losses count from
 * the lowest one if it is known, otherwise from 0.
 */
export function swingsDie({ lowest }: Pick<PlannedProblem, 'lowest'>, trace: Losses): boolean {
  const { rows, loss } = trace;
  const floor = Number.isFinite(lowest) ? Number(lowest) : 0;
  const height = (row: number) => (loss[row] as number) - floor;
  const first = Math.max(1, Math.ceil(rows / 4));
  const peaks: number[] = [];
  for (let row = first; row < rows - 1; row += 1)
    if (height(row) > height(row - 1) && height(row) >= height(row + 1)) peaks.push(height(row));
  const [highest = NaN, last = NaN] = [peaks[0], peaks.at(-1)];
  const isSwing = LEAST_SWING * peaks.length <= rows - first;
  if (!isSwing || !(height(rows - 1) <= last)) return false;
  const shrinks = peaks.every((peak, k) => k === 0 || peak < (peaks[k - 1] as number));
  return peaks.length === 1 ? isFalling(trace) : shrinks && CLIMB_FACTOR * last <= highest;
}

/**
 * Whether the loss of a run climbs back at its end: of its last four sixteenths, the median loss of the last is more than
 * `CLIMB_FACTOR` times that of one of the three before. Losses count from the lowest one if it is known, otherwise from 0; below that
 * nothing is said of them.
 */
export function climbsBack({ lowest }: Pick<PlannedProblem, 'lowest'>, trace: Losses): boolean {
  const part = Math.max(LEAST_ROWS, Math.floor(trace.rows / 16));
  if (4 * part > trace.rows) return false;
  const floor = Number.isFinite(lowest) ? Number(lowest) : 0;
  const heights = lastMedians(trace, 4, part).map((loss) => loss - floor);
  const least = Math.min(...heights.slice(0, 3));
  return least > 0 && (heights[3] as number) > CLIMB_FACTOR * least;
}
