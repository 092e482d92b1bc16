import { prepareData } from '../../catalogue/datasets/prepare';
import { datasetOf } from '../../experiment/core/choice';
import type { DataChoice } from '../../experiment/core/types';
import type { DataCurvature } from './dataCurvature';

/** What the second derivative of one sample's loss by the network's output is at most: of half a square, of the logistic loss. */
const OF_OUTPUT: Readonly<Record<string, number>> = { 'network-fit': 1, 'network-classes': 1 / 4 };

/**
 * What the curvature of a network's loss over user data is at most at its initial weights, but for the part that vanishes
 * with the errors: the trace of the Gauss-Newton matrix. An output c + sum v_j tanh(w_j x + b_j) has the gradient
 * (v_j x/cosh^2, v_j/cosh^2, tanh, 1), whose square is at most (|x|^2 + 1) sum v_j^2 + hidden + 1; initial v_j are at most
 * 1/sqrt(hidden), so that their squares add up to at most 1. Null for other models, sampled data, and numbers too large.
 */
export function networkCurvature(problem: DataChoice): Pick<DataCurvature, 'largest' | 'largestOfSample'> | null {
  const ofOutput = OF_OUTPUT[problem.id];
  if (ofOutput === undefined || !problem.userData) return null;
  const { columns, size } = prepareData(datasetOf(problem.userData), problem.settings, null);
  const features = columns.slice(0, -1);
  const squares = Array.from({ length: size }, (_, i) =>
    features.reduce((sum, column) => sum + (column[i] ?? 0) ** 2, 0),
  );
  const bound = (square: number) => ofOutput * (square + 1 + (problem.settings['hidden'] ?? 1) + 1);
  const largest = bound(squares.reduce((sum, square) => sum + square, 0) / size);
  const largestOfSample = bound(squares.reduce((most, square) => Math.max(most, square), 0));
  return Number.isFinite(largestOfSample) ? { largest, largestOfSample } : null;
}
