import { RUNS_PER_TEXEL } from './layout';
import type { Grid } from './plan';
import type { SweepMeasures } from './types';
import { decodeMinimum, decodeOutcome } from './keptRows';

/** Measures for this many runs, all NaN. */
export function emptyMeasures(runs: number): SweepMeasures {
  const unknown = () => new Float32Array(runs).fill(Number.NaN);
  return { loss: unknown(), bestLoss: unknown(), steps: unknown(), outcome: unknown(), minimum: unknown() };
}

/** Texels per row of the grid. */
export const texelsPerRow = ({ width }: Grid, runs: number): number => Math.ceil(width / runs);

/** Copies the losses from `count` texels, of which `first` is the first in the grid and which hold only losses. */
export function storeLosses(
  measures: SweepMeasures,
  texels: Float32Array,
  grid: Grid,
  first: number,
  count: number,
): void {
  const perRow = texelsPerRow(grid, RUNS_PER_TEXEL);
  for (let k = 0; k < count; k += 1) {
    const row = Math.floor((first + k) / perRow);
    const column = (first + k - row * perRow) * RUNS_PER_TEXEL;
    const held = Math.min(RUNS_PER_TEXEL, grid.width - column);
    measures.loss.set(texels.subarray(4 * k, 4 * k + held), row * grid.width + column);
  }
}

/** Decodes the summaries of `count` runs, from run `first` on. */
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
