import { describe, expect, test } from 'vitest';
import type { Run } from '../../experiment/core/types';
import { choiceOf, custom, descent, pointOf, runOf, runInFloat64 } from '../testing/experiments';

/** The largest rate, by bisection on whole runs, at which a path from 1 ends nearer to 0 on a curvature of 1. */
function limitOf(run: (lr: number) => Run, most: number, steps = 4000): number {
  const bowl = custom('0.5*x^2', 'x');
  let [settles, blowsUp] = [0, most];
  for (let i = 0; i < 24; i += 1) {
    const lr = (settles + blowsUp) / 2;
    const end = Math.abs(pointOf(runInFloat64(descent(bowl, [1], steps, run(lr))), -1)[0] ?? Number.NaN);
    if (end < 1) settles = lr;
    else blowsUp = lr;
  }
  return settles;
}

const within = (actual: number, expected: number, part: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(part);

describe('a run on a quadratic converges if and only if lr*L is below', () => {
  test('2 by gradient descent', () => {
    within(
      limitOf((lr) => runOf('gd', { lr }), 5),
      2,
      1e-3,
    );
  });

  describe.each([0.5, 0.9])('with momentum %d', (momentum) => {
    test.each<[string, number, (lr: number) => Run]>([
      ['2 + 2 mu by heavy ball', 2 + 2 * momentum, (lr) => runOf('sgd', { lr, momentum })],
      ["2 + 2 mu in Sutskever's form", 2 + 2 * momentum, (lr) => runOf('momentum-sutskever', { lr, momentum })],
      [
        '(2 + 2 mu)/(1 + 2 mu) by Nesterov',
        (2 + 2 * momentum) / (1 + 2 * momentum),
        (lr) => runOf('sgd', { lr, momentum, nesterov: true }),
      ],
      [
        '(2 + 2 mu)/(1 + 2 mu) by look-ahead',
        (2 + 2 * momentum) / (1 + 2 * momentum),
        (lr) => runOf('momentum-sutskever', { lr, momentum, nesterov: true }),
      ],
      [
        '(2 + 2 mu)/(1 - mu) by an average of gradients',
        (2 + 2 * momentum) / (1 - momentum),
        (lr) => runOf('sgd', { lr, momentum, dampening: momentum }),
      ],
    ])('%s', (_, limit, run) => {
      within(limitOf(run, 3 * limit), limit, 1e-3);
    });
  });

  test('38 by Adam, on the preconditioned Hessian', () => {
    // An epsilon far above every gradient, those of the first, uncorrected steps too, is the preconditioner:
    // what remains of Adam is its average.
    const eps = 1e60;
    within(
      limitOf((lr) => runOf('adam', { lr: lr * eps, eps }), 100),
      38,
      1e-3,
    );
  });

  test('1/9 on Booth, whose larger eigenvalue is 18', () => {
    let [settles, blowsUp] = [0, 1];
    for (let i = 0; i < 20; i += 1) {
      const lr = (settles + blowsUp) / 2;
      const [x = Number.NaN, y = Number.NaN] = pointOf(
        runInFloat64(descent(choiceOf('booth'), [-6, 4], 3000, runOf('gd', { lr }))),
        -1,
      );
      if (Math.hypot(x - 1, y - 3) < Math.hypot(7, 1)) settles = lr;
      else blowsUp = lr;
    }
    within(settles, 1 / 9, 1e-3);
  });

  test('just below the edge a run converges, just above it leaves the view', () => {
    const end = (lr: number) =>
      runInFloat64(descent(choiceOf('booth'), [-6, 4], 3000, runOf('gd', { lr }))).outcome?.kind;
    expect([end(0.11), end(0.112)]).toEqual(['converged', 'left']);
  });
});

describe('rates on curvatures 1 and 100', () => {
  /** By how much an update shrinks the distance, on average over updates 100 to 200. */
  function rateOf(run: Run): number {
    const trace = runInFloat64(descent(choiceOf('quadratic', { kappa: 100 }), [-4, 2], 200, run));
    return (Math.hypot(...pointOf(trace, 200)) / Math.hypot(...pointOf(trace, 100))) ** (1 / 100);
  }

  test('gradient descent at 2/(a + b): (kappa - 1)/(kappa + 1)', () => {
    expect(rateOf(runOf('gd', { lr: 2 / 101 }))).toBeCloseTo(99 / 101, 10);
  });

  test("Polyak's pair: (sqrt kappa - 1)/(sqrt kappa + 1)", () => {
    const pair = { lr: (2 / (1 + 10)) ** 2, momentum: ((10 - 1) / (10 + 1)) ** 2 };
    expect(pair.lr).toBeCloseTo(0.03306, 5);
    expect(pair.momentum).toBeCloseTo(0.6694, 4);
    // Both roots are double there, so the distance shrinks as k*rate^k: the factor 2 between k = 100 and 200 is not the rate's.
    within(rateOf(runOf('sgd', pair)) / 2 ** (1 / 100), 9 / 11, 1e-3);
  });

  test('past critical damping, mu = (1 - sqrt(lr*a))^2, the rate is sqrt(mu)', () => {
    const shrinkage = (momentum: number) => {
      const { params } = runInFloat64(descent(custom('0.5*x^2', 'x'), [1], 440, runOf('sgd', { lr: 0.04, momentum })));
      // The envelope of what swings: the largest of 40.
      const largest = (from: number) => Math.max(...params.slice(from, from + 40).map(Math.abs));
      return (largest(400) / largest(200)) ** (1 / 200);
    };
    for (const momentum of [0.7, 0.8, 0.9, 0.95]) within(shrinkage(momentum), Math.sqrt(momentum), 2e-3);
    // Below it, the slower of two real roots of r^2 - (1 + mu - lr) r + mu.
    const slower = (momentum: number) =>
      (1 + momentum - 0.04 + Math.sqrt((1 + momentum - 0.04) ** 2 - 4 * momentum)) / 2;
    for (const momentum of [0, 0.3, 0.6]) within(shrinkage(momentum), slower(momentum), 1e-3);
  });
});
