import { planExperiment } from '../../src/engine/plan/plan';
import type { Plan, RunPlan } from '../../src/engine/plan/types';
import { Stepper } from '../../src/engine/float64/stepper';
import type { Experiment } from '../../src/experiment';
import { coin } from './coin';
import { lossError, pointError, type Row } from './rows';

/** One unit in the last place, and how far from itself a run shaken by single ulps is where rounding has been amplified. */
const precisions = {
  float32: { ulp: 2 ** -23, amplified: 1e-5 },
  float64: { ulp: 2 ** -52, amplified: 1e-10 },
};

const SHADOWS = 6;

/** What an engine can be held to, by row of the run. */
export interface Steadiness {
  readonly point: readonly boolean[];
  readonly loss: readonly boolean[];
}

/**
 * Which rows of an experiment's only run two correct engines of a precision must agree on, found in float64 and from nothing
 * that the engines do. The reference runs again several times, and at every row each parameter and each state is put off
 * by one ulp, up or down by the toss of a coin with a fixed seed. A row's point (or loss) is steady until the
 * first such shadow departs from the unshaken run by more than is allowed, relative to it; where all of them come back, in a
 * common minimum or past a zero that made a small departure look large, it is steady again.
 * @param every the distance of the rows looked at: a loss over a data set is slow to compute.
 */
export function steadinessOf(
  experiment: Experiment,
  every = 1,
  precision: keyof typeof precisions = 'float32',
): Steadiness {
  const { ulp, amplified } = precisions[precision];
  const plan = planExperiment(experiment);
  const [run] = plan.runs;
  if (!run) throw new RangeError('an experiment without runs');
  const calm = rowsOf(plan, run, every, () => 0, ulp);
  const shadows = Array.from({ length: SHADOWS }, (_, i) => rowsOf(plan, run, every, coin(i + 1), ulp));
  const agreed = (error: typeof pointError) =>
    calm.map((row, k) => shadows.every((shadow) => error(shadow[k] ?? nowhere, row) <= amplified));
  return { point: agreed(pointError), loss: agreed(lossError) };
}

const nowhere: Row = { point: [Number.NaN], loss: Number.NaN };

/** Rows of a run whose numbers are multiplied by 1 + toss() x ulp at every row. */
function rowsOf(plan: Plan, run: RunPlan, every: number, toss: () => number, ulp: number): Row[] {
  const stepper = new Stepper(plan, run, 'float64');
  const rows: Row[] = [];
  for (let updates = 0; ; updates += 1) {
    for (const numbers of [stepper.theta, stepper.state]) {
      numbers.forEach((value, i) => (numbers[i] = value * (1 + toss() * ulp)));
    }
    if (updates % every === 0) rows.push({ point: Array.from(stepper.theta), loss: stepper.currentLoss() });
    if (updates === run.updates || !stepper.theta.every(Number.isFinite)) return rows;
    stepper.advance(updates);
  }
}
