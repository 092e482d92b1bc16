import { isMatrixFunction, type MatrixFunction } from '../../formula/syntax';

/** Functions of rules that need to know which parameters form a tensor. */
export type TensorFunction = MatrixFunction | 'layerwise_norm';

export const isOverTensors = (name: string): name is TensorFunction =>
  isMatrixFunction(name) || name === 'layerwise_norm';
