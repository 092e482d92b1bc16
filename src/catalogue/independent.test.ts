import { expect, test } from 'vitest';
import { choiceOf, descent, runOf, runInFloat64 } from '../engine/testing/experiments';
import type { Run, Schedule } from '../experiment/core/types';
import { optimizers, problems } from '.';

/*
 * Rules without a trajectory of torch, each against something independent: a loop written from a paper, or another rule
 * that it must agree with up to a known point.
 */

type Pair = readonly [number, number];
type Path = readonly Pair[];

const START: Pair = [-1.5, 2];
const UPDATES = 100;
/** Updates before the rate drops to a tenth. */
const DROP = 50;
const drop: Schedule = { kind: 'multiStep', args: { milestones: [DROP], gamma: 0.1 } };
const [lr, momentum] = [0.0003, 0.9];

function trace(id: string, hyper: Run['hyper'], schedule?: Schedule, updates = UPDATES) {
  return runInFloat64(descent(choiceOf('rosenbrock'), START, updates, runOf(id, hyper, schedule && { schedule })));
}

const pairs = (flat: Float64Array): Path =>
  Array.from({ length: flat.length / 2 }, (_, k) => [flat[2 * k] ?? Number.NaN, flat[2 * k + 1] ?? Number.NaN]);

/** Points of a run on Rosenbrock's function at a constant rate. */
const constantly = (id: string, hyper: Run['hyper']): Path => pairs(trace(id, hyper).params);

/** The same, the rate dropping to a tenth half-way. */
const dropping = (id: string, hyper: Run['hyper']): Path => pairs(trace(id, hyper, drop).params);

const combine = (a: Pair, b: Pair, f: (a: number, b: number) => number): Pair => [f(a[0], b[0]), f(a[1], b[1])];

/** The gradient of Rosenbrock's function, derived by hand. */
const slope = ([x, y]: Pair): Pair => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];

/** A loop written from a paper. */
function loop(update: (theta: Pair, t: number) => Pair, updates = UPDATES): Path {
  const path: Pair[] = [START];
  for (let t = 1, theta = START; t <= updates; t += 1) path.push((theta = update(theta, t)));
  return path;
}

function farthest(one: Path, other: Path): number {
  expect(one.length).toBe(other.length);
  return Math.max(
    ...one.flatMap((point, k) =>
      point.map((value, i) => Math.abs(value - (other[k]?.[i] ?? Number.NaN)) / Math.max(1, Math.abs(value))),
    ),
  );
}

const expectSame = (one: Path, other: Path) => expect(farthest(one, other)).toBeLessThan(1e-12);

const expectOther = (one: Path, other: Path) => expect(farthest(one, other)).toBeGreaterThan(1e-4);

/** The same points up to the drop, and from the very first update after it others. */
function expectParting(one: Path, other: Path): void {
  expectSame(one.slice(0, DROP + 1), other.slice(0, DROP + 1));
  expectOther(one.slice(DROP + 1, DROP + 2), other.slice(DROP + 1, DROP + 2));
}

const pointAt = (path: Path, k: number): Pair => path[k] ?? [Number.NaN, Number.NaN];

const stepAt = (path: Path, k: number): Pair =>
  combine(pointAt(path, k), pointAt(path, k - 1), (to, from) => to - from);

/** Where a step that repeats the last one would lead: where Nesterov takes the gradient. */
const ahead = (path: Path): Path =>
  path.map((point, k) => (k === 0 ? point : combine(point, stepAt(path, k), (x, step) => x + momentum * step)));

function gradientDescent(): void {
  for (const problem of problems) {
    if (problem.kind !== 'function') continue;
    const on = (id: string) =>
      runInFloat64(descent(choiceOf(problem.id), problem.start, 50, runOf(id, { lr: problem.rates.sgd }))).params;
    expect(on('gd'), problem.id).toEqual(on('sgd'));
  }
  const byHand = loop((theta) => combine(theta, slope(theta), (value, g) => value - 0.001 * g));
  expectSame(constantly('gd', { lr: 0.001 }), byHand);
}

function lion(): void {
  const settings = { lr: 0.02, beta1: 0.9, beta2: 0.99, weightDecay: 0.1 };
  let m: Pair = [0, 0];
  const byHand = loop((theta) => {
    const g = slope(theta);
    const direction = combine(m, g, (before, now) => Math.sign(settings.beta1 * before + (1 - settings.beta1) * now));
    m = combine(m, g, (before, now) => settings.beta2 * before + (1 - settings.beta2) * now);
    return combine(theta, direction, (value, sign) => value - settings.lr * (sign + settings.weightDecay * value));
  }, 150);
  expectSame(pairs(trace('lion', settings, undefined, 150).params), byHand);
}

function momentumForms(): void {
  expectSame(constantly('momentum-sutskever', { lr, momentum }), constantly('sgd', { lr, momentum }));
  const [velocity, buffer] = [dropping('momentum-sutskever', { lr, momentum }), dropping('sgd', { lr, momentum })];
  expectParting(velocity, buffer);
  // The first update after the drop still moves with all of the velocity that the old rate built.
  const carried = combine(stepAt(velocity, DROP), stepAt(velocity, DROP), (step) => (1 - 0.1) * momentum * step);
  const apart = combine(pointAt(velocity, DROP + 1), pointAt(buffer, DROP + 1), (one, other) => one - other);
  expectSame([apart], [carried]);
}

function kerasForm(): void {
  expect(dropping('momentum-keras', { lr, momentum })).toEqual(dropping('momentum-sutskever', { lr, momentum }));
  const nesterov = { lr, momentum, nesterov: true };
  expectSame(constantly('momentum-keras', nesterov), constantly('sgd', nesterov));
  expectParting(dropping('momentum-keras', nesterov), dropping('sgd', nesterov));
}

function averageForm(): void {
  const slow = { lr: lr / (1 - momentum), momentum };
  expectSame(constantly('momentum-average', slow), constantly('sgd', { lr, momentum }));
  // Both have the rate outside, and stay together when it drops.
  expectSame(dropping('momentum-average', slow), dropping('sgd', { lr, momentum }));
  // torch's first buffer is g, whatever the dampening: its first step is 1 / (1 - momentum) times as long.
  const [average, damped] = [
    constantly('momentum-average', { lr, momentum }),
    constantly('sgd', { lr, momentum, dampening: momentum }),
  ];
  expectSame([stepAt(average, 1)], [combine(stepAt(damped, 1), START, (step) => (1 - momentum) * step)]);
  expectOther(average, damped);
}

function nesterovForms(): void {
  let last = START;
  const byHand = loop((x) => {
    const y = combine(x, last, (now, before) => now + momentum * (now - before));
    last = x;
    return combine(y, slope(y), (value, g) => value - lr * g);
  });
  const twoSteps = constantly('nesterov', { lr, momentum });
  expectSame(twoSteps, byHand);
  expectSame(twoSteps, constantly('momentum-sutskever', { lr, momentum, nesterov: true }));
  expectSame(ahead(twoSteps), constantly('sgd', { lr, momentum, nesterov: true }));
  // Steps and velocities alike were made at the old rate; torch's buffer was not.
  const dropped = dropping('nesterov', { lr, momentum });
  expectSame(dropped, dropping('momentum-sutskever', { lr, momentum, nesterov: true }));
  expectParting(ahead(dropped), dropping('sgd', { lr, momentum, nesterov: true }));
}

const [rate, beta1, beta2] = [0.05, 0.9, 0.99];

/** Adam as a loop: `scale` makes of the average of squares, and of its largest value so far, what a step is divided by. */
function adamLoop(
  scale: (v: number, largest: number, t: number) => number,
  mean: (m: number, t: number) => number,
): Path {
  const [m, v, largest] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number], [number, number]];
  return loop((theta, t) => {
    const g = slope(theta);
    const moved = ([0, 1] as const).map((i) => {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      largest[i] = Math.max(largest[i], v[i]);
      return theta[i] - (rate * mean(m[i], t)) / scale(v[i], largest[i], t);
    });
    return [moved[0] ?? Number.NaN, moved[1] ?? Number.NaN];
  });
}

function adamUncorrected(): void {
  const settings = { lr: rate, beta1, beta2, eps: 1e-8 };
  const plain = constantly('adam-uncorrected', settings);
  expectSame(
    plain,
    adamLoop(
      (v) => Math.sqrt(v) + 1e-8,
      (m) => m,
    ),
  );
  expectSame(
    constantly('adam-uncorrected', { ...settings, amsgrad: true }),
    adamLoop(
      (_, largest) => Math.sqrt(largest) + 1e-8,
      (m) => m,
    ),
  );
  expectOther(plain, constantly('adam', settings));
  const first = (id: string) => stepAt(constantly(id, { lr: 0.01, eps: 0 }), 1)[0];
  expect(first('adam-uncorrected') / first('adam')).toBeCloseTo((1 - 0.9) / Math.sqrt(1 - 0.999), 10);
}

function adamEpsInside(): void {
  const settings = { lr: rate, beta1, beta2 };
  const inside = constantly('adam-eps-inside', { ...settings, eps: 0.1 });
  expectSame(
    inside,
    adamLoop(
      (v, _, t) => Math.sqrt(v / (1 - beta2 ** t) + 0.1),
      (m, t) => m / (1 - beta1 ** t),
    ),
  );
  expectOther(inside, constantly('adam', { ...settings, eps: 0.1 }));
  expect(constantly('adam-eps-inside', { ...settings, eps: 0 })).toEqual(constantly('adam', { ...settings, eps: 0 }));
  // A gradient of 1e-3 at eps 1e-4: 0.0995 of the rate inside the root, 0.909 of it outside.
  const first = (id: string) => {
    const { params } = runInFloat64(descent(choiceOf('square'), [5e-4], 1, runOf(id, { lr: 0.1, eps: 1e-4 })));
    return ((params[0] ?? 0) - (params[1] ?? 0)) / 0.1;
  };
  expect(first('adam-eps-inside')).toBeCloseTo(1e-3 / Math.sqrt(1e-6 + 1e-4), 10);
  expect(first('adam')).toBeCloseTo(1e-3 / (1e-3 + 1e-4), 10);
}

/** TensorFlow's RMSprop as a loop. */
function tensorflowLoop({
  lr: eta,
  alpha,
  eps,
  momentum: mu,
  centered,
}: Readonly<Record<'lr' | 'alpha' | 'eps' | 'momentum', number>> & { readonly centered: boolean }): Path {
  const [square, mean, moment] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number], [number, number]];
  return loop((theta) => {
    const g = slope(theta);
    for (const i of [0, 1] as const) {
      square[i] = alpha * square[i] + (1 - alpha) * g[i] * g[i];
      mean[i] = alpha * mean[i] + (1 - alpha) * g[i];
      const denominator = (centered ? square[i] - mean[i] * mean[i] : square[i]) + eps;
      moment[i] = mu * moment[i] + (eta * g[i]) / Math.sqrt(denominator);
    }
    return [theta[0] - moment[0], theta[1] - moment[1]];
  });
}

function rmspropOfTensorflow(): void {
  const settings = { lr: 0.01, alpha: 0.9, eps: 0.1, momentum: 0.5, centered: false };
  for (const centered of [false, true])
    expectSame(constantly('rmsprop-tf', { ...settings, centered }), tensorflowLoop({ ...settings, centered }));
  expectOther(constantly('rmsprop-tf', settings), constantly('rmsprop', settings));
  // Slow enough not to swing across the valley, where rounding grows.
  const bare = { ...settings, lr: 0.002, eps: 0 };
  expectSame(constantly('rmsprop-tf', bare), constantly('rmsprop', bare));
  expectParting(dropping('rmsprop-tf', bare), dropping('rmsprop', bare));
}

/** By the titles that `truth` gives in the catalogue. */
const independent: Readonly<Record<string, () => void>> = {
  'gd is SGD with every other setting at 0': gradientDescent,
  'lion is the loop of its paper': lion,
  'momentum-sutskever has the path of SGD while the rate is constant and leaves it when the rate drops': momentumForms,
  'momentum-keras is the form of Sutskever with the sign turned, and its Nesterov step that of torch until the rate drops':
    kerasForm,
  'momentum-average is SGD at 1 - momentum times the rate, and SGD with dampening but for its first buffer':
    averageForm,
  'nesterov makes the points of the look-ahead velocity, and those of torch seen from the look-ahead': nesterovForms,
  'adam-uncorrected is the loop of Reddi et al.; its first step is 3.16 times as long as that of Adam': adamUncorrected,
  'adam-eps-inside is its loop, Adam at eps 0, and another method at any other': adamEpsInside,
  'rmsprop-tf is the loop of TensorFlow, and that of torch at eps 0 until the rate drops': rmspropOfTensorflow,
};

test.each(Object.entries(independent))('%s', (_, check) => {
  check();
});

test('every optimizer without a trajectory of torch names one of these tests, and each of them is named', () => {
  const named = optimizers.flatMap(({ truth }) => ('test' in truth ? [truth.test] : []));
  expect(named.sort()).toEqual(Object.keys(independent).sort());
});
