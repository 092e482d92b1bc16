import { isMethod } from '../../catalogue';
import type { Experiment, Run } from '../../experiment/core/types';
import type { BatchSamples } from '../samples/updateSamples';
import { planProblem } from './plan';
import {
  batchSamplesOf,
  planDataRun,
  planFunctionRun,
  rememberRuns,
  type DataProblemPlan,
  type FunctionProblemPlan,
} from './runs';
import type { DataMethodPlan, ExperimentPlan, FunctionMethodPlan, MethodPlan, ProblemPlan } from './types';

/** Makes any experiment ready to run. Throws FormulaError only if a formula of the catalogue is wrong. */
export function planEveryRun(experiment: Experiment): ExperimentPlan {
  const problemPlan = planProblem(experiment);
  const { runs } = experiment;
  if (problemPlan.kind === 'data') {
    const planOne = (run: Run) =>
      isMethod(run.optimizer)
        ? planDataMethod(run, experiment, problemPlan)
        : planDataRun(run, experiment, problemPlan);
    return { ...problemPlan, runs: runs.map(planOne) };
  }
  const planOne = (run: Run) =>
    isMethod(run.optimizer)
      ? planFunctionMethod(run, experiment, problemPlan)
      : planFunctionRun(run, experiment, problemPlan);
  return { ...problemPlan, runs: runs.map(planOne) };
}

/** The plan of a run by a classical method on a function problem or a typed loss. */
const planFunctionMethod = rememberRuns((run, experiment, problemPlan: FunctionProblemPlan): FunctionMethodPlan => ({
  kind: 'function',
  ...planMethod(run, problemPlan, experiment.steps ?? 0),
}));

/** The same on a data problem. */
const planDataMethod = rememberRuns((run, experiment, problemPlan: DataProblemPlan): DataMethodPlan => {
  const samples = batchSamplesOf(run, experiment, problemPlan.data);
  return { ...samples, ...planMethod(run, problemPlan, samples.batches.count) };
});

/** A run of a classical method: it moves all parameters, in the whole of space, and has neither rates nor states. */
const planMethod = (
  { optimizer, hyper }: Run,
  { start, parameters }: ProblemPlan,
  updates: number,
): Omit<MethodPlan, keyof BatchSamples> => ({
  by: 'method',
  optimizer,
  modifiers: [],
  hyper: Object.fromEntries(Object.entries(hyper).map(([name, value]) => [name, Number(value)])),
  updates,
  rates: new Float64Array(updates).fill(Number.NaN),
  parameterInputs: { free: parameters.map(() => 1), domain: null, noise: new Float64Array() },
  start: Float64Array.from(start),
  startState: new Float64Array(),
});
