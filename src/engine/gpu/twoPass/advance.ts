import type { Tensor } from '@tensorflow/tfjs-core';
import type { Device, Tables } from '../device';
import type { Chunk, StateRows } from '../checkpoints';
import type { GradientWork } from '../work';
import { gradientTexels, MAX_MERGED_ROWS, rowTable } from './shaders';

interface TwoPassChunk extends Chunk {
  /** Parts of a batch whose gradients are summed separately. */
  readonly batchSlices: number;
}

/**
 * Computes a chunk of at most MAX_MERGED_ROWS updates, each in draws of its own, and returns its rows. Does not dispose `start`.
 * @param tables Runs, Coefficients and Data
 */
export function advanceTwoPass(
  device: Device,
  { group, first, count, batchSlices }: TwoPassChunk,
  start: StateRows,
  tables: Tables,
): Tensor {
  const rows: Tensor[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = { ...tables, State: rows[i - 1] ?? start.table };
    const at = { group, batchSlices, update: first + i, before: i === 0 ? start.count - 1 : 0 };
    const gradients = gradientsAt(device, at, from);
    rows.push(device.run({ kernel: 'update', ...at }, { ...from, ...gradients }));
    for (const gradient of Object.values(gradients)) gradient.dispose();
  }
  // The shader always reads the same number of tables, so that it is compiled once; a short chunk repeats its last row.
  const rowTables = Array.from(
    { length: MAX_MERGED_ROWS },
    (_, i) => [rowTable(i), rows[Math.min(i, count - 1)] as Tensor] as const,
  );
  const chunk = device.run({ kernel: 'rows', group, count }, Object.fromEntries(rowTables));
  for (const row of rows) row.dispose();
  return chunk;
}

/** The result of each gradient call, by the name of its table. The point of a call may depend on the calls before it. */
function gradientsAt(
  device: Device,
  at: Omit<GradientWork, 'kernel' | 'call' | 'texels'>,
  tables: Tables,
): Record<string, Tensor> {
  const step = at.group.plan.runs[at.group.members[0] as number]?.step;
  const gradients: Record<string, Tensor> = {};
  step?.calls.forEach((_, call) => {
    const work: GradientWork = { kernel: 'gradient', call, texels: gradientTexels(step), ...at };
    gradients[`Gradient${call}`] = device.run(work, { ...tables, ...gradients });
  });
  return gradients;
}
