import type { ModifierId, PreparedData } from '../../catalogue';
import type { LossProgram, StepProgram } from '../../formula';
import type { Updates } from '../samples/batches';
import type { Dropout } from '../samples/dropout';
import type { ParameterInputs } from './parameterInputs';

/** An experiment made ready to run: programs compiled, data drawn, every number that is not the GPU's business computed. */
export interface Plan {
  readonly parameters: readonly string[];
  readonly loss: LossProgram;
  /**
   * What an update without dropout descends: `loss`, or, where that is the mean of a loss that changes with `t`, the loss of the update. Its
   * constants are those of `loss`, and `t` after them.
   */
  readonly training: LossProgram;
  /** Values of the loss's constants, in the order of `loss.others`; empty for data problems. */
  readonly constants: Float64Array;
  /** The box that updates are projected onto, [low, high] of every parameter; null where any point may be. */
  readonly domain: readonly (readonly [number, number])[] | null;
  readonly data: PreparedData | null;
  readonly runs: readonly RunPlan[];
  /** The rectangle beyond which a run has left: the problem's own view, [min, max] of every parameter. */
  readonly defaultRanges: readonly (readonly [number, number])[];
  /** Known minimisers. */
  readonly minima: readonly (readonly number[])[];
}

export interface RunPlan {
  /** Key of the optimizer whose rule `step` is made from. */
  readonly optimizer: string;
  readonly step: StepProgram;
  /** What the training loop does around the rule; its lines and settings are in `step` and `hyper`. */
  readonly modifiers: readonly ModifierId[];
  readonly hyper: Readonly<Record<string, number>>;
  readonly start: Float64Array;
  /** States x parameters. */
  readonly startState: Float64Array;
  /** Numbers of `fixedInputs`. */
  readonly fixed: Float64Array;
  /** updates x numbers of `updateInputs`. */
  readonly perUpdate: Float64Array;
  readonly rates: Float64Array;
  readonly parameterInputs: ParameterInputs;
  readonly updates: number;
  /** Which visits make each update; null for function problems. */
  readonly batches: Updates | null;
  /** Samples in the order in which the epochs visit them, end to end; the same array where runs share it. Empty for functions. */
  readonly visits: Int32Array;
  /** Which hidden units are left out at each visit; null without dropout. */
  readonly dropout: Dropout | null;
}
