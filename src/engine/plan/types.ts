import type { ModifierId } from '../../catalogue';
import type { LossProgram, StepProgram } from '../../formula';
import type { LossSource } from '../loss/evaluator';
import type { Updates } from '../samples/batches';
import type { Dropout } from '../samples/dropout';
import type { ParameterInputs } from './parameterInputs';

/** An experiment made ready to run: programs compiled, data sampled, coefficients computed. */
export interface Plan extends LossSource {
  readonly parameters: readonly string[];
  /**
   * The loss that an update without dropout descends: `loss`, unless that is the mean of a loss that changes with `t`.
   * Its constants are those of `loss`, then `t`.
   */
  readonly training: LossProgram;
  /** The box that updates are projected onto, [low, high] of every parameter; null without a domain. */
  readonly domain: readonly (readonly [number, number])[] | null;
  readonly runs: readonly RunPlan[];
  /** The problem's default view, [min, max] of every parameter; a run that ends outside has left the view. */
  readonly defaultRanges: readonly (readonly [number, number])[];
  /** Known minima: one point each. */
  readonly minima: readonly (readonly number[])[];
}

export interface RunPlan {
  /** Key of the optimizer whose rule `step` is compiled from. */
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
  /** The learning rate of every update. */
  readonly rates: Float64Array;
  readonly parameterInputs: ParameterInputs;
  readonly updates: number;
  /** Which visits each update uses; null for function problems. */
  readonly batches: Updates | null;
  /** Sample indices in the order of visits, all epochs end to end; runs with the same order share the array. Empty for functions. */
  readonly visits: Int32Array;
  /** Which hidden units are left out at each visit; null without dropout. */
  readonly dropout: Dropout | null;
}
