import { problems, type DataProblem } from '../../catalogue';
import { datasetOf, dataProblem, defaultChoice } from './choice';
import { freshExperiment, fullBatch } from './defaults';
import { fitModifiers } from './modifiers';
import { carryRun } from './ownValues';
import { epochLimit, sampleCount, updateCounts } from './updates';
import type { Batch, DataChoice, Experiment, UserData, Run } from './types';

/**
 * A fresh experiment on user data, with the seed of this one, its runs as `carryRun` takes them along, and enough epochs for every run to make
 * `ENOUGH_UPDATES` updates.
 *
 * @param id a data problem of `fittingProblems`
 * @param settings of the problem that differ from its defaults
 */
export function changeUserData(
  { problem: before, runs, seed }: Experiment,
  id: string,
  userData: UserData,
  settings: DataChoice['settings'],
): Experiment {
  const plain = defaultChoice(dataProblem(id));
  const problem: DataChoice = { ...plain, settings: { ...plain.settings, ...settings }, userData };
  const samples = sampleCount({ problem });
  const fresh = {
    ...freshExperiment(
      problem,
      runs.map((run) => {
        // The catalogue's batch suits its own samples. Of user data an update takes all, unless the run had batches.
        const carried = { ...carryRun(run, before, problem), batch: run.batch ?? fullBatch };
        return fitModifiers(fitBatch(carried, samples), problem);
      }),
    ),
    seed,
  };
  const fewest = Math.min(...updateCounts({ ...fresh, epochs: 1 }));
  const epochs = Math.max(fresh.epochs ?? 1, Math.ceil(ENOUGH_UPDATES / fewest));
  return { ...fresh, epochs: Math.min(epochs, epochLimit(fresh)) };
}

const ENOUGH_UPDATES = 200;

/** Writes a micro-batch of all samples as `all`. */
function fitBatch({ batch, ...run }: Run & { readonly batch: Batch }, samples: number): Run {
  return { ...run, batch: batch.size !== 'all' && batch.size >= samples ? { ...batch, size: 'all' } : batch };
}

/** The data problems whose model takes this number of features and this kind of target. */
export const fittingProblems = (features: number, target: DataProblem['target']): readonly DataProblem[] =>
  dataProblems.filter(
    (problem) =>
      problem.target === target &&
      problem.features !== null &&
      features >= problem.features.min &&
      features <= problem.features.max,
  );

const dataProblems = problems.filter((problem) => problem.kind === 'data');

/**
 * Whether the parameters would need very different learning rates: the root mean squares of the features, and the bias's 1,
 * differ by a factor of more than ten.
 */
export function scalesDiffer(userData: UserData): boolean {
  const sizes = datasetOf(userData)
    .columns.slice(0, -1)
    .map(rootMeanSquare)
    .filter((size) => size > 0);
  return Math.max(1, ...sizes) > FAR_APART * Math.min(1, ...sizes);
}

const FAR_APART = 10;

const rootMeanSquare = (column: Float64Array): number =>
  Math.sqrt(column.reduce((sum, x) => sum + x * x, 0) / column.length);
