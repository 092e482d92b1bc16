import type { AnyRunPlan, ExperimentPlan, Plan } from './types';

export const isRule = <R extends AnyRunPlan>(run: R): run is Extract<R, { readonly by: 'rule' }> => run.by === 'rule';

/** The plan with only the runs by rules. */
export const rulesOf = (plan: ExperimentPlan): Plan =>
  plan.kind === 'data' ? { ...plan, runs: plan.runs.filter(isRule) } : { ...plan, runs: plan.runs.filter(isRule) };

/** The plan of one run alone if that is by a rule; null if it is by a classical method. Throws RangeError if there is no such run. */
export function onlyRule(plan: ExperimentPlan, index: number): Plan | null {
  if (!plan.runs[index]) throw new RangeError(`no run ${index}`);
  const alone = <R>(runs: readonly R[]): R[] => runs.slice(index, index + 1);
  const rules = rulesOf(
    plan.kind === 'data' ? { ...plan, runs: alone(plan.runs) } : { ...plan, runs: alone(plan.runs) },
  );
  return rules.runs.length > 0 ? rules : null;
}
