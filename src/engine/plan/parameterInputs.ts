import type { StepProgram } from '../../formula';
import { rememberLast } from '../common/memo';
import { randomSource } from '../samples/random';

/** What the parameters of one run are given from outside its rule. */
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
 * Standard normal numbers, updates x parameters: the same for all runs of an experiment, so that rules can be compared under
 * the same noise, and the same for the first updates however many follow.
 */
export const sampleNoise = (seed: number, updates: number, parameters: number): Float64Array =>
  rememberNoise(`${seed} ${updates} ${parameters}`, () => {
    const { normal } = randomSource(seed, 'noise');
    return Float64Array.from({ length: updates * parameters }, normal);
  });

/** Whether a rule reads noise. */
export const readsNoise = (step: StepProgram): boolean => step.parameterInputs.some(({ name }) => name === 'noise');

/** Numbers of `fixedInputs` from what the schedule hands over, and what is given once a run. */
export function withConstantInputs(step: StepProgram, handed: Float64Array, given: ParameterInputs): Float64Array {
  const numbers = step.parameterInputs
    .filter(({ perUpdate }) => !perUpdate)
    .flatMap(({ name, nodes }) => nodes.map((_, i) => constantInput(name, i, given)));
  return numbers.length === 0 ? handed : Float64Array.from([...handed, ...numbers]);
}

/** One number that a parameter is given once a run; a problem without a domain has bounds at infinity. */
export function constantInput(name: string, parameter: number, { free, domain }: ParameterInputs): number {
  if (name === 'free') return free[parameter] as number;
  return name === 'low' ? (domain?.[parameter]?.[0] ?? -Infinity) : (domain?.[parameter]?.[1] ?? Infinity);
}

/** Noise of a parameter at an update, from 0: none where it is frozen. */
export const noiseAt = ({ free, noise }: ParameterInputs, update: number, parameter: number): number =>
  free[parameter] === 0 ? 0 : (noise[update * free.length + parameter] as number);

/** Numbers of `updateInputs`, update by update: what the schedule hands over, then the noise where the rule reads it. */
export function withNoiseInputs(
  step: StepProgram,
  handed: Float64Array,
  given: ParameterInputs,
  updates: number,
): Float64Array {
  if (!readsNoise(step)) return handed;
  const own = step.coefficients.perUpdate.length;
  const size = own + step.parameterCount;
  return Float64Array.from({ length: updates * size }, (_, k) => {
    const [update, i] = [Math.floor(k / size), k % size];
    return i < own ? (handed[update * own + i] as number) : noiseAt(given, update, i - own);
  });
}
