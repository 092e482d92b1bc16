import { ROUNDING } from '../trace/outcome';
import type { RateCurve } from './rateCurve';

/** What trying the rates found of a run. */
export type RateFinding =
  /** The best rate, by its index; `end` where it is the smallest or the largest that was tried. */
  | { readonly kind: 'best'; readonly index: number; readonly end: 'smallest' | 'largest' | null }
  /** The run ends with the same loss at every rate. */
  | { readonly kind: 'same' }
  /** It diverges at every rate. */
  | { readonly kind: 'allDiverge' };

/**
 * The rate with the lowest loss at the end, or for a run that climbs the highest. Rates at which the run diverged do not count.
 * Losses that differ by no more than rounding are equal, and of equal ones the smallest rate is taken.
 */
export function bestRate({ losses }: Pick<RateCurve, 'losses'>, climbs: boolean): RateFinding {
  const sign = climbs ? -1 : 1;
  const finite = losses.filter(Number.isFinite);
  if (finite.length === 0) return { kind: 'allDiverge' };
  const lowest = finite.reduce((best, loss) => Math.min(best, sign * loss), Infinity);
  const isBest = (loss: number): boolean => sign * loss - lowest <= ROUNDING * Math.abs(lowest);
  if (losses.every(isBest)) return { kind: 'same' };
  const index = losses.findIndex(isBest);
  return { kind: 'best', index, end: index === 0 ? 'smallest' : index === losses.length - 1 ? 'largest' : null };
}
