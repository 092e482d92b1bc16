import { numbered } from '../datasets/names';
import type { DataModel, ParameterTensor, RandomSource } from '../types';

/** A network with one hidden layer, as formulas. */
export interface Network {
  readonly parameters: readonly string[];
  /** Weights and biases of each layer. */
  readonly tensors: readonly ParameterTensor[];
  /** c + v1*tanh(w1*x + b1) + v2*tanh(...) + ... */
  readonly output: string;
  /** The same with a factor before every unit: c + v1*k1*tanh(w1*x + b1) + ... */
  readonly masked: string;
  /** The names of the factors: k1, k2, ... */
  readonly masks: readonly string[];
  /** The same in TeX, as a sum over the units. */
  readonly shorthand: string;
}

/**
 * A hidden layer of tanh units and one linear output. Weights of unit i are wi, or wi1, wi2, ... where there are several
 * inputs, its bias is bi, its weight in the output vi; the output's bias is c.
 * @param hidden number of units, at most 9 if there are several inputs
 */
export function tanhNetwork(hidden: number, inputs: readonly string[]): Network {
  const weights = numbered('w', hidden).map((w) => (inputs.length === 1 ? [w] : numbered(w, inputs.length)));
  const biases = numbered('b', hidden);
  const outputs = numbered('v', hidden);
  const masks = numbered('k', hidden);
  const units = weights.map((own, i) => `tanh(${own.map((w, j) => `${w}*${inputs[j]}`).join(' + ')} + ${biases[i]})`);
  const sumOf = (factors: readonly string[]) => ['c', ...units.map((unit, i) => `${factors[i]}*${unit}`)].join(' + ');
  const sum = inputs.length === 1 ? `w_j ${inputs.join()}` : '\\boldsymbol{w}_j^\\top \\boldsymbol{x}';
  return {
    parameters: [...weights.flat(), ...biases, ...outputs, 'c'],
    tensors: [
      { name: 'w', rows: weights },
      { name: 'b', rows: [biases] },
      { name: 'v', rows: [outputs] },
      { name: 'c', rows: [['c']] },
    ],
    output: sumOf(outputs),
    masked: sumOf(outputs.map((v, i) => `${v}*${masks[i]}`)),
    masks,
    shorthand: `c + \\sum_{j=1}^{${hidden}} v_j \\tanh(${sum} + b_j)`,
  };
}

/**
 * Initial parameters of a network: uniform on ±1/sqrt(k) in a layer of k inputs, biases too, as PyTorch's nn.Linear has it.
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 */
export function initialNetwork({ parameters, columns }: DataModel, { uniform }: RandomSource): number[] {
  const inputs = columns.length - 1;
  const hidden = parameters.filter((name) => name.startsWith('v')).length;
  return parameters.map((name) => (2 * uniform() - 1) / Math.sqrt(/^[vc]/.test(name) ? hidden : inputs));
}
