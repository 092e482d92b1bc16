import { findProblem } from '../../catalogue';
import { requireEntry, dataProblem, defaultChoice, userDataChoice } from './choice';
import { freshExperiment } from './defaults';
import { limits } from './limits';
import { startOf } from './typedStart';
import type { Experiment, ProblemChoice } from './types';

/**
 * The experiment as it is when its problem is opened: its runs, settings, start and length. The seed stays, and so do a typed
 * loss and user data.
 */
export function resetExperiment({ problem, seed }: Experiment): Experiment {
  const plain = plainProblem(problem);
  const reset = { ...freshExperiment(plain), seed };
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
