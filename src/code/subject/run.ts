import { findOptimizer } from '../../catalogue';
import { randomSource } from '../../engine/samples/random';
import { defaultRanges, modelOf, parametersOf, problemOf, updateCounts } from '../../experiment';
import { dataProblem } from '../../experiment/core/choice';
import type { Experiment, Run } from '../../experiment/core/types';
import { lossSubject, type LossSubject } from './loss';

/** What a program is made from, whether its run is by an update rule or by a classical method. */
export interface RunSubject {
  /** Names of the problem and the optimizer, in English, as the programs' comments are. */
  readonly problem: string;
  readonly optimizer: string;
  readonly parameters: readonly string[];
  readonly start: readonly number[];
  /** Updates of a rule, or the most iterations of a method. */
  readonly updates: number;
  readonly seed: number;
  readonly loss: LossSubject;
  /** The range of each parameter that the page shows. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A run by its index, and what every program knows of it. Throws RangeError if there is no such run. */
export function runSubject(experiment: Experiment, index: number): { readonly run: Run; readonly subject: RunSubject } {
  const { problem, seed } = experiment;
  const run = experiment.runs[index];
  const updates = updateCounts(experiment)[index];
  if (!run || updates === undefined) throw new RangeError(`no run ${index}`);
  const subject = {
    problem: problemOf(problem)?.name.en ?? 'Typed loss',
    optimizer: findOptimizer(run.optimizer)?.name.en ?? run.optimizer,
    parameters: parametersOf(problem),
    start: startOf(experiment),
    updates,
    seed,
    loss: lossSubject(experiment, run),
    ranges: defaultRanges(problem),
  };
  return { run, subject };
}

function startOf({ problem, start, seed }: Experiment): readonly number[] {
  if (start) return start;
  if (problem.kind !== 'data') throw new RangeError('a function without a start');
  return dataProblem(problem.id).initial(modelOf(problem), randomSource(seed, 'initial'));
}
