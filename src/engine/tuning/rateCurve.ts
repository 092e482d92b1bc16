import { readsLoss, type AxisJson } from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import { TRIED_RATES, triedLength, triedRange } from '../../experiment/tuning';
import { planProblem } from '../plan/plan';
import { axisValue, sweepOutcomes, type SweepRequest, type SweepResult } from '../sweep';
import type { RunTrace, Trace } from '../trace/types';

/** The loss at the end of a run for each rate that it is tried with. */
export interface RateCurve {
  /** Rising, evenly spaced on a logarithmic scale. */
  readonly rates: Float64Array;
  /** The full loss at the end; NaN where the run diverged. */
  readonly losses: Float64Array;
}

/** How runs are computed: on a device, or by the reference. */
export interface RunComputer {
  readonly sweep: (request: SweepRequest) => Generator<void, SweepResult>;
  readonly trace: (experiment: Experiment) => Generator<void, Trace>;
}

/**
 * Tries a run with every rate: by a sweep of one row of pixels. A sweep cannot follow a schedule that reads the loss, so such
 * a run is computed row by row, once for each rate.
 * @param index the run of the experiment
 */
export function* rateCurve(experiment: Experiment, index: number, computer: RunComputer): Generator<void, RateCurve> {
  const tried = triedLength(experiment);
  const run = tried.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  const rates = triedRates(run);
  if (readsLoss(run)) {
    const runs = Array.from(rates, (lr) => ({ ...run, hyper: { ...run.hyper, lr } }));
    const trace = yield* computer.trace({ ...tried, runs });
    return { rates, losses: Float64Array.from(trace.runs, lastLoss) };
  }
  const { measures } = yield* computer.sweep(rateSweep(tried, index, run));
  const diverged = sweepOutcomes.indexOf('diverged');
  // A sweep keeps float32, in which a loss that is finite in float64 may not be.
  const isLoss = (loss: number, k: number) => Number.isFinite(loss) && measures.outcome[k] !== diverged;
  return { rates, losses: Float64Array.from(measures.loss, (loss, k) => (isLoss(loss, k) ? loss : Number.NaN)) };
}

/** The rates that a run is tried with. */
function triedRates(run: Run): Float64Array {
  const range = triedRange(run);
  return Float64Array.from({ length: TRIED_RATES }, (_, k) => axisValue(range, k, TRIED_RATES));
}

/** A sweep over the rate alone: its only row stands at the start's own first coordinate. */
function rateSweep(experiment: Experiment, index: number, run: Run): SweepRequest {
  const [at = 0] = experiment.start ?? planProblem(experiment).start;
  const x: AxisJson = { of: 'lr', ...triedRange(run) };
  const y: AxisJson = { of: 'start.0', from: at, to: at, scale: 'linear' };
  return { experiment, run: index, x, y, width: TRIED_RATES, height: 1 };
}

const lastLoss = ({ loss, rows, outcome }: RunTrace): number =>
  outcome?.kind === 'diverged' ? Number.NaN : (loss[rows - 1] ?? Number.NaN);
