import { findProblem } from '../../catalogue';
import { requireEntry, dataProblem, defaultChoice, userDataChoice } from './choice';
import { defaultRun, freshExperiment } from './defaults';
import { limits } from './limits';
import { startOf } from './typedStart';
import type { Experiment, ProblemChoice, Run } from './types';

/**
 * The experiment as it is when its problem is opened: settings, start, length and hyperparameters are reset. Optimizers and
 * seed stay, and so do a typed loss and user data.
 */
export function resetExperiment({ problem, runs, seed }: Experiment): Experiment {
  const plain = plainProblem(problem);
  const opened = freshExperiment(plain).runs;
  const fresh = runs.map(({ optimizer }, index): Run => {
    const first = opened[index];
    return first?.optimizer === optimizer ? first : defaultRun(optimizer, plain);
  });
  const reset = { ...freshExperiment(plain, fresh), seed };
  return plain.kind === 'custom' ? { ...reset, start: startOf(plain, [reset.start ?? []]) } : reset;
}

function plainProblem(problem: ProblemChoice): ProblemChoice {
  if (problem.kind === 'custom') return problem;
  return problem.kind === 'data' && problem.userData
    ? userDataChoice(dataProblem(problem.id), problem.userData)
    : defaultChoice(requireEntry(problem.id, findProblem(problem.id)));
}

/**
 * The point as a start of an experiment, with 0 for -0 as everywhere in an experiment; null if a number is not finite or
 * exceeds the limit of coordinates.
 */
export function startingPoint(point: readonly number[]): readonly number[] | null {
  const { min, max } = limits.coordinate;
  return point.every((x) => x >= min && x <= max) ? point.map((x) => (x === 0 ? 0 : x)) : null;
}
