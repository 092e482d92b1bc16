import { activeModifiers, climbs as climbsLoss } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import { ROUNDING } from '../trace/outcome';
import type { RateCurve } from './triedRates';

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
 * Losses that differ by no more than rounding are equal; of equal ones the rate that arrives at a minimum first is taken, and
 * of those the smallest.
 */
export function rateFinding(
  { losses, arrivals }: Pick<RateCurve, 'losses' | 'arrivals'>,
  climbs: boolean,
): RateFinding {
  const sign = climbs ? -1 : 1;
  const finite = losses.filter(Number.isFinite);
  if (finite.length === 0) return { kind: 'allDiverge' };
  const lowest = finite.reduce((best, loss) => Math.min(best, sign * loss), Infinity);
  const isBest = (loss: number): boolean => sign * loss - lowest <= ROUNDING * Math.abs(lowest);
  const arrivalOf = (k: number): number => (Number.isFinite(arrivals[k]) ? (arrivals[k] ?? Infinity) : Infinity);
  const best = Array.from(losses.keys()).filter((k) => isBest(losses[k] ?? Number.NaN));
  const [first] = best.toSorted((a, b) => arrivalOf(a) - arrivalOf(b) || a - b);
  if (first === undefined || (best.length === losses.length && arrivalOf(first) === Infinity)) return { kind: 'same' };
  return { kind: 'best', index: first, end: first === 0 ? 'smallest' : first === losses.length - 1 ? 'largest' : null };
}

/** Whether a run goes up: then the highest loss is the best. */
const climbs = (run: Run): boolean => climbsLoss(run.hyper, activeModifiers(run));

/** What trying the rates found of a run of an experiment. */
export const findingOf = (run: Run, curve: RateCurve): RateFinding => rateFinding(curve, climbs(run));

/** Whether a run with one loss at its end did better than with another. */
export const endsBetter = (run: Run, loss: number, other: number): boolean =>
  climbs(run) ? loss > other : loss < other;

/**
 * The best of the rates that were tried for a run; null where there is none, where they were not tried, and where the run ends
 * better as it is, with another rate.
 * @param loss at the end of the run as it is; null where that is not known
 */
export function bestRateOf(run: Run, curve: RateCurve | null, loss: number | null = null): number | null {
  const finding = curve && findingOf(run, curve);
  if (finding?.kind !== 'best') return null;
  const best = curve?.losses[finding.index] ?? Number.NaN;
  return loss !== null && endsBetter(run, loss, best) ? null : (curve?.rates[finding.index] ?? null);
}
