import { describe, expect, test } from 'vitest';
import { defaultsFor } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { planProblem } from '../plan/plan';
import { differenceSteps, fieldOver, probeAt, type Differences } from './probe';

/** Rosenbrock's derivatives, written out by hand for a = 1, b = 100. */
const rosenbrock = {
  value: (x: number, y: number) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x: number, y: number) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)] as const,
  hessian: (x: number, y: number) => [
    [2 - 400 * (y - 3 * x * x), -400 * x],
    [-400 * x, 200],
  ],
};

const [px, py] = [-1.5, 2];
const problemPlan = planProblem(defaultsFor('rosenbrock'));
const u = [Math.cos(0.7), Math.sin(0.7)];
const probe = probeAt(problemPlan, [px, py], u, 0.0015);

const of = (
  { differences }: typeof probe,
  scheme: Differences['scheme'],
  precision: Differences['precision'],
): readonly number[] =>
  differences.find((found) => found.scheme === scheme && found.precision === precision)?.errors ?? [];

const bestStep = (errors: readonly number[]): number =>
  differenceSteps[errors.indexOf(Math.min(...errors))] ?? Number.NaN;

describe('a probe of a point', () => {
  test('value, gradient, Hessian and slope are those worked out by hand', () => {
    const [gx, gy] = rosenbrock.gradient(px, py);
    expect(probe.loss).toBeCloseTo(rosenbrock.value(px, py), 12);
    expect(probe.gradient[0]).toBeCloseTo(gx, 10);
    expect(probe.gradient[1]).toBeCloseTo(gy, 10);
    rosenbrock
      .hessian(px, py)
      .forEach((row, i) => row.forEach((value, j) => expect(probe.hessian[i]?.[j]).toBeCloseTo(value, 9)));
    expect(probe.slope).toBeCloseTo(gx * Math.cos(0.7) + gy * Math.sin(0.7), 10);
  });

  test('no direction is steeper than the gradient, whose slope is its length', () => {
    const [gx, gy] = rosenbrock.gradient(px, py);
    const steepest = Math.atan2(gy, gx);
    const slopes = Array.from(
      { length: 72 },
      (_, k) => probeAt(problemPlan, [px, py], [Math.cos((k * Math.PI) / 36), Math.sin((k * Math.PI) / 36)], 1).slope,
    );
    const length = probeAt(problemPlan, [px, py], [Math.cos(steepest), Math.sin(steepest)], 1).slope;
    expect(length).toBeCloseTo(Math.hypot(gx, gy), 9);
    expect(Math.max(...slopes)).toBeLessThanOrEqual(length);
  });

  test('a step of gradient descent is compared with its first-order prediction', () => {
    const [gx, gy] = rosenbrock.gradient(px, py);
    const to = [px - 0.0015 * gx, py - 0.0015 * gy] as const;
    expect(probe.step.predicted).toBeCloseTo(rosenbrock.value(px, py) - 0.0015 * (gx * gx + gy * gy), 9);
    expect(probe.step.actual).toBeCloseTo(rosenbrock.value(...to), 9);
  });
});

describe('finite differences', () => {
  /** On x^2 at 3 the forward difference errs by h exactly, but for rounding; the central one by rounding alone. */
  const square = probeAt(planProblem(defaultsFor('square')), [3], [1], 1);

  test("err by h f''/2 and by 1e-16 |f|/h: smallest near 1e-8, hopeless at 1e-12", () => {
    const curvature = u.reduce(
      (sum, a, i) => sum + u.reduce((row, b, j) => row + a * b * (rosenbrock.hessian(px, py)[i]?.[j] ?? 0), 0),
      0,
    );
    const errors = of(probe, 'forward', 'float64');
    differenceSteps
      .slice(2, 6)
      .forEach((h, i) => expect(errors[i + 2]).toBeCloseTo((h * Math.abs(curvature)) / 2, -Math.log10(h) - 2));
    expect(bestStep(errors)).toBeGreaterThanOrEqual(1e-9);
    expect(bestStep(errors)).toBeLessThanOrEqual(1e-7);
    expect(errors[11]).toBeGreaterThan(1000 * Math.min(...errors));
    // Rounding of the loss, and of the point itself, which the slope carries over.
    const rounding =
      2.3e-16 * (10 * rosenbrock.value(px, py) + Math.hypot(px, py) * Math.hypot(...rosenbrock.gradient(px, py)));
    differenceSteps.slice(9).forEach((h, i) => expect(errors[i + 9]).toBeLessThan(rounding / h));
  });

  test('the forward one on a parabola errs by h', () => {
    const errors = of(square, 'forward', 'float64');
    differenceSteps.slice(0, 6).forEach((h, i) => expect(Math.abs((errors[i] ?? 0) / h - 1)).toBeLessThan(1e-2));
  });

  test('the central one is exact on a parabola, but for rounding', () => {
    const errors = of(square, 'central', 'float64');
    differenceSteps.forEach((h, i) => expect(errors[i]).toBeLessThan((9 * 2.3e-16 * 4) / h));
  });

  test('the central one is better, at a longer step', () => {
    const [forward, central] = [of(probe, 'forward', 'float64'), of(probe, 'central', 'float64')];
    expect(Math.min(...central)).toBeLessThan(Math.min(...forward) / 10);
    expect(bestStep(central)).toBeGreaterThan(bestStep(forward));
  });

  test('float32 is best at a much longer step, and useless at 1e-8', () => {
    const errors = of(probe, 'forward', 'float32');
    expect(bestStep(errors)).toBeGreaterThanOrEqual(1e-4);
    expect(Math.min(...errors)).toBeGreaterThan(1e3 * Math.min(...of(probe, 'forward', 'float64')));
    // p + h is p: the difference is 0, and all of the derivative is missing.
    expect(errors[7]).toBe(Math.abs(probe.slope));
  });
});

test('the gradient of data is that of all its samples', () => {
  const experiment: Experiment = {
    ...defaultsFor('linear-regression'),
    problem: {
      kind: 'data',
      id: 'linear-regression',
      settings: {},
      userData: {
        x: [
          [1, 2],
          [3, -1],
        ],
        y: [4, 0.5],
      },
    },
  };
  const { loss, gradient } = probeAt(planProblem(experiment), [0.5, -0.25, 1], [1, 0, 0], 0.1);
  const residuals = [0.5 * 1 - 0.25 * 2 + 1 - 4, 0.5 * 3 + 0.25 + 1 - 0.5] as const;
  expect(loss).toBeCloseTo((residuals[0] ** 2 + residuals[1] ** 2) / 4, 12);
  expect(gradient[0]).toBeCloseTo((residuals[0] * 1 + residuals[1] * 3) / 2, 12);
  expect(gradient[2]).toBeCloseTo((residuals[0] + residuals[1]) / 2, 12);
});

test('a field has the gradient at every node, the ends of both ranges among them', () => {
  const view = { kind: 'plane', axes: [0, 1], x: [-2, 2], y: [-1, 3], held: [0, 0] } as const;
  const field = fieldOver(problemPlan, view, 5, 3);
  for (const [column, x] of [-2, -1, 0, 1, 2].entries()) {
    for (const [row, y] of [-1, 1, 3].entries()) {
      const [gx, gy] = rosenbrock.gradient(x, y);
      expect(field.x[row * 5 + column]).toBeCloseTo(gx, 9);
      expect(field.y[row * 5 + column]).toBeCloseTo(gy, 9);
    }
  }
});
