import type { ModifierId } from '../../catalogue';
import type { RunPrecision } from '../../experiment/core/types';
import type { LossProgram, StepProgram } from '../../formula';
import type { Tensor } from '../../formula/tensor';
import type { DataLoss, FunctionLoss } from '../loss/source';
import type { BatchSamples, NoSamples } from '../samples/updateSamples';
import type { ParameterInputs } from './parameterInputs';

/**
 * An experiment made ready to run: programs compiled, data sampled, coefficients computed. Its runs are by rules or by
 * classical methods; a `Plan` is one with rules alone, which devices and sweeps compute.
 */
export type ExperimentPlan =
  WithRuns<FunctionPlan, FunctionRunPlan | FunctionMethodPlan> | WithRuns<DataPlan, DataRunPlan | DataMethodPlan>;

type WithRuns<P, R> = Omit<P, 'runs'> & { readonly runs: readonly R[] };

/** The plan of runs by update rules. */
export type Plan = FunctionPlan | DataPlan;

/** The part of a plan that does not depend on its runs. */
export type PlannedProblem = Omit<FunctionPlan, 'runs'> | Omit<DataPlan, 'runs'>;

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
export type ProblemPlan = PlannedProblem & { readonly start: readonly number[] };

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

/** The plan of a run by an update rule. */
export type RunPlan = FunctionRunPlan | DataRunPlan;

/** The plan of a run by a classical method. Its updates are iterations, and each reads all samples. */
export type MethodPlan = FunctionMethodPlan | DataMethodPlan;

export type FunctionMethodPlan = CommonMethodPlan & NoSamples;
export type DataMethodPlan = CommonMethodPlan & BatchSamples;

/** The plan of a run of either kind. */
export type AnyRunPlan = RunPlan | MethodPlan;

export type FunctionRunPlan = CommonRunPlan & NoSamples;

export type DataRunPlan = CommonRunPlan & BatchSamples;

/** What runs by rules and by methods have in common. */
interface EveryRunPlan {
  /** Key of the optimizer, as in `Run`. A rule's `step` is compiled from that of this optimizer. */
  readonly optimizer: string;
  /** The modifiers of the training loop around the rule; their lines and settings are in `step` and `hyper`. */
  readonly modifiers: readonly ModifierId[];
  readonly hyper: Readonly<Record<string, number>>;
  readonly start: Float64Array;
  /** States x parameters. */
  readonly startState: Float64Array;
  /**
   * The learning rate of every update; of a schedule that reads the loss, before any loss is known (trace/rounds.ts). A
   * method has none: NaN.
   */
  readonly rates: Float64Array;
  /** Of a schedule that reads the loss: the rates by the full loss at every row so far. */
  readonly ratesFrom?: ((losses: ArrayLike<number>) => Float64Array) | undefined;
  readonly parameterInputs: ParameterInputs;
  /** The numbers in which the run computes on every engine; absent: those of the engine. */
  readonly precision?: RunPrecision | undefined;
  readonly updates: number;
}

/** A classical method has no modifiers, states or rates. */
interface CommonMethodPlan extends EveryRunPlan {
  readonly by: 'method';
}

export interface CommonRunPlan extends EveryRunPlan {
  readonly by: 'rule';
  readonly step: StepProgram;
  /** Values of `fixedInputs`. */
  readonly fixed: Float64Array;
  /** updates x `updateInputs`. */
  readonly perUpdate: Float64Array;
}
