import * as tf from '@tensorflow/tfjs';
import type { Device, Tables } from '../../src/engine/device';
import type { TrajectoryWork, Work } from '../../src/engine/work';
import { planOf } from '../../src/engine/plan';
import { padRecords } from '../../src/engine/texels';
import { CostModel, runOnDevice } from '../../src/engine/trajectory';
import type { RunTrace } from '../../src/engine/types';
import { readExperiment } from '../../src/experiment';
import { adam, longRun, rosenbrock } from '../experiments.mjs';
import { onlyRun, type BenchEngine } from './engine';
import { HandwrittenAdam } from './handwritten';
import type { Contest } from './worker';

/** One draw of the trajectory kernel and what it read. */
interface Draw {
  readonly work: TrajectoryWork;
  readonly tables: Tables;
}

/** One draw and its read-back, everything it reads being on the GPU. Answers are the rows after the start's: point, m, v, its maximum, loss, three zeros. */
export function kernelContest(engine: BenchEngine): Contest {
  const { device, backend } = engine;
  const experiment = readExperiment(longRun);
  const draw = onlyDraw(device, experiment);
  const { work } = draw;
  const read = (result: tf.Tensor): ArrayLike<number> => {
    const numbers = device.read(result, work);
    result.dispose();
    return numbers;
  };
  const tables = handTables(device, work.count);
  const shape = shapeOf(device, draw);
  const program = new HandwrittenAdam(shape);
  const uniforms = [[work.count], [(shape[1] ?? 0) / 2]];
  return {
    generated: () => read(device.run(work, draw.tables)),
    'by hand': () => {
      const result = backend.runWebGLProgram(program, tables, 'float32', uniforms, true);
      return read(tf.engine().makeTensorFromTensorInfo(result));
    },
    float64: () => rowsOf(onlyRun(engine.reference(experiment))),
  };
}

/** A trace in the order of the kernels' texels. */
const rowsOf = ({ params, state, loss, rows }: RunTrace): number[] =>
  Array.from({ length: rows - 1 }, (_, i) => i + 1).flatMap((row) => [
    ...params.subarray(2 * row, 2 * row + 2), ...state.subarray(6 * row, 6 * row + 6), loss[row] ?? NaN, 0, 0, 0,
  ]);

/** One chunk for all updates: long enough that the shader, and not starting it, is what the clock sees. */
class OneChunk extends CostModel {
  override chunk(): number {
    return longRun.steps;
  }
}

/** Lets the engine run the experiment and keeps what its only draw was given. */
function onlyDraw(device: Device, experiment: ReturnType<typeof readExperiment>): Draw {
  const seen: Draw[] = [];
  const spy: Device = {
    status: device.status,
    upload: (numbers) => device.upload(numbers),
    run(work: Work, tables: Tables) {
      if (work.kernel !== 'trajectory') throw new Error(`a ${work.kernel} kernel where trajectories were expected`);
      // A clone outlives the table that the engine disposes of.
      seen.push({ work, tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, tf.keep(table.clone())])) });
      return device.run(work, tables);
    },
    read: (result, work) => device.read(result, work),
    dispose: () => device.dispose(),
  };
  const steps = runOnDevice(planOf(experiment), spy, new OneChunk());
  while (!steps.next().done);
  const [draw] = seen;
  if (!draw) throw new Error('the engine drew nothing');
  return draw;
}

/** Shape of the texture that a draw fills. */
function shapeOf(device: Device, { work, tables }: Draw): number[] {
  const result = device.run(work, tables);
  result.dispose();
  return result.shape;
}

/** The tables of HandwrittenAdam. */
function handTables(device: Device, updates: number): tf.Tensor[] {
  const { lr, beta1, beta2, eps } = adam;
  const state = padRecords(1, 12, (_, i) => longRun.start[i] ?? 0);
  const settings = [rosenbrock.a, rosenbrock.b, beta1, 1 - beta1, beta2, 1 - beta2, eps, 0, 0];
  const rates = padRecords(updates, 3, (u, i) => [lr, 1 - beta1 ** (u + 1), 1 - beta2 ** (u + 1)][i] ?? NaN);
  return [state, settings, rates].map((numbers) => device.upload(numbers));
}
