import type { StepProgram } from '../../formula';
import { rememberLast } from '../common/memo';
import { randomSource } from '../samples/random';

/** The parameter inputs of one run: what its rule reads for each parameter without declaring it. */
export interface ParameterInputs {
  /** 1 for a parameter that moves, 0 for a frozen one. */
  readonly free: readonly number[];
  /** [low, high] of every parameter; null where the problem has no domain. */
  readonly domain: readonly (readonly [number, number])[] | null;
  /** updates x parameters; empty where the rule reads none. */
  readonly noise: Float64Array;
}

const rememberNoise = rememberLast<Float64Array>(4);

/**
 * Standard normal numbers, updates x parameters. All runs of an experiment get the same numbers, so that rules can be
 * compared under the same noise; a longer run starts with the numbers of a shorter one.
 */
export const sampleNoise = (seed: number, updates: number, parameters: number): Float64Array =>
  rememberNoise(`${seed} ${updates} ${parameters}`, () => {
    const { normal } = randomSource(seed, 'noise');
    return Float64Array.from({ length: updates * parameters }, normal);
  });

/** Whether a rule reads noise. */
export const readsNoise = (step: StepProgram): boolean => step.parameterInputs.some(({ name }) => name === 'noise');

/** Values of `fixedInputs`: the fixed coefficients, then the constant parameter inputs. */
export function withConstantInputs(
  step: StepProgram,
  coefficients: Float64Array,
  inputs: ParameterInputs,
): Float64Array {
  const numbers = step.parameterInputs
    .filter(({ perUpdate }) => !perUpdate)
    .flatMap(({ name, nodes }) => nodes.map((_, i) => constantInput(name, i, inputs)));
  return numbers.length === 0 ? coefficients : Float64Array.from([...coefficients, ...numbers]);
}

/** A parameter input that is constant over a run. Without a domain, the bounds are infinite. */
export function constantInput(name: string, parameter: number, { free, domain }: ParameterInputs): number {
  if (name === 'free') return free[parameter] as number;
  return name === 'low' ? (domain?.[parameter]?.[0] ?? -Infinity) : (domain?.[parameter]?.[1] ?? Infinity);
}

/** Noise of a parameter at an update (from 0); 0 for a frozen parameter. */
export const noiseAt = ({ free, noise }: ParameterInputs, update: number, parameter: number): number =>
  free[parameter] === 0 ? 0 : (noise[update * free.length + parameter] as number);

/** Values of `updateInputs`, update by update: the per-update coefficients, then the noise if the rule reads it. */
export function withNoiseInputs(
  step: StepProgram,
  coefficients: Float64Array,
  inputs: ParameterInputs,
  updates: number,
): Float64Array {
  if (!readsNoise(step)) return coefficients;
  const perUpdateCount = step.coefficients.perUpdate.length;
  const size = perUpdateCount + step.parameterCount;
  return Float64Array.from({ length: updates * size }, (_, k) => {
    const [update, i] = [Math.floor(k / size), k % size];
    return i < perUpdateCount
      ? (coefficients[update * perUpdateCount + i] as number)
      : noiseAt(inputs, update, i - perUpdateCount);
  });
}
