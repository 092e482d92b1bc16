import type { RunTrace } from './types';
import { computeCoefficients } from '../plan/coefficients';
import { withNoiseInputs } from '../plan/parameterInputs';
import type { RunPlan } from '../plan/types';

/** The plan of a run with other rates. */
function withRates<R extends RunPlan>(run: R, rates: Float64Array): R {
  const { perUpdate } = computeCoefficients(run.step, run.hyper, rates);
  return { ...run, rates, perUpdate: withNoiseInputs(run.step, perUpdate, run.parameterInputs, run.updates) };
}

/** Whether all rates that a run has used are these. */
const hasUsed = (rates: Float64Array, used: Float64Array): boolean => used.every((rate, t) => rate === rates[t]);

/**
 * Finds the rates of a run whose schedule reads its losses: computes the run, reads its losses, and computes it again with the
 * rates that follow from them, until these are the rates that it used. A rate depends on earlier losses alone, so every
 * round gets at least one more change right, and rates that agree with their own losses are the right ones.
 * @param compute runs a plan to its end
 */
export function* findRates<R extends RunPlan>(
  run: R,
  compute: (run: R) => Generator<void, RunTrace>,
): Generator<void, { readonly run: R; readonly trace: RunTrace }> {
  let now = run;
  for (;;) {
    const trace = yield* compute(now);
    const rates = run.ratesFrom?.(trace.loss);
    if (!rates || hasUsed(rates, trace.lr)) return { run: now, trace };
    now = withRates(now, rates);
  }
}
