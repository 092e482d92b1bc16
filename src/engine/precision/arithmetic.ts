import { isShortFormat } from '../../experiment/core/precision';
import type { RunPrecision } from '../../experiment/core/types';
import type { Arithmetic } from '../float64/precisionParts';
import type { Registers, Round } from '../../formula';
import { roundTo } from './rounding';

/**
 * The arithmetic of a precision. With a format of 16 bits the model's parameters and its gradient are numbers of that format; a
 * master copy leaves the rule, with its state, in float32, as mixed precision does. The recorded loss is in float64.
 */
export function arithmeticOf({ format, rounding, master }: RunPrecision): Arithmetic {
  if (!isShortFormat(format)) return { registers: format, shown: 'float64' };
  const round = roundTo[format];
  const all = (...vectors: readonly (number[] | Registers)[]) => vectors.forEach((values) => roundAll(values, round));
  const everywhere = rounding !== 'stored';
  return {
    registers: 'float32',
    shown: 'float64',
    ofModel: all,
    ...(everywhere && { inLoss: round }),
    ...(!master && { kept: all, ...(everywhere && { inRule: round }) }),
  };
}

function roundAll(values: number[] | Registers, round: Round): void {
  for (let i = 0; i < values.length; i += 1) values[i] = round(values[i] as number);
}
