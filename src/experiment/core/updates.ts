import { trainingSize } from '../../catalogue';
import { limits } from './limits';
import { modelOf } from './choice';
import type { Batch, DataChoice, Experiment, ProblemChoice, Run } from './types';

/**
 * Updates in one pass over the data. A last micro-batch that is not full counts, and so does a last group of
 * micro-batches that is not complete: the usual training loop steps on both.
 */
export function updatesPerEpoch(samples: number, { size, accumulate }: Pick<Batch, 'size' | 'accumulate'>): number {
  const microBatches = size === 'all' ? 1 : Math.ceil(samples / size);
  return Math.ceil(microBatches / accumulate);
}

/** Number of training samples, user data or sampled; 0 for functions. */
export function sampleCount({ problem }: Pick<Experiment, 'problem'>): number {
  if (problem.kind !== 'data') return 0;
  return trainingSize(problem.userData?.y.length ?? problem.settings.samples ?? 0, problem.settings);
}

/** Number of updates of each run: the rows of its trace without the start. */
export function updateCounts(experiment: Experiment): number[] {
  const samples = sampleCount(experiment);
  return experiment.runs.map(({ batch }) =>
    batch && experiment.epochs !== undefined
      ? experiment.epochs * updatesPerEpoch(samples, batch)
      : (experiment.steps ?? 0),
  );
}

/** The last step of the longest run. */
export const lastStep = (experiment: Experiment): number => Math.max(...updateCounts(experiment));

/** The most epochs for which there is a visit order: those listed in the user data, or the limit. */
export const epochsWithOrder = (problem: ProblemChoice): number =>
  (problem.kind === 'data' ? problem.userData?.order?.length : undefined) ?? limits.epochs.max;

/** The largest number of updates that any run makes in an epoch. */
const mostUpdates = ({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): number =>
  Math.max(...runs.map(({ batch }) => (batch ? updatesPerEpoch(sampleCount({ problem }), batch) : 1)));

/** The most visits that a run may make in all its epochs. Samples of more than four numbers, dropout's factors included, take several records each. */
export function visitLimit(problem: DataChoice, runs: Experiment['runs']): number {
  const { columns, training } = modelOf(problem);
  const factors = runs.some(hasDropout) ? (training?.masks.length ?? 0) : 0;
  return Math.floor(limits.visits / Math.ceil((columns.length + factors) / 4));
}

/** The most epochs that a data problem may have, by the limits of updates and visits and by the length of a visit order. */
export function epochLimit({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): number {
  const byUpdates = Math.min(epochsWithOrder(problem), Math.floor(limits.updates / mostUpdates({ problem, runs })));
  return problem.kind === 'data' && needsVisitTable({ problem, runs })
    ? Math.min(byUpdates, Math.floor(visitLimit(problem, runs) / sampleCount({ problem })))
    : byUpdates;
}

/** Whether any run needs an explicit visit table: its updates do not all use every sample once, or dropout tells visits apart. */
const needsVisitTable = ({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): boolean =>
  runs.some((run) => run.batch && (hasDropout(run) || !isFullBatch(sampleCount({ problem }), run.batch)));

/** Whether hidden units are left out. A probability of 0 leaves none out and means no dropout. */
export const hasDropout = ({ modifiers }: Pick<Run, 'modifiers'>): boolean => (modifiers?.dropout ?? 0) > 0;

/** Whether every update uses every sample exactly once, so that their order does not matter. */
export const isFullBatch = (samples: number, batch: Batch): boolean =>
  updatesPerEpoch(samples, batch) === 1 && batch.stages === 1 && batch.sampling !== 'replacement';
