import { probeAt } from '../../engine/float64/probe';
import { LossEvaluator } from '../../engine/loss/evaluator';
import { planExperiment } from '../../engine/plan/plan';
import type { Plan } from '../../engine/plan/types';
import { providePrecision } from '../../engine/float64/precisionParts';
import { runReference } from '../../engine/float64/reference';
import { precision } from '../../engine/precision';
import { pointAtRow } from '../../engine/trace/rows';
import type { Outcome } from '../../engine/trace/types';
import type { Experiment } from '../../experiment/core/types';
import type { Evidence, RunRecord } from '../claims/evidence';
import { distance } from '../claims/geometry';
import { runOf } from '../claims/readings';
import { refute } from '../claims/refute';
import type { Claim, StopsClaim } from '../types';

providePrecision(precision);

/** Evidence with the plan, by which also those claims can be judged that the page cannot judge. */
export interface TestEvidence extends Evidence {
  readonly plan: Plan;
}

const withPlan = (experiment: Experiment, plan: Plan, runs: readonly RunRecord[]): TestEvidence => ({
  experiment,
  plan,
  runs,
  minima: plan.minima,
  differencesAt: (point) =>
    probeAt(
      plan,
      point,
      point.map((_, i) => Number(i === 0)),
      0,
    ).differences,
});

/** What an experiment does on the float64 reference. */
export function referenceEvidence(experiment: Experiment): TestEvidence {
  const plan = planExperiment(experiment);
  const runs = runReference(plan).map((run): RunRecord => {
    const { rows, loss, validation, outcome } = run;
    if (!outcome) throw new Error('a run without an end');
    return {
      rows,
      point: (row) => Array.from(pointAtRow(run, row < 0 ? rows + row : row)),
      loss,
      ...(validation && { validation }),
      outcome,
    };
  });
  return withPlan(experiment, plan, runs);
}

/** A run as `window.overshoot.run` answers it. */
export interface ScriptRun {
  readonly params: readonly (readonly number[])[];
  readonly loss: readonly number[];
  readonly validation?: readonly number[];
  readonly outcome: Outcome;
}

/** What the page computed of an experiment. */
export const scriptEvidence = (experiment: Experiment, runs: readonly ScriptRun[]): TestEvidence =>
  withPlan(
    experiment,
    planExperiment(experiment),
    runs.map(({ params, loss, validation, outcome }) => ({
      rows: params.length,
      point: (row) => params.at(row) ?? [],
      loss: Float64Array.from(loss),
      ...(validation && { validation: Float64Array.from(validation) }),
      outcome,
    })),
  );

/** Why a claim does not hold, in words; null if it holds. */
export const refuteAny = (claim: Claim, evidence: TestEvidence): string | null =>
  claim.kind === 'stops' ? refuteStop(claim, evidence) : refute(claim, evidence);

function refuteStop({ run, below, from, to, at, within }: StopsClaim, evidence: TestEvidence): string | null {
  const { point, rows } = runOf(evidence, run);
  const evaluator = new LossEvaluator(evidence.plan, 'float64');
  for (let update = 0; update < rows; update += 1) {
    if (Math.hypot(...evaluator.fullGradient(point(update))) ** 2 >= below) continue;
    const far = distance(point(update), at);
    return update >= from && update <= to && far <= within ? null : `run ${run} stops at update ${update}, ${far} away`;
  }
  return `run ${run} never stops`;
}
