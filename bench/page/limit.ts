import * as tf from '@tensorflow/tfjs';
import { axisValue } from '../../src/engine/sweep';
import { sweepOnDevice } from '../../src/engine/sweep/sweep';
import { padRecords } from '../../src/engine/gpu/texels';
import type { Device } from '../../src/engine/gpu/device';
import type { SweepRequest } from '../../src/engine/sweep/types';
import { adam, comparedPixels, oneRun, rosenbrock } from '../experiments.mjs';
import { drawAgain, onlyDraw, readAndFree, shapeOf } from './draw';
import { lastOf, type BenchEngine } from './engine';
import { HandwrittenLimit, UNROLLED, type UpdateParts } from './handwrittenLimit';
import { sweptRequest } from './sweep';
import { OneTile } from './sweepKernel';
import { wasmSweep } from './wasmSweep';
import type { Contest } from './worker';

/** The sweep's losses in one draw, everything it reads being on the GPU, and what is left of that draw without its parts. */
export function limitContest({ device, backend }: BenchEngine): Contest {
  if (oneRun.steps % UNROLLED !== 0) throw new RangeError(`the steps are no multiple of ${UNROLLED}`);
  const request: SweepRequest = { ...sweptRequest(), only: 'loss' };
  const draw = onlyDraw(device, 'sweep', (watched) =>
    lastOf(sweepOnDevice(request, [request], watched, new OneTile())),
  );
  const { work } = draw;
  const tables = handTables(device, request);
  const shape = shapeOf(device, draw);
  const uniforms = [[(shape[1] ?? 0) / 2], [work.count], [request.width], [oneRun.steps]];
  const byWasm = wasmSweep(request);
  const byHand = (parts: UpdateParts) => {
    const program = new HandwrittenLimit(shape, parts);
    return () => {
      const result = backend.runWebGLProgram(program, tables, 'float32', uniforms, true);
      return compared(readAndFree(device, work, tf.engine().makeTensorFromTensorInfo(result)));
    };
  };
  return {
    generated: () => compared(drawAgain(device, draw)),
    checked: byHand('checked'),
    update: byHand('update'),
    multiplications: byHand('multiplications'),
    nothing: byHand('nothing'),
    wasm: () => compared(byWasm()),
  };
}

const compared = (losses: Float32Array): number[] => comparedPixels.map((pixel) => losses[pixel] ?? NaN);

/** The tables of HandwrittenLimit. */
function handTables(device: Device, { x, y, width, height }: SweepRequest): tf.Tensor[] {
  const { beta2, eps } = adam;
  const { steps } = oneRun;
  const beta1 = Array.from({ length: height }, (_, row) => axisValue(y, row, height));
  const settings = [rosenbrock.a, rosenbrock.b, ...oneRun.start, beta2, 1 - beta2, 0, 0];
  const columns = Array.from({ length: width }, (_, column) => axisValue(x, column, width));
  const rows = padRecords(height, 2, (row, i) => [beta1[row] ?? NaN, 1 - (beta1[row] ?? NaN)][i] ?? NaN);
  const corrections = Array.from({ length: height * steps }, (_, record) => {
    const t = (record % steps) + 1;
    const root = Math.sqrt(1 - beta2 ** t);
    return [root / (1 - (beta1[Math.floor(record / steps)] ?? NaN) ** t), eps * root];
  });
  return [settings, columns, rows, corrections.flat()].map((numbers) => device.upload(numbers));
}
