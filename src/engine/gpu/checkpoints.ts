import type { Tensor } from '@tensorflow/tfjs-core';
import type { Device, Tables } from './device';
import type { Group } from './work';

/** Rows of a group; the last one is the present state. */
export interface StateRows {
  readonly table: Tensor;
  /** Rows per run. */
  readonly count: number;
}

/** Consecutive updates of all runs of a group. */
export interface Chunk {
  readonly group: Group;
  /** The first update, counted from 0, and their number. */
  readonly first: number;
  readonly count: number;
}

/**
 * Computes a chunk in two draws: checkpoints far apart, then every row from the nearest checkpoint before it. A fragment
 * makes about sqrt(count) updates instead of the count/2 of `advanceDirect`. Does not dispose `start`.
 * @param tables Runs, Coefficients and Data
 */
export function advanceCheckpointed(
  device: Device,
  { group, first, count }: Chunk,
  start: StateRows,
  tables: Tables,
): Tensor {
  const spacing = Math.ceil(Math.sqrt(count));
  const chunk = { kernel: 'trajectory', group, first } as const;
  const checkpointCount = Math.ceil(count / spacing);
  const checkpoints = device.run(
    { ...chunk, count: checkpointCount, lead: 0, stride: spacing, stateRow: start.count - 1, spacing: checkpointCount },
    { State: start.table, ...tables },
  );
  const rows = device.run(
    { ...chunk, count, lead: 1, stride: 1, stateRow: 0, spacing },
    { State: checkpoints, ...tables },
  );
  checkpoints.dispose();
  return rows;
}

/** Computes a chunk in one draw, every row from the start of the chunk. Does not dispose `start`. */
export function advanceDirect(
  device: Device,
  { group, first, count }: Chunk,
  start: StateRows,
  tables: Tables,
): Tensor {
  return device.run(
    { kernel: 'trajectory', group, first, count, lead: 1, stride: 1, stateRow: start.count - 1, spacing: count },
    { State: start.table, ...tables },
  );
}
