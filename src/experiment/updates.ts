import { limits } from './limits';
import type { Batch, Experiment, ProblemChoice } from './types';

/**
 * Updates in one pass over the data. A last micro-batch that is not full counts, and so does a last group of
 * micro-batches that is not complete: the usual training loop steps on both.
 */
export function updatesPerEpoch(samples: number, { size, accumulate }: Batch): number {
  const microBatches = size === 'all' ? 1 : Math.ceil(samples / size);
  return Math.ceil(microBatches / accumulate);
}

/** Samples of a data problem's data, given or drawn; 0 for functions. */
export function sampleCount({ problem }: Pick<Experiment, 'problem'>): number {
  if (problem.kind !== 'data') return 0;
  return problem.given?.y.length ?? problem.settings.samples ?? 0;
}

/** Updates that each run makes: rows of its trace, less the start. */
export function updateCounts(experiment: Experiment): number[] {
  const samples = sampleCount(experiment);
  return experiment.runs.map(({ batch }) =>
    batch && experiment.epochs !== undefined ? experiment.epochs * updatesPerEpoch(samples, batch) : (experiment.steps ?? 0),
  );
}

/** Epochs that there is an order of visits for. */
export const orderedEpochs = (problem: ProblemChoice): number =>
  (problem.kind === 'data' ? problem.given?.order?.length : undefined) ?? limits.epochs.max;

/** The most epochs that a data problem may have: no run makes more updates than the limit, no order of visits runs out. */
export function epochLimit({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): number {
  const samples = sampleCount({ problem });
  const perEpoch = Math.max(...runs.map(({ batch }) => (batch ? updatesPerEpoch(samples, batch) : 1)));
  return Math.min(orderedEpochs(problem), Math.floor(limits.updates / perEpoch));
}
