import { describe, expect, it } from 'vitest';
import { NEVER_PAUSE, runToEnd } from '../common/slice';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';
import { choiceOf, custom, descent, runOf } from '../testing/experiments';
import { fullBatch } from '../../experiment';
import { horizonOf } from './horizon';

/** The horizon of gradient descent as the page computes it, in float32. */
function horizon(
  loss: string,
  start: number,
  updates: number,
  lr: number,
  precision: 'float32' | 'float64' = 'float32',
) {
  const plan = planExperiment(descent(custom(loss, 'x'), [start], updates, runOf('gd', { lr })));
  const [trace] = runReference(plan, precision);
  if (!trace) throw new RangeError('no run');
  return { trace, found: runToEnd(horizonOf(plan, 0, trace, NEVER_PAUSE)) };
}

/*
 * At a rate of 1 descent on this cubic is the logistic map x -> 4 x (1 - x), which doubles a small error at every step on
 * average: the 2^-24 of float32 is visible after about 20, and the 2^-53 of float64 after about 50.
 */
const logisticMap = '4/3*x^3 - 3/2*x^2';
const UPDATES = 36;

/** The map itself, without this project's code. */
function logistic(steps: number): number[] {
  const points = [0.3];
  for (let k = 0; k < steps; k += 1) {
    const x = points.at(-1) ?? Number.NaN;
    points.push(4 * x * (1 - x));
  }
  return points;
}

const lossAt = (x: number) => (4 / 3) * x ** 3 - 1.5 * x ** 2;

it('of the chaotic logistic map is where the same map in float64 parts from it', () => {
  const { trace, found } = horizon(logisticMap, 0.3, UPDATES, 1);
  const exact = logistic(UPDATES);
  const away = exact.map((x, k) => Math.abs(x - (trace.params[k] ?? Number.NaN)));
  // The reach is a thousandth of a quarter of the view, which is 6 wide.
  const parted = away.findIndex((by, k) => by > Math.max(0.0015, 0.01 * (trace.params[k] ?? Number.NaN)));
  expect(parted).toBeGreaterThan(10);
  expect(parted).toBeLessThan(30);
  if (found?.kind !== 'elsewhere') throw new RangeError('they are not apart');
  expect(found.step).toBe(parted);
  expect(found.losses.loss).toBe(trace.loss[UPDATES]);
  expect(found.losses.loss64).toBeCloseTo(lossAt(exact[UPDATES] ?? Number.NaN), 2);
  expect(found.distance).toBeCloseTo(away[UPDATES] ?? Number.NaN, 2);
});

describe('of SGD on Rosenbrock, whose path is chaotic at a momentum of 0.99 before it settles', () => {
  const on = (lr: number, momentum: number, updates: number) => {
    const plan = planExperiment(descent(choiceOf('rosenbrock'), [-1.5, 2], updates, runOf('sgd', { lr, momentum })));
    const [trace] = runReference(plan, 'float32');
    if (!trace) throw new RangeError('no run');
    return { trace, found: runToEnd(horizonOf(plan, 0, trace, NEVER_PAUSE)) };
  };

  /** The loss at its end by hand, in float64. */
  const exact = (lr: number, updates: number): number => {
    let [x, y, vx, vy] = [-1.5, 2, 0, 0];
    for (let k = 0; k < updates; k += 1) {
      const gy = 200 * (y - x * x);
      [vx, vy] = [0.99 * vx + 2 * (x - 1) - 2 * x * gy, 0.99 * vy + gy];
      [x, y] = [x - lr * vx, y - lr * vy];
    }
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  };

  it.each([0.0012, 0.0015])('it names both losses at a rate of %d, where both settle', (lr) => {
    const { trace, found } = on(lr, 0.99, 2000);
    if (found?.kind !== 'otherLoss') throw new RangeError('the losses are not said to differ');
    expect(trace.outcome?.kind).toBe('converged');
    expect(found.losses.loss).toBe(trace.loss[2000]);
    // In float64, too, the order of the operations matters by then.
    expect(Math.abs(Math.log10(found.losses.loss64 / exact(lr, 2000)))).toBeLessThan(0.2);
  });

  it('it says where the run in float64 diverges, and this one does not', () => {
    const { trace, found } = on(0.0013, 0.99, 2000);
    expect(trace.outcome?.kind).toBe('converged');
    expect(exact(0.0013, 2000)).toBeNaN();
    expect(found).toEqual({ kind: 'diverges' });
  });

  it('it is none where the path contracts: that losses of 1e-14 and 1e-20 in the minimum differ says nothing', () => {
    expect(on(0.0012, 0.9, 20_000).found).toBeNull();
  });
});

it('is none before the two part, and none of a run in float64', () => {
  expect(horizon(logisticMap, 0.3, 8, 1).found).toBeNull();
  expect(horizon(logisticMap, 0.3, UPDATES, 1, 'float64').found).toBeNull();
});

it('is none where a run settles, swings for ever or overflows', () => {
  expect(horizon('x^2', 2, 200, 0.1).found).toBeNull();
  // Points between which rounding matters: 0.3 is no number of float32.
  expect(horizon('x^2', 0.3, 200, 1).found).toBeNull();
  expect(horizon('x^2', 2, 400, 1.2).found).toBeNull();
});

it('is none of a run on batches of samples that settles: in both precisions they are the same', () => {
  const run = runOf('sgd', { lr: 0.05 }, { batch: { ...fullBatch, size: 5 } });
  const onData = descent(choiceOf('linear-regression', { samples: 20 }), [0, 0, 0], 0, run);
  const plan = planExperiment({ ...onData, epochs: 20 });
  const [trace] = runReference(plan, 'float32');
  expect(trace?.outcome?.kind).not.toBe('diverged');
  expect(trace && runToEnd(horizonOf(plan, 0, trace, NEVER_PAUSE))).toBeNull();
});
