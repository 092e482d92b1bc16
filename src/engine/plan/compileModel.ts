import { compileLoss, parseExpression, type LossProgram } from '../../formula';
import { rememberLast } from '../common/memo';

const rememberLoss = rememberLast<LossProgram>(16);

/** Compiles a loss over parameters and other names: the columns of a sample, or the constants of a typed loss. */
export function compileModel(loss: string, parameters: readonly string[], columns: readonly string[]): LossProgram {
  const compiled = () => compileLoss(parseExpression(loss, [...parameters, ...columns]), parameters, columns);
  return rememberLoss(JSON.stringify([loss, parameters, columns]), compiled);
}
