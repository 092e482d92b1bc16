import type { Dataset, PreparedData } from '../../catalogue';
import type { LossProgram, Registers } from '../../formula';

/** A loss that is one formula over parameters and constants. */
export interface FunctionLoss {
  readonly kind: 'function';
  readonly loss: LossProgram;
  /** Values of the loss's constants, in the order of `loss.others`. */
  readonly constants: Float64Array;
}

/** A loss that is a mean over samples. */
export interface DataLoss {
  readonly kind: 'data';
  /** The loss of one sample; `loss.others` are the columns of the data, then dropout's factors if it has any. */
  readonly loss: LossProgram;
  /** The samples that the loss is averaged over. */
  readonly data: PreparedData;
}

/** A loss and what it is evaluated over. */
export type LossSource = FunctionLoss | DataLoss;

/** How many evaluations of the loss program the full loss takes: one for a function, one per training sample for data. */
export const evaluationsOf = (source: LossSource): number => (source.kind === 'data' ? source.data.size : 1);

/** The held-back samples; null where there are none. */
export const validationSamplesOf = (source: LossSource): Dataset | null =>
  source.kind === 'data' ? source.data.validation : null;

/** The sets of samples over which losses are recorded: the training samples, then the held-back ones; none of a function. */
export const sampleSetsOf = (source: LossSource): Dataset[] =>
  source.kind === 'data' ? [source.data, ...(source.data.validation ? [source.data.validation] : [])] : [];

/**
 * Fills the registers that a loss program reads beside the parameters. The constants of a function are written at once,
 * the columns of a sample by the returned function, which is to be called before every evaluation.
 */
export function fillOtherInputs(source: LossSource, registers: Registers): (evaluation: number) => void {
  const { graph, others } = source.loss;
  const nodes = others.map((name) => graph.input(name));
  if (source.kind === 'function') {
    nodes.forEach((node, i) => (registers[node] = source.constants[i] as number));
    return () => undefined;
  }
  const { columns } = source.data;
  return (sample) => nodes.forEach((node, j) => (registers[node] = columns[j]?.[sample] as number));
}
