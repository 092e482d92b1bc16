import { expect, it } from 'vitest';
import { planExperiment } from '../plan/plan';
import { custom, descent, runOf } from '../testing/experiments';
import { kinkBetween } from './kink';

const kink = (loss: string, from: readonly number[], to: readonly number[]) => {
  const parameters = ['x', 'y'].slice(0, from.length);
  return kinkBetween(planExperiment(descent(custom(loss, ...parameters), from, 1, runOf('gd', {}))), from, to);
};

const near = (value: number) => expect.closeTo(value, 7) as number;

it('finds where a slope jumps, and from what to what', () => {
  expect(kink('abs(x - 1)', [0], [3])).toEqual({ point: [near(1)], before: near(-1), after: near(1) });
  // Backwards the slopes are those along the way.
  expect(kink('2*relu(x) + x', [2], [-1])).toEqual({ point: [0], before: near(-3), after: near(-1) });
});

it('measures slopes along the line, and puts a coordinate that is 0 but for rounding to 0', () => {
  const root = Math.sqrt(5);
  const found = kink('2*abs(x) + y', [-1, 0], [1, 1]);
  expect(found).toEqual({ point: [0, near(0.5)], before: near(-3 / root), after: near(5 / root) });
});

it('finds the largest of several', () => {
  expect(kink('abs(x) + 3*abs(x - 2)', [-1], [3])).toEqual({ point: [near(2)], before: near(-2), after: near(4) });
  expect(kink('3*abs(x) + abs(x - 2)', [-1], [3])?.point).toEqual([0]);
});

it('finds none where the slope is continuous, without bound, or jumps by less than a thousandth', () => {
  expect(kink('x^2', [-1], [2])).toBeNull();
  expect(kink('exp(30*x)', [-1], [1])).toBeNull();
  expect(kink('sqrt(abs(x))', [-1], [2])).toBeNull();
  // Without bound on one side of it.
  expect(kink('sqrt(relu(x))', [-1], [2])).toBeNull();
  expect(kink('sqrt(relu(x))', [2], [-1])).toBeNull();
  expect(kink('x + 1e-4*abs(x)', [-1], [2])).toBeNull();
  expect(kink('x + 1e-2*abs(x)', [-1], [2])).toEqual({ point: [0], before: near(0.99), after: near(1.01) });
  expect(kink('abs(x)', [1], [1])).toBeNull();
  expect(kink('abs(x)', [1], [2])).toBeNull();
});
