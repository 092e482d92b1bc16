import { pointOnPlane, vectorAlong } from './projection';
import type { View } from './types';

/** Most evaluations of a sample's loss in one landscape; large data sets get a coarser grid. */
const MAX_SAMPLE_LOSSES = 2 ** 22;
const WIDTH_1D = 512;
const MAX_SIDE_2D = 128;
const MIN_SIDE_2D = 32;

/** A grid on a plane through parameter space: its points are origin + u*along + v*up, u and v from 0 to 1. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** One number per parameter each. */
  readonly origin: readonly number[];
  readonly along: readonly number[];
  readonly up: readonly number[];
}

/**
 * The grid on which the loss over a view is computed.
 * @param samples evaluations of a sample's loss for one value of the full loss
 */
export function gridOver(view: View, samples: number): Grid {
  const [first, second] = view.axes;
  const count = view.held.length;
  const along = vectorAlong(first, count).map((u) => u * (view.x[1] - view.x[0]));
  const up =
    second === undefined ? view.held.map(() => 0) : vectorAlong(second, count).map((u) => u * (view.y[1] - view.y[0]));
  return { ...sizeOf(view, samples), origin: pointOnPlane(view, view.x[0], view.y[0]), along, up };
}

function sizeOf(view: View, samples: number): { width: number; height: number } {
  if (view.kind === 'curve') return { width: WIDTH_1D, height: 1 };
  const side = Math.max(MIN_SIDE_2D, Math.min(MAX_SIDE_2D, Math.floor(Math.sqrt(MAX_SAMPLE_LOSSES / samples) / 4) * 4));
  return { width: side, height: side };
}
