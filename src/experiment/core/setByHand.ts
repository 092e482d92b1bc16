import { findProblem } from '../../catalogue';
import { defaultChoice, requireEntry } from './choice';
import { freshExperiment, hasOwnRate } from './defaults';
import { nearestOwnRun } from './ownValues';
import type { Batch, Experiment, Run } from './types';

/** What suits a problem of the catalogue where a run has something else; what the run has alike is absent. */
export interface SuitedValues {
  readonly lr?: number;
  readonly batch?: Batch;
}

/**
 * The rate and the batch that suit the problem, of those that a run does not have. Null if it has them, and where nothing
 * is known to suit: the catalogue chose them for a problem as it opens, and for the rules that it has a rate for.
 */
export function suitedValues(experiment: Experiment, index: number): SuitedValues | null {
  const run = experiment.runs[index];
  if (!run || run.modifiers?.maximize || !isAsOpened(experiment)) return null;
  const own = nearestOwnRun(run, experiment.problem);
  const lr = hasOwnRate(run.optimizer) && run.hyper.lr !== own.hyper.lr ? Number(own.hyper.lr) : undefined;
  const batch = sizeOf(run) === sizeOf(own) ? undefined : own.batch;
  if (lr === undefined && !batch) return null;
  return { ...(lr !== undefined && { lr }), ...(batch && { batch }) };
}

const sizeOf = ({ batch }: Run): string => JSON.stringify([batch?.size, batch?.accumulate]);

/** Whether constants or settings, data and start are those that the problem opens with. */
function isAsOpened({ problem, start }: Experiment): boolean {
  if (problem.kind === 'custom' || (problem.kind === 'data' && problem.userData)) return false;
  const plain = defaultChoice(requireEntry(problem.id, findProblem(problem.id)));
  return isEqual(problem, plain) && isEqual(start, freshExperiment(plain).start);
}

/** Of plain data whose keys stand in the same order. */
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
