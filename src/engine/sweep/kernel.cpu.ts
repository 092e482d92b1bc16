import { texelsPerRow } from './measures';
import { planAt, type Grid, type SweepPlan } from './plan';
import { summarize } from './summary';

interface TileOfSweep {
  readonly sweep: SweepPlan;
  readonly grid: Grid;
  /** Runs per texel. */
  readonly runs: number;
  /** The first texel, and the number of texels. */
  readonly first: number;
  readonly count: number;
}

/** The texels that the WebGL kernel would write, computed on the CPU in float32. */
export function sweepOnCpu({ sweep, grid, runs, first, count }: TileOfSweep, values: Float32Array): Float32Array {
  const perRow = texelsPerRow(grid, runs);
  const at = (column: number, row: number) => summarize(planAt(sweep, grid, column, row), 'float32');
  for (let k = 0; k < count; k += 1) {
    const row = Math.floor((first + k) / perRow);
    const column = (first + k - row * perRow) * runs;
    const texel =
      runs === 1
        ? at(column, row)
        : Array.from({ length: Math.min(runs, grid.width - column) }, (_, i) => at(column + i, row)[0]);
    values.set(texel, 4 * k);
  }
  return values;
}
