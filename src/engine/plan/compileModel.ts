import { compileLoss, parseExpression, type LossProgram } from '../../formula';
import { rememberLast } from '../common/memo';

const rememberLoss = rememberLast<LossProgram>(16);

/** Compiles the loss of one sample, a formula of a model's parameters and these columns. */
export function compileModel(loss: string, parameters: readonly string[], columns: readonly string[]): LossProgram {
  const compiled = () => compileLoss(parseExpression(loss, [...parameters, ...columns]), parameters, columns);
  return rememberLoss(JSON.stringify([loss, parameters, columns]), compiled);
}
