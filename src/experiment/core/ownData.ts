import { problems, type DataProblem } from '../../catalogue';
import { datasetOf, dataProblem, defaultChoice } from './choice';
import { freshExperiment, fullBatch } from './defaults';
import { fitModifiers } from './modifiers';
import { epochLimit, sampleCount, updateCounts } from './updates';
import type { DataChoice, Experiment, GivenData, Run } from './types';

/**
 * A fresh experiment on data that a person brings, with the runs and the seed of this one. It is as many epochs long as are
 * needed for every run to get somewhere.
 *
 * @param id a data problem of `fittingProblems`
 * @param settings of the problem that are not to be its defaults
 */
export function changeData(
  { runs, seed }: Experiment,
  id: string,
  given: GivenData,
  settings: DataChoice['settings'],
): Experiment {
  const plain = defaultChoice(dataProblem(id));
  const problem: DataChoice = { ...plain, settings: { ...plain.settings, ...settings }, given };
  const samples = sampleCount({ problem });
  const fresh = {
    ...freshExperiment(
      problem,
      runs.map((run) => fitModifiers(fitBatch(run, samples), problem)),
    ),
    seed,
  };
  const fewest = Math.min(...updateCounts({ ...fresh, epochs: 1 }));
  const epochs = Math.max(fresh.epochs ?? 1, Math.ceil(ENOUGH_UPDATES / fewest));
  return { ...fresh, epochs: Math.min(epochs, epochLimit(fresh)) };
}

const ENOUGH_UPDATES = 200;

/** A batch that holds all samples says so; it does the same at any size past their number. */
function fitBatch(run: Run, samples: number): Run {
  const batch = run.batch ?? fullBatch;
  return { ...run, batch: batch.size !== 'all' && batch.size >= samples ? { ...batch, size: 'all' } : batch };
}

/** The data problems whose model takes so many features and this kind of target. */
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
 * Whether gradient descent would have to go by very different steps along the parameters: the sizes (root mean squares) of the
 * features, and of the bias's 1, differ by more than ten times.
 */
export function scalesDiffer(given: GivenData): boolean {
  const sizes = datasetOf(given)
    .columns.slice(0, -1)
    .map(rootMeanSquare)
    .filter((size) => size > 0);
  return Math.max(1, ...sizes) > FAR_APART * Math.min(1, ...sizes);
}

const FAR_APART = 10;

const rootMeanSquare = (column: Float64Array): number =>
  Math.sqrt(column.reduce((sum, x) => sum + x * x, 0) / column.length);
