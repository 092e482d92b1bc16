import { noSweepOf, type AxisJson } from '../../experiment';
import type { AxisRange, Experiment, Run } from '../../experiment/core/types';
import { triedLength } from '../../experiment/tuning';
import { runReference } from '../float64/reference';
import type { Precision } from '../loss/evaluator';
import { planExperiment, planProblem } from '../plan/plan';
import { axisValue, sweepOutcomes, type SweepRequest, type SweepResult } from '../sweep';
import { lossAtEnd } from '../trace/lossAtEnd';

/** How a run ends with each rate that it is tried with. */
export interface RateCurve {
  /** Rising. */
  readonly rates: Float64Array;
  /** The full loss at the end; NaN where the run diverged. */
  readonly losses: Float64Array;
  /** The step from which on the run is at a minimum; NaN where it does not arrive at one. */
  readonly arrivals: Float64Array;
}

/** What computes a sweep. */
export type Sweep = (request: SweepRequest) => Generator<void, SweepResult>;

/** Rates of a number of digits, evenly spaced on a scale, both ends among them. */
export interface RateRange extends Required<AxisRange> {
  readonly count: number;
}

/**
 * Tries a run with every rate of a range: by a sweep of one row of pixels. A run without a sweep is computed by itself for each rate.
 * @param index the run of the experiment
 * @param precision of a run that no sweep can compute
 */
export function* tryRates(
  experiment: Experiment,
  index: number,
  range: RateRange,
  precision: Precision,
  sweep: Sweep,
): Generator<void, RateCurve> {
  const tried = triedLength(experiment);
  const run = tried.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  const rates = Float64Array.from({ length: range.count }, (_, k) => axisValue(range, k, range.count));
  return noSweepOf(run)
    ? yield* curveOfRuns(tried, run, rates, precision)
    : curveOfSweep(rates, yield* sweep(rateSweep(tried, index, range)));
}

/** A sweep over the rate alone: its only row stands at the start's own first coordinate. */
function rateSweep(experiment: Experiment, index: number, { digits, count, ...range }: RateRange): SweepRequest {
  const [at = 0] = experiment.start ?? planProblem(experiment).start;
  const y: AxisJson = { of: 'start.0', from: at, to: at, scale: 'linear' };
  return { experiment, run: index, x: { of: 'lr', ...range }, y, width: count, height: 1, digits };
}

function curveOfSweep(rates: Float64Array, { measures }: SweepResult): RateCurve {
  const diverged = sweepOutcomes.indexOf('diverged');
  // A sweep keeps float32, in which a loss that is finite in float64 may not be.
  const isLoss = (loss: number, k: number) => Number.isFinite(loss) && measures.outcome[k] !== diverged;
  return {
    rates,
    losses: Float64Array.from(measures.loss, (loss, k) => (isLoss(loss, k) ? loss : Number.NaN)),
    arrivals: Float64Array.from(measures.steps),
  };
}

function* curveOfRuns(
  experiment: Experiment,
  run: Run,
  rates: Float64Array,
  precision: Precision,
): Generator<void, RateCurve> {
  const [losses, arrivals] = [rates.map(() => Number.NaN), rates.map(() => Number.NaN)];
  for (const [k, lr] of rates.entries()) {
    const plan = planExperiment({ ...experiment, runs: [{ ...run, hyper: { ...run.hyper, lr } }] });
    const [trace] = runReference(plan, precision);
    if (trace?.outcome?.kind === 'converged') arrivals[k] = trace.outcome.step;
    if (trace) losses[k] = lossAtEnd(trace);
    yield;
  }
  return { rates, losses, arrivals };
}
