import { describe, expect, test } from 'vitest';
import { changeModifiers } from '../../experiment';
import type { Experiment, Modifiers, Run } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { L, limitFound, parabola } from '../testing/limitFound';
import { choiceOf, descent, runOf, runInFloat64 } from '../testing/experiments';
import { analyse } from './analyse';
import { contraction } from './contraction';

/* What theory says of runs with modifiers, against runs. */

const TINY = 1e-100;
const still = { eps: 1, weightDecay: 0 };

function analysed(experiment: Experiment) {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  return analyse(plan, 0, trace);
}

const on = (id: string, start: readonly number[], run: Run, modifiers: Modifiers, steps = 50) =>
  analysed(changeModifiers(descent(choiceOf(id), start, steps, run), 0, modifiers));

const rules = (mu: number): [optimizer: string, hyper: Run['hyper'], start: number][] => [
  ['gd', {}, 1],
  ['sgd', { momentum: mu }, 1],
  ['sgd', { momentum: mu, dampening: 0.3, weightDecay: 0.25 }, 1],
  ['sgd', { momentum: mu, nesterov: true }, 1],
  ['momentum-sutskever', { momentum: mu }, 1],
  ['momentum-average', { momentum: mu }, 1],
  ['momentum-keras', { momentum: mu, nesterov: true }, 1],
  ['qhm', { momentum: mu, nu: 0.7 }, 1],
  ['nesterov', { momentum: mu }, 1],
  ['rmsprop', { ...still, momentum: mu }, TINY],
  ['adam', { ...still, beta1: mu }, TINY],
  ['adamw', { ...still, beta1: mu, weightDecay: 0.1 }, TINY],
];

describe.each([0.5, 0.9])('the edge of runs with a modifier is that found by bisection, at momentum %d', (mu) => {
  test.each(
    rules(mu).flatMap(
      (rule) =>
        [
          [...rule, { l2: 0.7 }],
          [...rule, { decay: 0.4 }],
          [...rule, { l2: 0.3, decay: 0.2 }],
        ] as const,
    ),
  )('%s %o', (optimizer, hyper, start, modifiers) => {
    const run: Run = { ...runOf(optimizer, hyper), modifiers };
    // Adam's bias correction is over by then.
    const { edge } = analysed(descent(parabola, [start], 1000, run));
    expect(Math.abs(limitFound(run, start) / (edge.limit ?? Number.NaN) - 1)).toBeLessThan(1e-3);
  });
});

test('gradient descent with decay multiplies the distance by |1 - lr (lambda + decay)|, with a penalty the same', () => {
  const plain = planExperiment(descent(parabola, [1], 2, { ...runOf('gd', {}), modifiers: { decay: 0.4 } })).runs[0];
  if (!plain) throw new RangeError('no run');
  for (const lr of [0.1, 0.5, 0.58, 0.6])
    expect(contraction(plain, lr, L)).toBeCloseTo(Math.abs(1 - lr * (L + 0.4)), 12);
  const { why } = analysed(descent(parabola, [1], 50, { ...runOf('gd', { lr: 0.1 }), modifiers: { l2: 0.4 } }));
  const [reason] = why;
  if (reason?.code !== 'rateAndTheory') throw new Error(`it says ${reason?.code}`);
  expect(reason.values.predicted).toBeCloseTo(34, 9);
  expect(reason.values.percent).toBeCloseTo(34, 6);
});

describe('the minimum that a run heads for', () => {
  // Booth's Hessian is [[10, 8], [8, 10]], its minimum (1, 3): H theta = (34, 38).
  test('is that of the loss with the penalty', () => {
    const { edge } = on('booth', [-6, 4], runOf('gd', { lr: 0.05 }), { l2: 2 }, 200);
    // (12 12 - 8 8) theta = (12 34 - 8 38, 12 38 - 8 34)
    expect(edge.point[0]).toBeCloseTo(104 / 80, 9);
    expect(edge.point[1]).toBeCloseTo(184 / 80, 9);
    expect(edge).toMatchObject({ at: 'sight', applies: 'exact', penalty: 2 });
    expect(edge.limit).toBeCloseTo(2 / 20, 12);
    const { params } = runInFloat64(
      changeModifiers(descent(choiceOf('booth'), [-6, 4], 400, runOf('gd', { lr: 0.05 })), 0, { l2: 2 }),
    );
    expect(params.at(-2)).toBeCloseTo(104 / 80, 9);
  });

  test('is that of the loss minus the penalty for a rule that maximizes', () => {
    const run = runOf('sgd', { lr: 0.05, maximize: true });
    const twice: Modifiers = { maximize: true, l2: 1 };
    const { edge } = on('booth', [-6, 4], run, twice, 200);
    // (9 9 - 8 8) theta = (9 34 - 8 38, 9 38 - 8 34)
    const { params } = runInFloat64(changeModifiers(descent(choiceOf('booth'), [-6, 4], 2000, run), 0, twice));
    [2 / 17, 70 / 17].forEach((value, i) => {
      expect(edge.point[i]).toBeCloseTo(value, 9);
      expect(params.at(i - 2)).toBeCloseTo(value, 9);
    });
    expect(edge.limit).toBeCloseTo(2 / 17, 12);
  });

  test('and its curvature respect frozen parameters', () => {
    const { edge } = on('booth', [-6, 4], runOf('gd', { lr: 0.05 }), { frozen: ['y'] });
    // At y = 4 the slope along x is 10 x + 32 - 34.
    expect(edge.point[0]).toBeCloseTo(0.2, 10);
    expect(edge.point[1]).toBe(4);
    expect(edge.eigenvalues).toHaveLength(1);
    expect(edge.lambda).toBeCloseTo(10, 12);
    expect(edge.limit).toBeCloseTo(0.2, 12);
    expect(on('booth', [-6, 4], runOf('gd', { lr: 0.05 }), { frozen: ['x', 'y'] }).edge).toMatchObject({
      limit: null,
      reasons: ['unbounded'],
    });
  });
});

describe('modifiers that limit what the theory claims', () => {
  const gd = runOf('gd', { lr: 0.05 });

  test('a run that climbs has no edge, and maximizing twice descends', () => {
    expect(on('booth', [-6, 4], gd, { maximize: true }).edge).toMatchObject({
      limit: null,
      applies: 'none',
      reasons: ['climbs'],
    });
    expect(on('booth', [-6, 4], runOf('sgd', { lr: 0.05, maximize: true }), { maximize: true }).edge.limit).toBeCloseTo(
      1 / 9,
      12,
    );
  });

  test.each<[Modifiers, string]>([
    [{ clipNorm: 1 }, 'clipped'],
    [{ clipValue: 1 }, 'clipped'],
    [{ noise: { c: 0.1, gamma: 0 } }, 'noiseAdded'],
    [{ decay: 0.1 }, 'decays'],
  ])('%o: local', (modifiers, reason) => {
    expect(on('booth', [-6, 4], gd, modifiers).edge).toMatchObject({ applies: 'local', reasons: [reason] });
  });

  test("with Sutskever's look-ahead there is no theory of decay", () => {
    expect(
      on('booth', [-6, 4], runOf('momentum-sutskever', { lr: 0.05, nesterov: true }), { decay: 0.1 }).edge,
    ).toMatchObject({ applies: 'none', reasons: ['noTheory'] });
  });

  test('a noise of scale 0 is no caveat', () => {
    expect(on('booth', [-6, 4], gd, { noise: { c: 0, gamma: 0 } }).edge).toMatchObject({
      applies: 'exact',
      reasons: [],
    });
  });

  test('a clipped run converges below its edge and oscillates without growing above it', () => {
    const ends = (lr: number) => {
      const { params, rows } = runInFloat64(
        changeModifiers(descent(parabola, [5], 2000, runOf('gd', { lr })), 0, { clipNorm: 1 }),
      );
      expect(rows).toBe(2001);
      return Math.abs(params.at(-1) ?? Number.NaN);
    };
    const { edge } = analysed(
      changeModifiers(descent(parabola, [5], 50, runOf('gd', { lr: 0.1 })), 0, { clipNorm: 1 }),
    );
    expect(ends(0.99 * (edge.limit ?? Number.NaN))).toBeLessThan(1e-6);
    expect(ends(1.5 * (edge.limit ?? Number.NaN))).toBeGreaterThan(0.1);
    expect(ends(1.5 * (edge.limit ?? Number.NaN))).toBeLessThan(1);
  });
});
