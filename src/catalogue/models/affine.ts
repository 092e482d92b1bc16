import { numbered } from '../datasets/names';
import type { Chance, DataModel } from '../types';

/** What is linear in its parameters: a weight for every feature, and a bias. */
interface Affine extends Pick<DataModel, 'parameters' | 'columns'> {
  /** `w1*x1 + ... + b` */
  readonly output: string;
  /** Of the weights, in the order of the features. */
  readonly weights: readonly string[];
  /** Whether there are too many features for the output to be written out on the screen: it is then shown as a vector's. */
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

/** Weights near 0, the bias at 0. */
export const initialAffine = ({ parameters }: DataModel, { normal }: Chance): number[] =>
  parameters.map((name) => (name === 'b' ? 0 : 0.01 * normal()));
