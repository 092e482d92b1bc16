import type { Tensor } from '@tensorflow/tfjs-core';
import type { Device, Tables } from '../device';
import type { Chunk, Rows } from '../marks';
import type { GradientWork } from '../work';
import { ROWS_TOGETHER, rowTable } from './shaders';

interface SplitChunk extends Chunk {
  /** Slices of a batch that are added up on their own. */
  readonly slices: number;
}

/**
 * Draws a chunk of at most ROWS_TOGETHER updates one by one: its rows, as the trajectory kernel would give them. `start` stays with its owner.
 * @param tables Runs, Schedule and Data
 */
export function advanceSplit(
  device: Device,
  { group, first, count, slices }: SplitChunk,
  start: Rows,
  tables: Tables,
): Tensor {
  const rows: Tensor[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = { ...tables, State: rows[i - 1] ?? start.table };
    const at = { group, slices, update: first + i, before: i === 0 ? start.count - 1 : 0 };
    const gradients = gradientsAt(device, at, from);
    rows.push(device.run({ kernel: 'update', ...at }, { ...from, ...gradients }));
    for (const gradient of Object.values(gradients)) gradient.dispose();
  }
  // One text for chunks of every length: the last row stands in for those that there are not.
  const together = Array.from(
    { length: ROWS_TOGETHER },
    (_, i) => [rowTable(i), rows[Math.min(i, count - 1)] as Tensor] as const,
  );
  const chunk = device.run({ kernel: 'rows', group, count }, Object.fromEntries(together));
  for (const row of rows) row.dispose();
  return chunk;
}

/** What each of the rule's calls gives, by the name of its table. A later call may ask at a point that an earlier one decides. */
function gradientsAt(
  device: Device,
  at: Omit<GradientWork, 'kernel' | 'call'>,
  tables: Tables,
): Record<string, Tensor> {
  const calls = at.group.plan.runs[at.group.members[0] as number]?.step.calls ?? [];
  const gradients: Record<string, Tensor> = {};
  calls.forEach((_, call) => {
    gradients[`Gradient${call}`] = device.run({ kernel: 'gradient', call, ...at }, { ...tables, ...gradients });
  });
  return gradients;
}
