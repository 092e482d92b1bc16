import { findProblem } from '../../catalogue';
import type { DataProblem } from '../../catalogue/types';
import { fullBatch, hasDropout, isFullBatch, modelOf, sampleCount } from '../../experiment';
import { dataProblem } from '../../experiment/core/choice';
import type { Batch, DataChoice, Experiment, Run } from '../../experiment/core/types';
import { parseExpression, type Expression } from '../../formula';

export type LossSubject = FunctionSubject | DataSubject;

/** A loss that is one formula over parameters and constants. */
export interface FunctionSubject {
  readonly kind: 'function';
  /** The loss that an update descends; it may read `t`, the number of the update from 1. */
  readonly loss: Expression;
  /** What is recorded, where that is another formula. */
  readonly objective: Expression | null;
  readonly constants: readonly (readonly [name: string, value: number])[];
}

/** A loss that is a mean over samples, the samples themselves, and how updates take them. */
export interface DataSubject {
  readonly kind: 'data';
  readonly problem: DataProblem;
  readonly choice: DataChoice;
  /** The loss of one sample, and the names of a sample's columns. */
  readonly loss: Expression;
  readonly columns: readonly string[];
  /** The loss under dropout with the names of its factors, one for each hidden unit; null without dropout. */
  readonly dropout: { readonly loss: Expression; readonly factors: readonly string[]; readonly p: number } | null;
  /** Training samples. */
  readonly size: number;
  /** Training and held-back samples. */
  readonly total: number;
  readonly epochs: number;
  readonly batch: Batch;
  /** Samples in a micro-batch. */
  readonly microBatch: number;
  /** Whether every update sees all samples in one batch, in their own order. */
  readonly isWhole: boolean;
  /** Whether every epoch visits the samples in their own order, although `batch` may name another. */
  readonly isInOrder: boolean;
}

export function lossSubject(experiment: Experiment, run: Run): LossSubject {
  const { problem } = experiment;
  if (problem.kind === 'custom')
    return {
      kind: 'function',
      loss: parseExpression(problem.loss),
      objective: null,
      constants: Object.entries(problem.constants ?? {}),
    };
  if (problem.kind === 'data') return dataSubject(experiment, problem, run);
  const entry = findProblem(problem.id);
  if (entry?.kind !== 'function') throw new RangeError(`no function ${problem.id}`);
  return {
    kind: 'function',
    loss: parseExpression(entry.loss),
    objective: entry.objective === undefined ? null : parseExpression(entry.objective),
    constants: Object.entries(entry.constants).map(([name, setting]) => [
      name,
      problem.constants[name] ?? setting.default,
    ]),
  };
}

function dataSubject(experiment: Experiment, choice: DataChoice, run: Run): DataSubject {
  const model = modelOf(choice);
  const batch = run.batch ?? fullBatch;
  const size = sampleCount(experiment);
  const microBatch = batch.size === 'all' ? size : Math.min(batch.size, size);
  const p = run.modifiers?.dropout ?? 0;
  const dropout =
    hasDropout(run) && model.training
      ? { loss: parseExpression(model.training.loss), factors: model.training.masks, p }
      : null;
  const isInOrder = dropout === null && isFullBatch(size, batch) && !choice.userData?.order;
  return {
    kind: 'data',
    problem: dataProblem(choice.id),
    choice,
    loss: parseExpression(model.loss),
    columns: model.columns,
    dropout,
    size,
    total: choice.userData?.y.length ?? choice.settings.samples ?? size,
    epochs: experiment.epochs ?? 0,
    batch,
    microBatch,
    isWhole: isInOrder && microBatch === size,
    isInOrder,
  };
}
