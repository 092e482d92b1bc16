import type { RunPlan } from '../plan/types';
import type { Precision } from '../loss/evaluator';
import { roundTo, type Round } from '../common/rounding';

/** How a run computes: in which registers, and where their numbers are rounded further. */
export interface Arithmetic {
  readonly registers: Precision;
  /** After every operation of the rule. */
  readonly inRule?: Round;
  /** After every operation of the loss and its gradient. */
  readonly inLoss?: Round;
  /** The parameters and the state as they are kept from one update to the next. */
  readonly kept?: Round;
  /** The parameters as the model has them, and the loss and the gradient that it gives back. */
  readonly ofModel?: Round;
}

/**
 * The arithmetic of a run. With a format of 16 bits the model's parameters and its gradient are numbers of that format; a
 * master copy leaves the rule, with its state, in float32, as mixed precision does.
 * @param engine the precision of a run without one of its own
 */
export function arithmeticOf({ precision }: Pick<RunPlan, 'precision'>, engine: Precision): Arithmetic {
  if (!precision) return { registers: engine };
  const { format, rounding, master } = precision;
  if (format === 'float64' || format === 'float32') return { registers: format };
  const round = roundTo[format];
  const everywhere = rounding !== 'stored';
  return {
    registers: 'float32',
    ofModel: round,
    ...(everywhere && { inLoss: round }),
    ...(!master && { kept: round, ...(everywhere && { inRule: round }) }),
  };
}

/** The loss that is recorded is that of the recorded parameters: in float64 for a run with a precision of its own. */
export const shownLossPrecision = ({ precision }: Pick<RunPlan, 'precision'>, engine: Precision): Precision =>
  precision ? 'float64' : engine;
