import { MAX_PERIOD, REACH_SHARE, MIN_CYCLES, STAY_SHARE, INVISIBLE_SHARE } from '../trace/outcome';

/** Periods of a cycle that are looked for. */
export const periods: readonly number[] = Array.from({ length: MAX_PERIOD - 1 }, (_, k) => k + 2);

/**
 * The points of a run that a sweep keeps to tell how it ended, each with a slot of its own: 0 to MAX_PERIOD the point so
 * many rows before the end, then one for each period, many rounds before the end, and lastly where the part of the run
 * begins that outcome.ts calls staying.
 */
export interface Watch {
  /** For each period, how far back the last point must be found again; 0 where the run is too short. */
  readonly rounds: readonly number[];
  /** How far back staying begins. */
  readonly stay: number;
  /** Row of every slot, in the order in which a run comes to them; below 0 where the run is too short. */
  readonly stops: readonly { readonly row: number; readonly slot: number }[];
}

/** Slot of the point many rounds of `periods[k]` before the end. */
export const earlierSlot = (k: number): number => MAX_PERIOD + 1 + k;
export const staySlot = earlierSlot(periods.length);
export const slotCount = staySlot + 1;
/** Slots that tell whether the run is at rest, those of them that are not before staying begins. */
export const restSlots: readonly number[] = [...Array.from({ length: MAX_PERIOD }, (_, k) => k + 1), staySlot];

/** @param last index of the last row: the number of updates */
export function watchOf(last: number): Watch {
  const rounds = periods.map((period) => {
    const back = period * Math.max(MIN_CYCLES - 1, Math.ceil((STAY_SHARE * last) / period));
    return MIN_CYCLES * period <= last + 1 && back <= last ? back : 0;
  });
  const stay = Math.max(1, Math.ceil(STAY_SHARE * last));
  const recent = Array.from({ length: MAX_PERIOD + 1 }, (_, back) => back);
  const stops = [...recent, ...rounds.map((back) => (back === 0 ? last + 1 : back)), stay].map((back, slot) => ({
    row: last - back,
    slot,
  }));
  return { rounds, stay, stops: stops.sort((a, b) => a.row - b.row) };
}

/** Lengths that a run's points are measured by, in parameter space (outcome.ts). */
export function lengthsOf(view: readonly (readonly [number, number])[]): { reach: number; unseen: number } {
  const scale = Math.max(...view.map(([low, high]) => high - low)) / 4;
  return { reach: REACH_SHARE * scale, unseen: INVISIBLE_SHARE * scale };
}

const codes = 8;

/** Outcome and minimum in one number, exact in float32. */
export const encodeEnd = (outcome: number, minimum: number): number => outcome + codes * (minimum + 1);
export const decodeOutcome = (end: number): number => end % codes;
export const decodeMinimum = (end: number): number => Math.floor(end / codes) - 1;
/** The same in GLSL, of two ints. */
export const glslEncodeEnd = (outcome: string, minimum: string): string =>
  `float(${outcome} + ${codes} * (${minimum} + 1))`;
