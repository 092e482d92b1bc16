import * as tf from '@tensorflow/tfjs';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { adam } from '../experiments.mjs';
import { formulaStart, offsetOf } from '../growth.mjs';

/**
 * The losses before and after the first step of Adam on a sum of terms (`formulaOf`), as one would write them by hand for this
 * one purpose. Its shader shares nothing with the engine's, so the time that it takes shows what the driver needs for a shader
 * with so many terms.
 */
class HandwrittenSum implements GPGPUProgram {
  readonly variableNames = [];
  readonly outputShape = [1, 2];
  readonly userCode: string;

  /** @param more is added to the loss, so that the driver has never seen this shader */
  constructor(terms: number, more: string) {
    const all = Array.from({ length: terms }, (_, i) => ({ of: i % 2 === 0 ? 'x' : 'y', off: offsetOf(i) }));
    this.userCode = `
float lossAt(vec2 p) {
  float sum = ${more};
  ${all.map(({ of, off }) => `sum += sqrt(1.0 + (p.${of} - ${off}) * (p.${of} - ${off}));`).join('\n  ')}
  return sum;
}
vec2 slopeAt(vec2 p) {
  vec2 sum = vec2(0.0);
  ${all.map(({ of, off }) => `sum.${of} += (p.${of} - ${off}) / sqrt(1.0 + (p.${of} - ${off}) * (p.${of} - ${off}));`).join('\n  ')}
  return sum;
}
void main() {
  vec2 p = vec2(${formulaStart.map((x) => x.toFixed(6)).join(', ')});
  vec2 g = slopeAt(p);
  vec2 next = p - ${adam.lr} * g / (abs(g) + ${adam.eps.toExponential()});
  setOutput(getOutputCoords().y == 0 ? lossAt(p) : lossAt(next));
}`;
  }
}

let shaders = 0;

/** Compiles it anew and draws it once. @returns the losses before and after the step */
export function drawNewSum(backend: MathBackendWebGL, terms: number): Float32Array {
  shaders += 1;
  const result = backend.runWebGLProgram(new HandwrittenSum(terms, `${shaders}e-9`), [], 'float32');
  const tensor = tf.engine().makeTensorFromTensorInfo(result);
  const losses = tensor.dataSync<'float32'>();
  tensor.dispose();
  return losses;
}
