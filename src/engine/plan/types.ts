import type { ModifierId } from '../../catalogue';
import type { RunPrecision } from '../../experiment/core/types';
import type { LossProgram, StepProgram } from '../../formula';
import type { Tensor } from '../../formula/tensor';
import type { DataLoss, FunctionLoss } from '../loss/source';
import type { BatchSamples, NoSamples } from '../samples/updateSamples';
import type { ParameterInputs } from './parameterInputs';

/** An experiment made ready to run: programs compiled, data sampled, coefficients computed. */
export type Plan = FunctionPlan | DataPlan;

/** The plan of a function problem or a typed loss. */
export interface FunctionPlan extends CommonPlan, FunctionLoss {
  /** The box that updates are projected onto, [low, high] of every parameter; null without a domain. */
  readonly domain: readonly (readonly [number, number])[] | null;
  readonly runs: readonly FunctionRunPlan[];
}

/** The plan of a data problem. */
export interface DataPlan extends CommonPlan, DataLoss {
  readonly runs: readonly DataRunPlan[];
}

/** The part of a plan that does not depend on its runs, and the point from which they begin. */
export type ProblemPlan = (Omit<FunctionPlan, 'runs'> | Omit<DataPlan, 'runs'>) & { readonly start: readonly number[] };

/**
 * The loss of the global minimum; -Infinity if there is none, because the loss has no lower bound; `anyMinimum` if every
 * minimum is global, because the loss is convex; null if it is not known.
 */
type LowestLoss = number | 'anyMinimum' | null;

interface CommonPlan {
  readonly parameters: readonly string[];
  /** The tensors that they form. */
  readonly tensors: readonly Tensor[];
  /**
   * The loss that an update without dropout descends: `loss`, unless that is the mean of a loss that changes with `t`.
   * Its constants are those of `loss`, then `t`.
   */
  readonly training: LossProgram;
  /** The problem's default view, [min, max] of every parameter; a run that ends outside has left the view. */
  readonly defaultRanges: readonly (readonly [number, number])[];
  /** Known minima: one point each. */
  readonly minima: readonly (readonly number[])[];
  /** What is known of the lowest loss. */
  readonly lowest: LowestLoss;
}

export type RunPlan = FunctionRunPlan | DataRunPlan;

export type FunctionRunPlan = CommonRunPlan & NoSamples;

export type DataRunPlan = CommonRunPlan & BatchSamples;

export interface CommonRunPlan {
  /** Key of the optimizer whose rule `step` is compiled from, as in `Run`. */
  readonly optimizer: string;
  readonly step: StepProgram;
  /** The modifiers of the training loop around the rule; their lines and settings are in `step` and `hyper`. */
  readonly modifiers: readonly ModifierId[];
  readonly hyper: Readonly<Record<string, number>>;
  readonly start: Float64Array;
  /** States x parameters. */
  readonly startState: Float64Array;
  /** Values of `fixedInputs`. */
  readonly fixed: Float64Array;
  /** updates x `updateInputs`. */
  readonly perUpdate: Float64Array;
  /** The learning rate of every update; of a schedule that reads the loss, before any loss is known (trace/rounds.ts). */
  readonly rates: Float64Array;
  /** Of a schedule that reads the loss: the rates by the full loss at every row so far. */
  readonly ratesFrom?: ((losses: ArrayLike<number>) => Float64Array) | undefined;
  readonly parameterInputs: ParameterInputs;
  /** The numbers in which the run computes on every engine; absent: those of the engine. */
  readonly precision?: RunPrecision | undefined;
  readonly updates: number;
}
