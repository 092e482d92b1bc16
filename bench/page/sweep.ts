import * as tf from '@tensorflow/tfjs';
import { axisValue } from '../../src/engine/sweep';
import { planAt, planSweep } from '../../src/engine/sweep/plan';
import { summarize, type Summary } from '../../src/engine/sweep/summary';
import type { SweepRequest } from '../../src/engine/sweep/types';
import { readExperiment, readSweep } from '../../src/experiment';
import { adam, comparedPixels, oneRun, rosenbrock, swept } from '../experiments.mjs';
import type { BenchEngine } from './engine';
import type { Contest } from './worker';

const { a, b } = rosenbrock;
const { beta2, eps } = adam;
const {
  steps,
  start: [startX = NaN, startY = NaN],
} = oneRun;

/** 65,536 runs of Adam on Rosenbrock. Answers are the losses at their ends, of the pixels that are compared. */
export function sweepContest(engine: BenchEngine): Contest {
  const request = sweptRequest();
  const settings = settingsOf(request);
  const tables = tensorTables(settings);
  return {
    // The peers keep the loss at the end alone, and so does this.
    engine: () => compared(engine.sweep({ ...request, only: 'loss' }).measures.loss),
    tensors: () => compared(plainTensors(tables)),
    loop: () => compared(plainLoop(settings)),
    float64: () => sweepReferences(request).map(([loss]) => loss),
  };
}

/** The sweep that the contests are about. */
export function sweptRequest(): SweepRequest {
  const experiment = readExperiment(swept.experiment);
  const { run, x, y, width, height } = readSweep(swept.sweep, experiment);
  return { experiment, run, x, y, width, height };
}

const compared = (numbers: ArrayLike<number>): number[] => comparedPixels.map((pixel) => numbers[pixel] ?? NaN);

/** What the float64 reference says of the pixels that are compared: their runs, each alone. */
export function sweepReferences(request: SweepRequest): Summary[] {
  const sweep = planSweep(request);
  return comparedPixels.map((pixel) => {
    const row = Math.floor(pixel / request.width);
    return summarize(planAt(sweep, request, pixel - row * request.width, row), 'float64');
  });
}

/** What the pixels' runs are set to: a learning rate a column, a beta1 a row. */
interface Settings {
  readonly lr: readonly number[];
  readonly beta1: readonly number[];
}

const settingsOf = ({ x, y, width, height }: SweepRequest): Settings => ({
  lr: Array.from({ length: width }, (_, column) => axisValue(x, column, width)),
  beta1: Array.from({ length: height }, (_, row) => axisValue(y, row, height)),
});

/** One thread of float64: run after run, everything in local numbers, what a row or all runs share computed once. */
function plainLoop({ lr, beta1: rows }: Settings): Float64Array {
  const losses = new Float64Array(rows.length * lr.length);
  const correction2 = Float64Array.from({ length: steps }, (_, t) => 1 - beta2 ** (t + 1));
  const correction1 = new Float64Array(steps);
  let pixel = 0;
  for (const beta1 of rows) {
    for (let t = 0; t < steps; t += 1) correction1[t] = 1 - beta1 ** (t + 1);
    for (const rate of lr) {
      losses[pixel] = plainRun(rate, beta1, correction1, correction2);
      pixel += 1;
    }
  }
  return losses;
}

function plainRun(lr: number, beta1: number, correction1: Float64Array, correction2: Float64Array): number {
  let x = startX,
    y = startY,
    mx = 0,
    my = 0,
    vx = 0,
    vy = 0;
  for (let t = 0; t < steps; t += 1) {
    const gy = 2 * b * (y - x * x);
    const gx = 2 * (x - a) - 2 * x * gy;
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * gx * gx;
    vy = beta2 * vy + (1 - beta2) * gy * gy;
    const first = lr / (correction1[t] as number);
    const second = correction2[t] as number;
    x -= (first * mx) / (Math.sqrt(vx / second) + eps);
    y -= (first * my) / (Math.sqrt(vy / second) + eps);
  }
  return (a - x) ** 2 + b * (y - x * x) ** 2;
}

/** What the plain tensor operations start from: on the GPU before the clock starts. */
interface TensorTables {
  /** One a row: [height, 1]. */
  readonly beta1: tf.Tensor;
  readonly rest1: tf.Tensor;
  /** The learning rate of every column over 1 - beta1^t of every row, for each update: [1, width] and [height, 1]. */
  readonly lr: tf.Tensor;
  readonly correction1: readonly tf.Tensor[];
  readonly shape: [number, number];
}

function tensorTables({ lr, beta1 }: Settings): TensorTables {
  const column = (values: number[]) => tf.tensor2d(values, [values.length, 1]);
  return {
    beta1: column([...beta1]),
    rest1: column(beta1.map((beta) => 1 - beta)),
    lr: tf.tensor2d([...lr], [1, lr.length]),
    correction1: Array.from({ length: steps }, (_, t) => column(beta1.map((beta) => 1 - beta ** (t + 1)))),
    shape: [beta1.length, lr.length],
  };
}

/** x, y and their m and v, all [height, width]. */
type TensorState = [x: tf.Tensor, y: tf.Tensor, mx: tf.Tensor, my: tf.Tensor, vx: tf.Tensor, vy: tf.Tensor];

function plainTensors(tables: TensorTables): ArrayLike<number> {
  const zeros = () => tf.zeros(tables.shape);
  let state: TensorState = [
    tf.fill(tables.shape, startX),
    tf.fill(tables.shape, startY),
    zeros(),
    zeros(),
    zeros(),
    zeros(),
  ];
  for (let t = 1; t <= steps; t += 1) {
    // What an update leaves behind would fill the GPU before the last one.
    const next = tf.tidy(() => tensorStep(tables, state, t));
    tf.dispose(state);
    state = next;
  }
  const losses = tf.tidy(() => tensorLoss(state));
  const numbers = losses.dataSync();
  tf.dispose([losses, ...state]);
  return numbers;
}

function tensorStep(
  { beta1, rest1, lr, correction1 }: TensorTables,
  [x, y, ...moments]: TensorState,
  t: number,
): TensorState {
  const [mx, my, vx, vy] = moments;
  const gy = y.sub(x.square()).mul(2 * b);
  const gx = x.sub(a).sub(x.mul(gy)).mul(2);
  const first = lr.div(correction1[t - 1] as tf.Tensor);
  const second = 1 - beta2 ** t;
  const nextM = (m: tf.Tensor, g: tf.Tensor) => m.mul(beta1).add(g.mul(rest1));
  const nextV = (v: tf.Tensor, g: tf.Tensor) => v.mul(beta2).add(g.square().mul(1 - beta2));
  const moved = (p: tf.Tensor, m: tf.Tensor, v: tf.Tensor) => p.sub(m.mul(first).div(v.div(second).sqrt().add(eps)));
  const [mx1, my1, vx1, vy1] = [nextM(mx, gx), nextM(my, gy), nextV(vx, gx), nextV(vy, gy)];
  return [moved(x, mx1, vx1), moved(y, my1, vy1), mx1, my1, vx1, vy1];
}

const tensorLoss = ([x, y]: TensorState): tf.Tensor => tf.sub(a, x).square().add(y.sub(x.square()).square().mul(b));
