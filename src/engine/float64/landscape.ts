import { LossEvaluator } from '../loss/evaluator';
import { evaluationsOf, type LossSource } from '../loss/source';
import { contourBands } from '../view/contours';
import { gridSize } from '../view/grid';
import { pointOnPlane } from '../view/projection';
import type { Landscape, View } from '../view/types';

/** How often a landscape of this problem evaluates a sample's loss. */
export function landscapeEvaluations(problem: LossSource, view: View): number {
  const samples = evaluationsOf(problem);
  const { width, height } = gridSize(view, samples);
  return width * height * samples;
}

/** The loss over a view in plain TypeScript, on the grid of the GPU's (gpu/landscape.ts). */
export function landscapeInFloat64(problem: LossSource, view: View): Landscape {
  const { width, height } = gridSize(view, evaluationsOf(problem));
  const evaluator = new LossEvaluator(problem, 'float64');
  const along = (range: readonly [number, number], node: number, nodes: number): number =>
    nodes === 1 ? range[0] : range[0] + (node / (nodes - 1)) * (range[1] - range[0]);
  const values = Float32Array.from({ length: width * height }, (_, i) => {
    const x = along(view.x, i % width, width);
    const y = along(view.y, Math.floor(i / width), height);
    return evaluator.lossAt(pointOnPlane(view, x, y));
  });
  return { view, width, height, values, bands: height > 1 ? contourBands(values, width, height, view) : [] };
}
