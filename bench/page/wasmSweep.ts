import { axisValue } from '../../src/engine/sweep';
import type { SweepRequest } from '../../src/engine/sweep/types';
import { adam, oneRun, rosenbrock } from '../experiments.mjs';
import {
  add,
  all,
  constant,
  div,
  get,
  load,
  loadSplat,
  loop,
  moduleOf,
  mul,
  set,
  splat,
  sqrt,
  store,
  sub,
} from './wasm';

/** Vectors of four runs at once: the operations of one wait for each other. */
const CHAINS = 4;
const RUN_BYTES = 4 * 4 * CHAINS;

/** Locals: where the corrections of a row begin and end, learning rates and losses of the runs, beta1 and 1 - beta1; then vectors. */
const [corrections, end, rates, losses, beta1, rest1] = [0, 1, 2, 3, 4, 5];
const [keep, take, scale, small, gx, gy] = [6, 7, 8, 9, 10, 11];
const chains = Array.from({ length: CHAINS }, (_, k) => {
  const [x, y, mx, my, vx, vy, lr] = [0, 1, 2, 3, 4, 5, 6].map((i) => 12 + 7 * k + i) as [
    ...[number, number, number, number, number, number, number],
  ];
  return { k, x, y, mx, my, vx, vy, lr };
});

const { a, b } = rosenbrock;
const [startX = NaN, startY = NaN] = oneRun.start;
const square = (local: number) => mul(get(local), get(local));
const moment = (m: number, g: number) => set(m, add(mul(get(keep), get(m)), mul(get(take), get(g))));
const average = (v: number, g: number) =>
  set(v, add(mul(constant(adam.beta2), get(v)), mul(constant(1 - adam.beta2), square(g))));

/** As adam.c does it. */
const update = ({ x, y, mx, my, vx, vy, lr }: (typeof chains)[number]) => {
  const moved = (p: number, m: number, v: number) =>
    set(p, sub(get(p), div(mul(get(lr), get(scale), get(m)), add(sqrt(get(v)), get(small)))));
  return all([
    set(gy, mul(constant(2 * b), sub(get(y), square(x)))),
    set(gx, sub(mul(constant(2), sub(get(x), constant(a))), mul(constant(2), get(x), get(gy)))),
    ...[moment(mx, gx), moment(my, gy), average(vx, gx), average(vy, gy)],
    ...[moved(x, mx, vx), moved(y, my, vy)],
  ]);
};

const body = all([
  set(keep, splat(get(beta1))),
  set(take, splat(get(rest1))),
  ...chains.flatMap(({ k, x, y, lr }) => [
    set(x, constant(startX)),
    set(y, constant(startY)),
    set(lr, load(get(rates), 16 * k)),
  ]),
  loop(
    corrections,
    8,
    end,
    all([
      set(scale, loadSplat(get(corrections), 0)),
      set(small, loadSplat(get(corrections), 4)),
      ...chains.map(update),
    ]),
  ),
  ...chains.flatMap(({ k, x, y }) => [
    set(gx, sub(constant(a), get(x))),
    set(gy, sub(get(y), square(x))),
    store(get(losses), 16 * k, add(square(gx), mul(constant(b), square(gy)))),
  ]),
]);

/** Returns a function that computes the sweep's losses by WebAssembly with 128-bit vectors, in this one thread. */
export function wasmSweep({ x, y, width, height }: SweepRequest): () => Float32Array {
  const { steps } = oneRun;
  // Learning rates, losses, then scale and eps of every update of every row.
  const [lossesAt, correctionsAt] = [4 * width, 4 * width * (1 + height)];
  const bytes = correctionsAt + 8 * height * steps;
  const code = moduleOf(
    Math.ceil(bytes / 2 ** 16),
    ['address', 'address', 'address', 'address', 'number', 'number'],
    6 + 7 * CHAINS,
    body,
  );
  const { memory, run } = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as {
    readonly memory: WebAssembly.Memory;
    readonly run: (...numbers: number[]) => void;
  };
  const numbers = new Float32Array(memory.buffer);
  for (let column = 0; column < width; column += 1) numbers[column] = axisValue(x, column, width);
  const betas = Array.from({ length: height }, (_, row) => axisValue(y, row, height));
  betas.forEach((beta, row) => {
    for (let t = 0; t < steps; t += 1) {
      const root = Math.sqrt(1 - adam.beta2 ** (t + 1));
      const at = correctionsAt / 4 + 2 * (row * steps + t);
      numbers[at] = root / (1 - beta ** (t + 1));
      numbers[at + 1] = adam.eps * root;
    }
  });
  return () => {
    betas.forEach((beta, row) => {
      const from = correctionsAt + 8 * row * steps;
      for (let at = 0; at < 4 * width; at += RUN_BYTES)
        run(from, from + 8 * steps, at, lossesAt + 4 * row * width + at, beta, 1 - beta);
    });
    return numbers.subarray(width, width * (1 + height));
  };
}
