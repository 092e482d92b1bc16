import type { RunTrace } from './types';

/**
 * Evaluations of the loss or of its gradient over all samples, up to a row of a run. A batch counts as its share of the samples. A
 * Hessian counts as many times as there are parameters, because each of its rows costs about as much as a gradient.
 *
 * A method's record arrives with its last row. While it is missing, every row counts as one evaluation; once it is there, a
 * row that it does not have counts as none.
 */
export function evaluationsUpTo(run: RunTrace, row: number, epochSize: number): number {
  const { rows, params, method, samplesSeen, evaluations = 1 } = run;
  if (!method) return (evaluations * (samplesSeen[row] ?? Number.NaN)) / Math.max(1, epochSize);
  const [losses = 0, gradients = 0, hessians = 0] = method.evaluations[row] ?? [];
  return losses + gradients + (params.length / rows) * hessians;
}
