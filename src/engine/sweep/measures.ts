import type { SweepMeasures } from './types';
import { decodeMinimum, decodeOutcome } from './watch';

/** Room for the measures of so many runs. */
export const emptyMeasures = (runs: number): SweepMeasures => ({
  loss: new Float32Array(runs),
  bestLoss: new Float32Array(runs),
  steps: new Float32Array(runs),
  outcome: new Float32Array(runs),
  minimum: new Float32Array(runs),
});

/** Takes over the losses of `count` runs from what a kernel wrote that kept nothing else (shader.lossOnly.ts). */
export function storeLosses(measures: SweepMeasures, texels: ArrayLike<number>, first: number, count: number): void {
  for (let k = 0; k < count; k += 1) measures.loss[first + k] = texels[4 * k] as number;
  for (const measure of ['bestLoss', 'steps', 'outcome', 'minimum'] as const) measures[measure].fill(Number.NaN, first, first + count);
}

/** Takes apart what a kernel wrote about `count` runs (summary.ts), from run `first` on. */
export function storeMeasures(measures: SweepMeasures, texels: ArrayLike<number>, first: number, count: number): void {
  for (let k = 0; k < count; k += 1) {
    const end = texels[4 * k + 3] as number;
    measures.loss[first + k] = texels[4 * k] as number;
    measures.bestLoss[first + k] = texels[4 * k + 1] as number;
    measures.steps[first + k] = texels[4 * k + 2] as number;
    measures.outcome[first + k] = decodeOutcome(end);
    measures.minimum[first + k] = decodeMinimum(end);
  }
}
