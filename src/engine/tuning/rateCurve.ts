import type { Experiment } from '../../experiment/core/types';
import { BETWEEN_RATES, TRIED_RATES, triedRange } from '../../experiment/tuning';
import type { Precision } from '../loss/evaluator';
import { findingOf } from './bestRate';
import { tryRates, type RateCurve, type Sweep } from './triedRates';

/**
 * Tries a run with rates far apart, and then with others around the best of them, up to its neighbours on either side: the lowest loss
 * often lies in a narrow range, such as that just below the edge of stability, which the first rates step over.
 * @param index the run of the experiment
 * @param precision of a run that no sweep can compute
 */
export function* rateCurve(
  experiment: Experiment,
  index: number,
  precision: Precision,
  sweep: Sweep,
): Generator<void, RateCurve> {
  const run = experiment.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  const range = triedRange(run);
  const first = yield* tryRates(experiment, index, { ...range, count: TRIED_RATES }, precision, sweep);
  const finding = findingOf(run, first);
  if (finding.kind !== 'best') return first;
  const neighbour = (by: number) => first.rates[finding.index + by] ?? first.rates[finding.index] ?? Number.NaN;
  const around = { ...range, from: neighbour(-1), to: neighbour(1), count: BETWEEN_RATES };
  return joined(first, yield* tryRates(experiment, index, around, precision, sweep));
}

/** Two curves as one, in the order of the rates; where both have a rate, what the first has of it. */
function joined(one: RateCurve, other: RateCurve): RateCurve {
  const rowsOf = ({ rates, losses, arrivals }: RateCurve) =>
    Array.from(rates, (rate, k) => [rate, losses[k] ?? Number.NaN, arrivals[k] ?? Number.NaN] as const);
  const known = new Set(one.rates);
  const rows = [...rowsOf(one), ...rowsOf(other).filter(([rate]) => !known.has(rate))].sort(([a], [b]) => a - b);
  return {
    rates: Float64Array.from(rows, ([rate]) => rate),
    losses: Float64Array.from(rows, ([, loss]) => loss),
    arrivals: Float64Array.from(rows, ([, , arrival]) => arrival),
  };
}
