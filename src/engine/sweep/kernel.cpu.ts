import type { SweepWork } from '../work';
import { planAt } from './plan';
import { summarize } from './summary';

/** The same texels as the WebGL kernel's, each run walked with float32 registers. */
export function cpuSweep({ sweep, grid, first, count }: SweepWork, values: Float32Array): Float32Array {
  for (let k = 0; k < count; k += 1) {
    const row = Math.floor((first + k) / grid.width);
    values.set(summarize(planAt(sweep, grid, first + k - row * grid.width, row), 'float32'), 4 * k);
  }
  return values;
}
