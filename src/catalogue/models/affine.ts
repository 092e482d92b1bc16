import { numbered } from '../datasets/names';
import type { RandomSource, DataModel } from '../types';

/** A model that is linear in its parameters: a weight for every feature, and a bias. */
interface Affine extends Pick<DataModel, 'parameters' | 'columns'> {
  /** `w1*x1 + ... + b` */
  readonly output: string;
  /** Names of the weights, in the order of the features. */
  readonly weights: readonly string[];
  /** Whether there are too many features to write the output out on the page: it is then shown with vectors. */
  readonly isLong: boolean;
}

const MOST_WRITTEN = 3;

export function affine(features: number): Affine {
  const weights = numbered('w', features);
  const inputs = numbered('x', features);
  return {
    weights,
    parameters: [...weights, 'b'],
    columns: [...inputs, 'y'],
    output: `${weights.map((w, i) => `${w}*${inputs[i]}`).join(' + ')} + b`,
    isLong: features > MOST_WRITTEN,
  };
}

/** Samples initial parameters: weights near 0, the bias 0. */
export const initialAffine = ({ parameters }: DataModel, { normal }: RandomSource): number[] =>
  parameters.map((name) => (name === 'b' ? 0 : 0.01 * normal()));
