import { describe, expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import { Stepper } from '../engine/float64/stepper';
import { choiceOf, descent, pointOf, runOf, runInFloat64 } from '../engine/testing/experiments';
import { evaluate, parseExpression } from '../formula';
import { reddi } from './problems/reddi';

/* Reddi, Kale and Kumar (2018): where Adam goes wrong. */

const schedule = { kind: 'inverseSqrt', args: {} } as const;
const settings = { lr: 0.5, beta1: 0.9, beta2: 0.99 };

/** The last point of a long run, without keeping the others. */
function endOf(
  updates: number,
  hyper: Readonly<Record<string, number | boolean>>,
  constants: Readonly<Record<string, number>> = {},
  id = 'adam',
): number {
  const plan = planExperiment(
    descent(choiceOf('reddi', constants), [0], updates, runOf(id, { ...settings, ...hyper }, { schedule })),
  );
  const [run] = plan.runs;
  if (!run) throw new RangeError('no run');
  const stepper = new Stepper(plan, run, 'float64');
  for (let update = 0; update < updates; update += 1) stepper.advance(update);
  return stepper.theta[0] ?? Number.NaN;
}

describe('after 300,000 updates', () => {
  test('Adam is at the wrong end', () => expect(endOf(300_000, {})).toBeCloseTo(0.995, 3));
  test('AMSGrad is at the right end', () => expect(endOf(300_000, { amsgrad: true })).toBeCloseTo(-0.9998, 4));
  // Taniguchi et al. (2024): it divides by what it knew before the steep gradient, so that this weighs as much as it should.
  test('ADOPT is at the right end', () => expect(endOf(300_000, {}, {}, 'adopt')).toBeCloseTo(-0.9999, 4));
  // The divided gradient is 101 there, and its bound has come to 300,000^(1/4), which is 23.
  test('ADOPT is at the wrong end while its bound cuts the steep gradient', () =>
    expect(endOf(300_000, { beta2: 0.5 }, {}, 'adopt')).toBeGreaterThan(0.98));
});

test("with period 3, without the first average and with the paper's second one, Adam goes to +1", () => {
  const three = { period: 3, up: 3, down: 1 };
  expect(endOf(30_000, { beta1: 0, beta2: 1 / (1 + 9) }, three)).toBeGreaterThan(0.98);
});

test('every update is that of a loop, steep at the updates 1, 1 + period, 1 + 2 period ...', () => {
  const [beta1, beta2, lr, eps] = [0.9, 0.99, 0.5, 1e-8];
  const { params } = runInFloat64(
    descent(choiceOf('reddi', { period: 7, up: 30, down: 4 }), [0.25], 100, runOf('adam', settings, { schedule })),
  );
  let [x, m, v] = [0.25, 0, 0];
  for (let t = 1, until = 0; t <= 100; t += 1, until = until === 0 ? 6 : until - 1) {
    const g = until === 0 ? 30 : -4;
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    x -= ((lr / Math.sqrt(t)) * (m / (1 - beta1 ** t))) / (Math.sqrt(v / (1 - beta2 ** t)) + eps);
    x = x > 1 ? 1 : x < -1 ? -1 : x;
    expect(Math.abs((params[t] ?? Number.NaN) - x)).toBeLessThan(1e-12);
  }
});

test('the plotted and recorded loss is the mean of a period', () => {
  const [loss, objective] = [parseExpression(reddi.loss), parseExpression(reddi.objective ?? '')];
  for (const constants of [
    { period: 101, up: 1010, down: 10 },
    { period: 3, up: 3, down: 1 },
    { period: 1000, up: 5, down: 2 },
  ]) {
    for (const x of [-1, 0.3]) {
      const at = (t: number) => evaluate(loss, { ...constants, x, t });
      const period = Array.from({ length: constants.period }, (_, k) => at(k + 1));
      expect(period.filter((value) => value === constants.up * x)).toHaveLength(1);
      const mean = period.reduce((sum, value) => sum + value, 0) / constants.period;
      expect(evaluate(objective, { ...constants, x })).toBeCloseTo(mean, 10);
      expect(at(constants.period * 17 + 5)).toBe(at(5));
    }
  }
  const { loss: recorded, params } = runInFloat64(descent(choiceOf('reddi'), [0.5], 200, runOf('gd', { lr: 1e-4 })));
  recorded.forEach((value, row) => expect(value).toBeCloseTo((10 / 101) * (params[row] ?? Number.NaN), 14));
});

test('the minimum is the end of the domain that the mean falls to, and there a run has converged', () => {
  const down = runInFloat64(descent(choiceOf('reddi'), [0], 300, runOf('gd', { lr: 0.01 })));
  expect(down.params.every((x) => Math.abs(x) <= 1)).toBe(true);
  // A rule that has the mean's gradient alone goes where the mean is smallest.
  const steady = runInFloat64(descent(choiceOf('reddi', { up: 0, down: 1 }), [0], 300, runOf('gd', { lr: 0.1 })));
  expect(pointOf(steady, -1)).toEqual([1]);
  expect(steady.outcome).toMatchObject({ kind: 'converged', minimum: 0 });
});
