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

/** Samples that a data problem is trained on, given or drawn; 0 for functions. */
export function sampleCount({ problem }: Pick<Experiment, 'problem'>): number {
  if (problem.kind !== 'data') return 0;
  return trainingSize(problem.given?.y.length ?? problem.settings.samples ?? 0, problem.settings);
}

/** Updates that each run makes: rows of its trace, less the start. */
export function updateCounts(experiment: Experiment): number[] {
  const samples = sampleCount(experiment);
  return experiment.runs.map(({ batch }) =>
    batch && experiment.epochs !== undefined
      ? experiment.epochs * updatesPerEpoch(samples, batch)
      : (experiment.steps ?? 0),
  );
}

/** Epochs that there is an order of visits for. */
export const orderedEpochs = (problem: ProblemChoice): number =>
  (problem.kind === 'data' ? problem.given?.order?.length : undefined) ?? limits.epochs.max;

/** The most updates that a run makes in an epoch. */
const mostUpdates = ({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): number =>
  Math.max(...runs.map(({ batch }) => (batch ? updatesPerEpoch(sampleCount({ problem }), batch) : 1)));

/** The most visits of samples that a run may make in all its epochs; wide samples take more room, and so do dropout's factors. */
export function visitLimit(problem: DataChoice, runs: Experiment['runs']): number {
  const { columns, training } = modelOf(problem);
  const factors = runs.some(dropsUnits) ? (training?.masks.length ?? 0) : 0;
  return Math.floor(limits.visits / Math.ceil((columns.length + factors) / 4));
}

/** The most epochs that a data problem may have: no run makes more updates or visits than the limit, no order of visits runs out. */
export function epochLimit({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): number {
  const byUpdates = Math.min(orderedEpochs(problem), Math.floor(limits.updates / mostUpdates({ problem, runs })));
  return problem.kind === 'data' && drawsVisits({ problem, runs })
    ? Math.min(byUpdates, Math.floor(visitLimit(problem, runs) / sampleCount({ problem })))
    : byUpdates;
}

/** Whether there is a run whose visits are laid out one by one: one of which not every update sees every sample once, and all alike. */
const drawsVisits = ({ problem, runs }: Pick<Experiment, 'problem' | 'runs'>): boolean =>
  runs.some((run) => run.batch && (dropsUnits(run) || !seesAll(sampleCount({ problem }), run.batch)));

/** Whether hidden units are left out: with a probability of 0 none are, and a run is what it is without dropout. */
export const dropsUnits = ({ modifiers }: Pick<Run, 'modifiers'>): boolean => (modifiers?.dropout ?? 0) > 0;

/** Whether every update sees every sample once, so that their order does not matter. */
export const seesAll = (samples: number, batch: Batch): boolean =>
  updatesPerEpoch(samples, batch) === 1 && batch.stages === 1 && batch.sampling !== 'replacement';
