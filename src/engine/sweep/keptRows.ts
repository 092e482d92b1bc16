import { INVISIBLE_SHARE, lengthOfView, MAX_PERIOD, MIN_CYCLES, REACH_SHARE, STAY_SHARE } from '../trace/outcome';

/** The periods for which cycles are detected. */
export const periods: readonly number[] = Array.from({ length: MAX_PERIOD - 1 }, (_, k) => k + 2);

/**
 * The rows of a run that a sweep keeps to decide its outcome, each in a slot: 0 to MAX_PERIOD for the rows just before the
 * end, then one for each period, several rounds before the end, and one for the row since which the run must have stayed
 * within reach to count as converged (outcome.ts).
 */
export interface KeptRows {
  /** For each period, how many rows before the end the last point must recur; 0 where the run is too short. */
  readonly rounds: readonly number[];
  /** How many rows before the end staying begins. */
  readonly stay: number;
  /** The row of every slot, in the order of the run; below 0 where the run is too short. */
  readonly kept: readonly { readonly row: number; readonly slot: number }[];
}

/** The slot of the row several rounds of `periods[k]` before the end. */
export const earlierSlot = (k: number): number => MAX_PERIOD + 1 + k;
export const staySlot = earlierSlot(periods.length);
export const slotCount = staySlot + 1;
/** Slots that decide whether the run has stalled; those before staying begins do not count. */
export const restSlots: readonly number[] = [...Array.from({ length: MAX_PERIOD }, (_, k) => k + 1), staySlot];

/** @param last the index of the last row, which is the number of updates */
export function keptRowsOf(last: number): KeptRows {
  const rounds = periods.map((period) => {
    const back = period * Math.max(MIN_CYCLES - 1, Math.ceil((STAY_SHARE * last) / period));
    return MIN_CYCLES * period <= last + 1 && back <= last ? back : 0;
  });
  const stay = Math.max(1, Math.ceil(STAY_SHARE * last));
  const recent = Array.from({ length: MAX_PERIOD + 1 }, (_, back) => back);
  const kept = [...recent, ...rounds.map((back) => (back === 0 ? last + 1 : back)), stay].map((back, slot) => ({
    row: last - back,
    slot,
  }));
  return { rounds, stay, kept: kept.sort((a, b) => a.row - b.row) };
}

/** Lengths in parameter space with which distances are compared (outcome.ts). */
export function lengthsOf(view: readonly (readonly [number, number])[]): { reach: number; unseen: number } {
  const scale = lengthOfView(view);
  return { reach: REACH_SHARE * scale, unseen: INVISIBLE_SHARE * scale };
}

const OUTCOME_CODES = 8;

/** Encodes outcome and minimum in one number, which is exact in float32. */
export const encodeEnd = (outcome: number, minimum: number): number => outcome + OUTCOME_CODES * (minimum + 1);
export const decodeOutcome = (end: number): number => end % OUTCOME_CODES;
export const decodeMinimum = (end: number): number => Math.floor(end / OUTCOME_CODES) - 1;
/** The GLSL of `encodeEnd` for two ints. */
export const glslEncodeEnd = (outcome: string, minimum: string): string =>
  `float(${outcome} + ${OUTCOME_CODES} * (${minimum} + 1))`;
