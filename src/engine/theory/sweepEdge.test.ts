import { describe, expect, test } from 'vitest';
import {
  changeHyper,
  changeProblem,
  changeOptimizer,
  defaultExperiment,
  fromAxisJson,
  type AxisJson,
} from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { analyse } from './analyse';
import { edgeOverSweep } from './sweepEdge';

const bowl = changeProblem(defaultExperiment, 'quadratic');
const lr: AxisJson = { of: 'lr', from: 1e-3, to: 10, scale: 'log' };
const momentum: AxisJson = { of: 'momentum', from: 0, to: 0.99, scale: 'linear' };
const kappa: AxisJson = { of: 'constant.kappa', from: 1, to: 1000, scale: 'log' };

const curve = (experiment: Experiment, run: number, x: AxisJson, y: AxisJson) => {
  const plan = planExperiment(experiment);
  const trace = runReference(plan)[run];
  if (!trace) throw new RangeError('no run');
  return edgeOverSweep(experiment, run, fromAxisJson(x), fromAxisJson(y), analyse(plan, run, trace).edge);
};
const inside = (points: readonly (readonly [number, number])[]) =>
  points.filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
const near = (value: number, expected: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-4);

describe('the stability edge over a sweep agrees with the closed form', () => {
  const heavyBall = changeHyper(bowl, 0, 'nesterov', false);

  test('heavy ball, rate by momentum: (2 + 2 mu)/lambda', () => {
    const points = inside(curve(heavyBall, 0, lr, momentum));
    expect(points).toHaveLength(129);
    for (const [rate, mu] of points) near(rate, (2 + 2 * mu) / 25);
    for (const [mu, rate] of inside(curve(heavyBall, 0, momentum, lr))) near(rate, (2 + 2 * mu) / 25);
  });

  test('for every scale of the momentum axis', () => {
    const closer: AxisJson = { ...momentum, scale: 'oneMinus' };
    const points = inside(curve(heavyBall, 0, lr, closer));
    expect(points).toHaveLength(129);
    for (const [rate, mu] of points) near(rate, (2 + 2 * mu) / 25);
    expect(points[64]?.[1]).toBeCloseTo(0.9, 12);
    // Looked for along the momentum itself: mu = lr kappa/2 - 1.
    const found = inside(curve(changeHyper(heavyBall, 0, 'lr', 0.02), 0, closer, kappa));
    expect(found.length).toBeGreaterThan(5);
    for (const [mu, k] of found) expect(mu).toBeCloseTo((0.02 * k) / 2 - 1, 4);
  });

  test('gradient descent, rate by condition number: 2/kappa, and nothing outside the range of the rate', () => {
    const points = curve(bowl, 2, { ...lr, from: 1e-2, to: 1 }, kappa);
    const known = inside(points);
    for (const [rate, k] of known) near(rate, 2 / k);
    expect(known.every(([, k]) => k >= 2 && k <= 200)).toBe(true);
    expect(known.length).toBeGreaterThan(80);
    expect(known.length).toBeLessThan(100);
  });

  test('momentum by condition number at a fixed rate: mu = lr kappa/2 - 1', () => {
    const points = inside(curve(changeHyper(heavyBall, 0, 'lr', 0.02), 0, kappa, { ...momentum, from: 0.01 }));
    expect(points.length).toBeGreaterThan(5);
    for (const [k, mu] of points) expect(mu).toBeCloseTo((0.02 * k) / 2 - 1, 4);
  });

  test('rate by start, with one minimum to head for: 2/lambda there; with several, nothing', () => {
    const start: AxisJson = { of: 'start.0', from: -2, to: 2, scale: 'linear' };
    const valley = changeOptimizer(changeProblem(defaultExperiment, 'rosenbrock'), 0, 'gd');
    const points = inside(curve(valley, 0, lr, start));
    expect(points).toHaveLength(129);
    // The largest eigenvalue at (1, 1), for a = 1 and b = 100.
    for (const [rate] of points) near(rate, 2 / 1001.6006);
    const four = changeOptimizer(changeProblem(defaultExperiment, 'himmelblau'), 0, 'gd');
    expect(curve(four, 0, lr, start)).toEqual([]);
  });

  test('preconditioned rules have no edge over other runs', () => {
    expect(curve(changeOptimizer(bowl, 0, 'adam'), 0, lr, { ...momentum, of: 'beta1' })).toEqual([]);
  });
});
