import { noSweepOf, type AxisJson } from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import { TRIED_RATES, triedLength, triedRange } from '../../experiment/tuning';
import { runReference } from '../float64/reference';
import type { Precision } from '../loss/evaluator';
import { planExperiment, planProblem } from '../plan/plan';
import { axisValue, sweepOutcomes, type SweepRequest, type SweepResult } from '../sweep';

/** How a run ends with each rate that it is tried with. */
export interface RateCurve {
  /** Rising, evenly spaced on a logarithmic scale. */
  readonly rates: Float64Array;
  /** The full loss at the end; NaN where the run diverged. */
  readonly losses: Float64Array;
  /** The step from which on the run is at a minimum; NaN where it does not arrive at one. */
  readonly arrivals: Float64Array;
}

/**
 * Tries a run with every rate: by a sweep of one row of pixels. A run without a sweep is computed by itself for each rate.
 * @param index the run of the experiment
 * @param precision of the runs that are no sweep's
 */
export function* rateCurve(
  experiment: Experiment,
  index: number,
  precision: Precision,
  sweep: (request: SweepRequest) => Generator<void, SweepResult>,
): Generator<void, RateCurve> {
  const tried = triedLength(experiment);
  const run = tried.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  return noSweepOf(run)
    ? yield* curveOfRuns(tried, run, precision)
    : curveOfSweep(run, yield* sweep(rateSweep(tried, index, run)));
}

/** The rates that a run is tried with. */
function triedRates(run: Run): Float64Array {
  const range = triedRange(run);
  return Float64Array.from({ length: TRIED_RATES }, (_, k) => axisValue(range, k, TRIED_RATES));
}

/** A sweep over the rate alone: its only row stands at the start's own first coordinate. */
function rateSweep(experiment: Experiment, index: number, run: Run): SweepRequest {
  const [at = 0] = experiment.start ?? planProblem(experiment).start;
  const { digits, ...range } = triedRange(run);
  const y: AxisJson = { of: 'start.0', from: at, to: at, scale: 'linear' };
  return { experiment, run: index, x: { of: 'lr', ...range }, y, width: TRIED_RATES, height: 1, digits };
}

function curveOfSweep(run: Run, { measures }: SweepResult): RateCurve {
  const diverged = sweepOutcomes.indexOf('diverged');
  // A sweep keeps float32, in which a loss that is finite in float64 may not be.
  const isLoss = (loss: number, k: number) => Number.isFinite(loss) && measures.outcome[k] !== diverged;
  return {
    rates: triedRates(run),
    losses: Float64Array.from(measures.loss, (loss, k) => (isLoss(loss, k) ? loss : Number.NaN)),
    arrivals: Float64Array.from(measures.steps),
  };
}

function* curveOfRuns(experiment: Experiment, run: Run, precision: Precision): Generator<void, RateCurve> {
  const rates = triedRates(run);
  const [losses, arrivals] = [rates.map(() => Number.NaN), rates.map(() => Number.NaN)];
  for (const [k, lr] of rates.entries()) {
    const plan = planExperiment({ ...experiment, runs: [{ ...run, hyper: { ...run.hyper, lr } }] });
    const [trace] = runReference(plan, precision);
    if (trace?.outcome?.kind === 'converged') arrivals[k] = trace.outcome.step;
    if (trace && trace.outcome?.kind !== 'diverged') losses[k] = trace.loss[trace.rows - 1] ?? Number.NaN;
    yield;
  }
  return { rates, losses, arrivals };
}
