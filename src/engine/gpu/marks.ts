import type { Tensor } from '@tensorflow/tfjs-core';
import type { Device, Tables } from './device';
import type { Group } from './work';

/** Rows of a group, of which the last is where it is now. */
export interface Rows {
  readonly table: Tensor;
  /** Rows a run. */
  readonly count: number;
}

/** Updates of all runs of a group. */
export interface Chunk {
  readonly group: Group;
  /** First update, from 0, and how many. */
  readonly first: number;
  readonly count: number;
}

/**
 * Draws a chunk in two draws: some rows far apart, then every row from the nearest of those before it. Where a fragment for
 * every row from the chunk's start repeats count/2 updates, it repeats the root of count here. `start` stays with its owner.
 * @param tables Runs, Schedule and Data
 */
export function advanceMarked(device: Device, { group, first, count }: Chunk, start: Rows, tables: Tables): Tensor {
  const spacing = Math.ceil(Math.sqrt(count));
  const chunk = { kernel: 'trajectory', group, first } as const;
  const places = Math.ceil(count / spacing);
  const marks = device.run(
    { ...chunk, count: places, lead: 0, stride: spacing, stateRow: start.count - 1, spacing: places },
    { State: start.table, ...tables },
  );
  const rows = device.run({ ...chunk, count, lead: 1, stride: 1, stateRow: 0, spacing }, { State: marks, ...tables });
  marks.dispose();
  return rows;
}

/** Draws a chunk in one draw, every row from the chunk's start. `start` stays with its owner. */
export function advanceWhole(device: Device, { group, first, count }: Chunk, start: Rows, tables: Tables): Tensor {
  return device.run(
    { kernel: 'trajectory', group, first, count, lead: 1, stride: 1, stateRow: start.count - 1, spacing: count },
    { State: start.table, ...tables },
  );
}
