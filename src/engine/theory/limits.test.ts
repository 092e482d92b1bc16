import { describe, expect, test } from 'vitest';
import { findRule, optimizers, ruleOf } from '../../catalogue';
import { fullBatch } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import { parseExpression } from '../../formula';
import { expressionTex } from '../../formula/tex';
import { planExperiment } from '../plan/plan';
import { L, limitFound, parabola } from '../testing/limitFound';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { contraction } from './contraction';
import { curvatureLimit, gradientWeight, limitExpression, rateLimit } from './limits';

/* Far below eps, Adam and its kin divide by eps alone: their preconditioner stands still, as the theory takes it. */
const still = { eps: 1, weightDecay: 0 };
const TINY = 1e-100;

type Case = [optimizer: string, hyper: Run['hyper'], known: number, start: number];

const casesAt = (mu: number): Case[] => [
  ['gd', {}, 2 / L, 1],
  ['sgd', { momentum: mu }, (2 + 2 * mu) / L, 1],
  ['sgd', { momentum: mu, dampening: mu }, (2 + 2 * mu) / (1 - mu) / L, 1],
  ['sgd', { momentum: mu, dampening: 0.3 }, (2 + 2 * mu) / 0.7 / L, 1],
  ['sgd', { momentum: mu, nesterov: true }, (2 + 2 * mu) / (1 + 2 * mu) / L, 1],
  ['sgd', { momentum: mu, nesterov: true, dampening: 0.3 }, (2 + 2 * mu) / (1 + mu + 0.7 * mu) / L, 1],
  ['sgd', { momentum: mu, weightDecay: 0.25 }, (2 + 2 * mu) / (L + 0.25), 1],
  ['sgd', { dampening: 0.3 }, 2 / L, 1],
  ['momentum-sutskever', { momentum: mu }, (2 + 2 * mu) / L, 1],
  ['momentum-sutskever', { momentum: mu, nesterov: true }, (2 + 2 * mu) / (1 + 2 * mu) / L, 1],
  ['momentum-average', { momentum: mu }, (2 + 2 * mu) / (1 - mu) / L, 1],
  ['momentum-keras', { momentum: mu }, (2 + 2 * mu) / L, 1],
  ['momentum-keras', { momentum: mu, nesterov: true }, (2 + 2 * mu) / (1 + 2 * mu) / L, 1],
  ['qhm', { momentum: mu, nu: 0.7 }, (2 + 2 * mu) / (1 + mu - 1.4 * mu) / L, 1],
  ['nesterov', { momentum: mu }, (2 + 2 * mu) / (1 + 2 * mu) / L, 1],
  ['adam-eps-inside', { eps: 1, beta1: mu }, (2 + 2 * mu) / (1 - mu) / L, TINY],
  ['adam-uncorrected', { eps: 1, beta1: mu }, (2 + 2 * mu) / (1 - mu) / L, TINY],
  ['rmsprop-tf', { eps: 1, momentum: mu }, (2 + 2 * mu) / L, TINY],
  ['rmsprop', { ...still, momentum: mu }, (2 + 2 * mu) / L, TINY],
  ['adam', { ...still, beta1: mu }, (2 + 2 * mu) / (1 - mu) / L, TINY],
  ['adam', { ...still, beta1: mu, amsgrad: true }, (2 + 2 * mu) / (1 - mu) / L, TINY],
  ['adamw', { ...still, beta1: mu }, (2 + 2 * mu) / (1 - mu) / L, TINY],
  ['adamw', { ...still, beta1: mu, weightDecay: 0.1 }, (2 + 2 * mu) / ((1 - mu) * L + (1 + mu) * 0.1), TINY],
  ['adamax', { ...still, beta1: mu }, (2 + 2 * mu) / (1 - mu) / L, TINY],
  ['adagrad', { ...still }, 2 / L, TINY],
  // The curvature to the power 0: it divides by 1.
  ['adahessian', { beta1: mu, hessianPower: 0, eps: 0 }, (2 + 2 * mu) / (1 - mu) / L, 1],
];

const bisected = casesAt(0.5);

describe.each([0.5, 0.9])('limits found by bisection on runs, at momentum %d', (mu) => {
  test.each(casesAt(mu))('%s %o', (optimizer, hyper, known, start) => {
    expect(Math.abs(limitFound(runOf(optimizer, hyper), start) / known - 1)).toBeLessThan(1e-3);
    expect(rateLimit(findRule(optimizer), runOf(optimizer, hyper).hyper, L)).toBeCloseTo(known, 12);
  });
});

test.each([0.5, 1])('AdaHessian divides by the curvature to the power %d, and its limit grows by as much', (power) => {
  const run = runOf('adahessian', { beta1: 0.5, hessianPower: power, eps: 0 });
  expect(Math.abs(limitFound(run, 1) / ((6 * L ** power) / L) - 1)).toBeLessThan(1e-3);
});

test.each([
  ['gd', {}, 2],
  ['sgd', { momentum: 0.9 }, 3.8],
  ['sgd', { momentum: 0.9, dampening: 0.9 }, 38],
  ['adam', { beta1: 0.9 }, 38],
])('%s %o is the published limit %d', (id, hyper, known) => {
  expect(rateLimit(findRule(id), runOf(id, hyper).hyper, 1)).toBeCloseTo(known, 10);
});

describe('every theory of the catalogue', () => {
  const theories = optimizers.flatMap((optimizer) =>
    optimizer.stability && 'limit' in optimizer.stability
      ? [[optimizer.id, optimizer, optimizer.stability] as const]
      : [],
  );

  test.each(theories)('%s uses only names that the rule has', (_, optimizer, { limit, preconditioner }) => {
    const { hyper, states } = ruleOf(optimizer);
    const names = hyper.map(({ name }) => name);
    expect(() => parseExpression(limit, [...names, 'lambda'])).not.toThrow();
    expect(() => parseExpression(preconditioner?.penalty ?? '0', names)).not.toThrow();
    expect(() =>
      parseExpression(preconditioner?.divisor ?? '1', [...names, ...states.map(({ name }) => name), 't']),
    ).not.toThrow();
  });

  test.each(theories)('%s: curvatureLimit is the inverse of rateLimit', (_, optimizer) => {
    const { hyper } = runOf(optimizer.id, {});
    for (const lambda of [0.01, 0.7, 5, 4e4]) {
      const lr = rateLimit(optimizer, hyper, lambda);
      expect((curvatureLimit(optimizer, hyper, Number(lr)) as number) / lambda).toBeCloseTo(1, 8);
    }
  });

  test.each(theories.filter(([, , { preconditioner }]) => !preconditioner))(
    '%s settles below its limit and not above, by its characteristic roots',
    (id, optimizer) => {
      const declared = ruleOf(optimizer).hyper.map(({ name }) => name);
      const settings = [
        {},
        { momentum: 0.7 },
        { momentum: 0.7, nesterov: true },
        { momentum: 0.95, dampening: 0.6 },
        { momentum: 0.3, nesterov: true, dampening: 1 },
      ].filter((hyper) => Object.keys(hyper).every((name) => declared.includes(name)));
      for (const setting of settings) {
        const run = runOf(id, setting);
        const limit = Number(rateLimit(optimizer, run.hyper, L));
        const [plan] = planExperiment(descent(parabola, [1], 2, run)).runs;
        if (!plan) throw new RangeError('no run');
        expect(contraction(plan, 0.999 * limit, L)).toBeLessThan(1);
        expect(contraction(plan, 1.001 * limit, L)).toBeGreaterThan(1);
      }
    },
  );
});

describe('no limit', () => {
  test.each([
    ['lion', {}, 'signSteps'],
    ['rprop', {}, 'signSteps'],
    ['asgd', {}, 'ownRate'],
    ['adadelta', {}, 'noTheory'],
    ['sgd', { maximize: true }, 'climbs'],
    ['sgd', { momentum: 1 }, 'neverForgets'],
    ['adam', { beta1: 1 }, 'neverForgets'],
    ['sgd', { momentum: 0.9, dampening: 1 }, 'unbounded'],
  ])('%s %o: %s', (id, hyper, reason) => {
    expect(rateLimit(findRule(id), runOf(id, hyper).hyper, L)).toBe(reason);
  });

  test('there is no limit for a curvature of 0 or less', () => {
    expect(rateLimit(findRule('gd'), runOf('gd', {}).hyper, 0)).toBe('noCurvature');
    expect(rateLimit(findRule('gd'), runOf('gd', {}).hyper, -2)).toBe('noCurvature');
  });
});

test('every theory of the catalogue is tested by bisection', () => {
  const known = optimizers.filter(({ stability }) => stability && 'limit' in stability).map(({ id }) => id);
  expect([...new Set(bisected.map(([id]) => id))].sort()).toEqual(known.sort());
});

test('the displayed limit is simplified for the settings', () => {
  const tex = (hyper: Run['hyper']) => {
    const sgd = findRule('sgd');
    const expression = sgd && limitExpression(sgd, runOf('sgd', hyper).hyper);
    return expression && expressionTex(expression, { symbol: (name) => (name === 'momentum' ? '\\mu' : undefined) });
  };
  expect(tex({})).toBe('\\frac{2}{\\lambda}');
  expect(tex({ momentum: 0.9 })).not.toMatch(/dampening|weightDecay|cases/);
  expect(tex({ maximize: true })).toBeNull();
});

test('an incomplete group of micro-batches has a smaller weight and a larger limit', () => {
  const weightOf = (size: number | 'all', accumulate: number) => {
    const run = runOf('gd', {}, { batch: { ...fullBatch, size, accumulate } });
    const [plan] = planExperiment({
      version: 1,
      problem: choiceOf('linear-regression', { samples: 40 }),
      start: null,
      epochs: 1,
      seed: 1,
      runs: [run],
    }).runs;
    return plan && gradientWeight(plan);
  };
  expect(weightOf('all', 1)).toBeCloseTo(1, 12);
  expect(weightOf(10, 4)).toBeCloseTo(1, 12);
  expect(weightOf('all', 4)).toBeCloseTo(1 / 4, 12);
});
