import type { NumberFormat, RunPrecision } from '../../experiment/core/types';
import type { Registers, Round } from '../../formula';
import type { Precision } from '../loss/evaluator';
import type { Plan, RunPlan } from '../plan/types';
import type { RunTrace } from '../trace/types';

type RoundAll = (...vectors: readonly (number[] | Registers)[]) => void;

/** How a run computes: in which registers, and where their numbers are rounded further. */
export interface Arithmetic {
  readonly registers: Precision;
  /** Of the recorded loss, which is that of the recorded parameters. */
  readonly shown: Precision;
  /** After every operation of the rule. */
  readonly inRule?: Round;
  /** After every operation of the loss and its gradient. */
  readonly inLoss?: Round;
  /** Rounds, in place, the parameters and the state as they are kept from one update to the next. */
  readonly kept?: RoundAll;
  /** Rounds, in place, the parameters as the model has them, and the loss and the gradient that it gives back. */
  readonly ofModel?: RoundAll;
}

/** An update that is too small to change a parameter: the distance from its value to the next number of the format. */
export interface Vanishing {
  readonly format: NumberFormat;
  readonly parameter: string;
  readonly value: number;
  readonly gap: number;
  readonly update: number;
}

/** An update of a cycle that rounding changed: what the rule was to add to a parameter, and what it did. */
export interface Coarseness extends Vanishing {
  readonly move: number;
}

/**
 * What only runs with a precision of their own need (engine/precision). The worker has it; the page computes its first answers
 * without it, and leaves experiments with such runs to the worker.
 */
export interface PrecisionParts {
  readonly arithmeticOf: (precision: RunPrecision) => Arithmetic;
  /** The largest finite number of each format. */
  readonly largest: Readonly<Record<NumberFormat, number>>;
  readonly vanishing: (plan: Plan, run: RunPlan, trace: RunTrace, last: number) => Vanishing | null;
  readonly coarseness: (plan: Plan, run: RunPlan, trace: RunTrace, last: number, period: number) => Coarseness | null;
}

let provided: PrecisionParts | undefined;

export const providePrecision = (parts: PrecisionParts): void => void (provided = parts);

/** Throws Error where nobody has provided them. */
export function precisionParts(): PrecisionParts {
  if (!provided) throw new Error('no precision');
  return provided;
}

/** The arithmetic of a run; `engine` is the precision of one without its own. */
export const arithmeticOf = ({ precision }: Pick<RunPlan, 'precision'>, engine: Precision): Arithmetic =>
  precision ? precisionParts().arithmeticOf(precision) : { registers: engine, shown: engine };
