import { numbered } from '../datasets/names';
import type { Chance, DataModel } from '../types';

/** A network of one hidden layer, as texts. */
export interface Network {
  readonly parameters: readonly string[];
  /** c + v1*tanh(w1*x + b1) + v2*tanh(...) + ... */
  readonly output: string;
  /** The same in TeX, as a sum over the units. */
  readonly shorthand: string;
}

/**
 * A hidden layer of tanh units and one linear output. Weights of unit i are wi, or wi1, wi2, ... where there are several
 * inputs, its bias is bi, its weight in the output vi; the output's bias is c.
 * @param hidden units, at most 9 where there are several inputs
 */
export function tanhNetwork(hidden: number, inputs: readonly string[]): Network {
  const weights = numbered('w', hidden).map((w) => (inputs.length === 1 ? [w] : numbered(w, inputs.length)));
  const biases = numbered('b', hidden);
  const outputs = numbered('v', hidden);
  const units = weights.map((own, i) => `${outputs[i]}*tanh(${own.map((w, j) => `${w}*${inputs[j]}`).join(' + ')} + ${biases[i]})`);
  const sum = inputs.length === 1 ? `w_j ${inputs.join()}` : '\\boldsymbol{w}_j^\\top \\boldsymbol{x}';
  return {
    parameters: [...weights.flat(), ...biases, ...outputs, 'c'],
    output: ['c', ...units].join(' + '),
    shorthand: `c + \\sum_{j=1}^{${hidden}} v_j \\tanh(${sum} + b_j)`,
  };
}

/**
 * Initial parameters of a network: uniform on ±1/sqrt(k) in a layer of k inputs, biases too, as PyTorch's nn.Linear has it.
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 */
export function initialNetwork({ parameters, columns }: DataModel, { uniform }: Chance): number[] {
  const inputs = columns.length - 1;
  const hidden = parameters.filter((name) => name.startsWith('v')).length;
  return parameters.map((name) => (2 * uniform() - 1) / Math.sqrt(/^[vc]/.test(name) ? hidden : inputs));
}
