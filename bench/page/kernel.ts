import * as tf from '@tensorflow/tfjs';
import { CostModel, type ChunkWork } from '../../src/engine/gpu/cost';
import type { Device } from '../../src/engine/gpu/device';
import { planExperiment } from '../../src/engine/plan/plan';
import { padRecords } from '../../src/engine/gpu/texels';
import { runOnDevice } from '../../src/engine/gpu/trajectory';
import type { RunTrace } from '../../src/engine/trace/types';
import { readExperiment } from '../../src/experiment';
import { adam, longRun, rosenbrock } from '../experiments.mjs';
import { drawAgain, onlyDraw, readAndFree, shapeOf } from './draw';
import { onlyRun, type BenchEngine } from './engine';
import { HandwrittenAdam } from './handwritten';
import type { Contest } from './worker';

/** One draw and its read-back, everything it reads being on the GPU. Answers are the rows after the start's: point, m, v, its maximum, loss, three zeros. */
export function kernelContest(engine: BenchEngine): Contest {
  const { device, backend } = engine;
  const experiment = readExperiment(longRun);
  const draw = onlyDraw(device, 'trajectory', (watched) => {
    const steps = runOnDevice(planExperiment(experiment), watched, new OneChunk());
    while (!steps.next().done);
  });
  const { work } = draw;
  const tables = handTables(device, work.count);
  const shape = shapeOf(device, draw);
  const program = new HandwrittenAdam(shape);
  const uniforms = [[work.count], [(shape[1] ?? 0) / 2]];
  return {
    generated: () => drawAgain(device, draw),
    'by hand': () => {
      const result = backend.runWebGLProgram(program, tables, 'float32', uniforms, true);
      return readAndFree(device, work, tf.engine().makeTensorFromTensorInfo(result));
    },
    float64: () => rowsOf(onlyRun(engine.reference(experiment))),
  };
}

/** A trace in the order of the kernels' texels. */
const rowsOf = ({ params, state, loss, rows }: RunTrace): number[] =>
  Array.from({ length: rows - 1 }, (_, i) => i + 1).flatMap((row) => [
    ...params.subarray(2 * row, 2 * row + 2),
    ...state.subarray(6 * row, 6 * row + 6),
    loss[row] ?? NaN,
    0,
    0,
    0,
  ]);

/** One chunk for all updates: long enough that the shader, and not starting it, is what the clock sees. */
class OneChunk extends CostModel {
  override chunk(): number {
    return longRun.steps;
  }

  /** The one without marks, which come in a draw of their own. */
  override cheapest<T extends ChunkWork>([whole]: readonly [T, ...T[]]): T {
    return whole;
  }
}

/** The tables of HandwrittenAdam. */
function handTables(device: Device, updates: number): tf.Tensor[] {
  const { lr, beta1, beta2, eps } = adam;
  const state = padRecords(1, 12, (_, i) => longRun.start[i] ?? 0);
  const settings = [rosenbrock.a, rosenbrock.b, beta1, 1 - beta1, beta2, 1 - beta2, eps, 0, 0];
  const rates = padRecords(updates, 3, (u, i) => [lr, 1 - beta1 ** (u + 1), 1 - beta2 ** (u + 1)][i] ?? NaN);
  return [state, settings, rates].map((numbers) => device.upload(numbers));
}
