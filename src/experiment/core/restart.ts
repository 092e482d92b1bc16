import { findProblem } from '../../catalogue';
import { catalogued, dataProblem, defaultChoice, defaultGiven } from './choice';
import { defaultRun, freshExperiment } from './defaults';
import { limits } from './limits';
import type { Experiment, ProblemChoice, Run } from './types';

/**
 * Everything as it is when the problem is opened, with the same optimizers and the same seed: settings of the problem,
 * start, length, and the runs' own settings. What is a person's own, a typed loss or data given outright, stays.
 */
export function resetExperiment({ problem, runs, seed }: Experiment): Experiment {
  const plain = plainProblem(problem);
  const opened = freshExperiment(plain).runs;
  const fresh = runs.map(({ optimizer }, index): Run => {
    const first = opened[index];
    return first?.optimizer === optimizer ? first : defaultRun(optimizer, plain);
  });
  return { ...freshExperiment(plain, fresh), seed };
}

function plainProblem(problem: ProblemChoice): ProblemChoice {
  if (problem.kind === 'custom') return problem;
  return problem.kind === 'data' && problem.given
    ? defaultGiven(dataProblem(problem.id), problem.given)
    : defaultChoice(catalogued(problem.id, findProblem(problem.id)));
}

/**
 * A point that an experiment can start from: the same numbers, with 0 for -0 as everywhere in an experiment; null where
 * one is not finite or past the limit of coordinates.
 */
export function startingPoint(point: readonly number[]): readonly number[] | null {
  const { min, max } = limits.coordinate;
  return point.every((x) => x >= min && x <= max) ? point.map((x) => (x === 0 ? 0 : x)) : null;
}
