import type { View } from './types';

/** Most evaluations of a sample's loss in one landscape; large data sets get a coarser grid. */
const MAX_SAMPLE_LOSSES = 2 ** 22;
const WIDTH_1D = 512;
const MAX_SIDE_2D = 128;
const MIN_SIDE_2D = 32;

/**
 * Nodes of the grid on which the loss over a view is computed.
 * @param samples evaluations of a sample's loss for one value of the full loss
 */
export function gridSize(view: View, samples: number): { width: number; height: number } {
  if (view.kind === 'curve') return { width: WIDTH_1D, height: 1 };
  const side = Math.max(MIN_SIDE_2D, Math.min(MAX_SIDE_2D, Math.floor(Math.sqrt(MAX_SAMPLE_LOSSES / samples) / 4) * 4));
  return { width: side, height: side };
}
