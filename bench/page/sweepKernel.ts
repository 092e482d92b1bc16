import * as tf from '@tensorflow/tfjs';
import type { Device } from '../../src/engine/gpu/device';
import { axisValue } from '../../src/engine/sweep';
import { planSweep } from '../../src/engine/sweep/plan';
import { TileCost } from '../../src/engine/sweep/cost';
import { sweepOnDevice } from '../../src/engine/sweep/sweep';
import type { SweepRequest } from '../../src/engine/sweep/types';
import { lengthsOf, keptRowsOf } from '../../src/engine/sweep/keptRows';
import { padRecords } from '../../src/engine/gpu/texels';
import { adam, comparedPixels, oneRun, rosenbrock } from '../experiments.mjs';
import { drawAgain, onlyDraw, readAndFree, shapeOf } from './draw';
import { lastOf, type BenchEngine } from './engine';
import { HandwrittenSweep } from './handwrittenSweep';
import { sweepReferences, sweptRequest } from './sweep';
import type { Contest } from './worker';

/** All 65,536 runs in one draw and its read-back, everything it reads being on the GPU. Answers are the whole texels of the pixels that are compared. */
export function sweepKernelContest({ device, backend }: BenchEngine): Contest {
  const request = sweptRequest();
  const draw = onlyDraw(device, 'sweep', (watched) =>
    lastOf(sweepOnDevice(request, [request], watched, new OneTile())),
  );
  const { work } = draw;
  const tables = handTables(device, request);
  const { rounds, stay, kept } = keptRowsOf(oneRun.steps);
  const shape = shapeOf(device, draw);
  const program = new HandwrittenSweep(shape, rounds.length);
  const uniforms = [
    [(shape[1] ?? 0) / 2],
    [work.count],
    [request.width],
    [oneRun.steps],
    [stay],
    [...rounds],
    kept.map(({ row }) => row),
    kept.map(({ slot }) => slot),
  ];
  return {
    generated: () => compared(drawAgain(device, draw)),
    'by hand': () => {
      const result = backend.runWebGLProgram(program, tables, 'float32', uniforms, true);
      return compared(readAndFree(device, work, tf.engine().makeTensorFromTensorInfo(result)));
    },
    float64: () => sweepReferences(request).flatMap((summary) => comparable(summary)),
  };
}

/** One draw for all runs: long enough that the shader, and not starting it, is what the clock sees. */
export class OneTile extends TileCost {
  override runs(): number {
    return Infinity;
  }
}

const compared = (texels: Float32Array): number[] =>
  comparedPixels.flatMap((pixel) => comparable(texels.subarray(4 * pixel, 4 * pixel + 4)));

/** A step that there is not is NaN, which equals nothing: here it is -1. */
const comparable = (texel: ArrayLike<number>): number[] =>
  Array.from(texel, (value, i) => (i === 2 && Number.isNaN(value) ? -1 : value));

/** The tables of HandwrittenSweep. */
function handTables(device: Device, request: SweepRequest): tf.Tensor[] {
  const { x, y, width, height } = request;
  const { plan } = planSweep(request);
  const { beta2, eps } = adam;
  const { reach, unseen } = lengthsOf(plan.defaultRanges);
  const beta1 = Array.from({ length: height }, (_, row) => axisValue(y, row, height));
  const settings = [rosenbrock.a, rosenbrock.b, ...oneRun.start, beta2, 1 - beta2, eps, 0, reach ** 2, unseen ** 2];
  const columns = padRecords(width, 1, (column) => axisValue(x, column, width));
  const rows = padRecords(height, 2, (row, i) => [beta1[row] ?? NaN, 1 - (beta1[row] ?? NaN)][i] ?? NaN);
  const corrections = padRecords(height * oneRun.steps, 2, (record, i) => {
    const beta = i === 0 ? beta1[Math.floor(record / oneRun.steps)] : beta2;
    return 1 - (beta ?? NaN) ** ((record % oneRun.steps) + 1);
  });
  return [settings, columns, rows, corrections].map((numbers) => device.upload(numbers));
}
