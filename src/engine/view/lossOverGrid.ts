import type { Grid } from './grid';
import { LossEvaluator } from '../loss/evaluator';
import type { LossSource } from '../loss/source';

/**
 * The full loss at the points of a grid, in float32 on the processor.
 * @param values takes them row by row
 * @param stride numbers from one row to the next
 */
export function lossOverGrid(
  source: LossSource,
  { width, height, origin, along, up }: Grid,
  values: Float32Array,
  stride = width,
): Float32Array {
  const evaluator = new LossEvaluator(source, 'float32');
  for (let row = 0; row < height; row += 1) {
    const v = row / Math.max(height - 1, 1);
    for (let column = 0; column < width; column += 1) {
      const u = column / Math.max(width - 1, 1);
      values[row * stride + column] = evaluator.lossAt(
        origin.map((o, i) => o + u * (along[i] as number) + v * (up[i] as number)),
      );
    }
  }
  return values;
}
