import { isAstray } from '../change';
import type { DoStep, Lesson, Par, PredictStep } from '../types';
import type { Evidence } from './evidence';
import { refute } from './refute';

/** How a task stands with what is on the screen. */
export interface TaskState {
  readonly isDone: boolean;
  /** Whether something else than the task's own settings was changed, so that it does not count. */
  readonly isAstray: boolean;
  /** What a mission counts; null if the task is not done or is no mission. */
  readonly score: number | null;
}

export function taskState(lesson: Lesson, step: DoStep, evidence: Evidence): TaskState {
  const { experiment } = evidence;
  const astray = isAstray(lesson, step.solution, experiment);
  // An added run changes nothing, a removed one may be one that a claim is about.
  const hasAllRuns = experiment.runs.length >= lesson.experiment.runs.length;
  const isDone = !astray && hasAllRuns && step.claims.every((claim) => refute(claim, evidence) === null);
  return { isDone, isAstray: astray, score: isDone && step.par ? scoreOf(step.par, evidence) : null };
}

/** The number that a mission counts; null if the run has none. */
function scoreOf(par: Par, { experiment, runs }: Evidence): number | null {
  if (par.of === 'hyper') return Number(experiment.runs[par.run]?.hyper[par.name]);
  const outcome = runs[par.run]?.outcome;
  return outcome?.kind === 'converged' ? outcome.step : null;
}

export const isAtPar = ({ best, is }: Par, score: number): boolean => (best === 'most' ? score >= is : score <= is);

/** Index of the one answer whose claim holds; null if none or several do, as after a change of the settings. */
export function rightAnswer({ answers }: PredictStep, evidence: Evidence): number | null {
  const right = answers.flatMap(({ claim }, i) => (refute(claim, evidence) === null ? [i] : []));
  return right.length === 1 ? (right[0] ?? null) : null;
}
