import { expect, test } from 'vitest';
import { providePrecision } from '../float64/precisionParts';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';
import { choiceOf, custom, descent, runOf } from '../testing/experiments';
import { analyse } from '../theory/analyse';
import { readExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { precision as precisionParts } from '.';

providePrecision(precisionParts);

const bfloat16 = (optimizer: string, hyper: Record<string, number>) => ({
  ...runOf(optimizer, hyper),
  precision: { format: 'bfloat16' as const },
});

function whyOf(experiment: Experiment) {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan);
  return trace ? { kind: trace.outcome?.kind, why: analyse(plan, 0, trace).why } : null;
}

test('an update that vanishes is the one that the run computed in its own numbers', () => {
  const loss = custom('(y - x^2)^2', 'x', 'y');
  const experiment = descent(loss, [-1.421875, 2.03125], 20, bfloat16('gd', { lr: 2 ** -9 }));
  const found = whyOf(experiment);
  // x^2 = 2.0217 is 2.015625 in bfloat16, so y - x^2 is 2^-6 where it is 0.0095 in float64. The gradient along x is
  // 2*2^-6 * 2*1.421875 = 0.0889, which is 91*2^-10; that along y is 2^-5, and shorter beside the distance of its numbers.
  expect(found).toEqual({
    kind: 'stalled',
    why: expect.arrayContaining([
      {
        code: 'vanishing',
        values: { format: 'bfloat16', parameter: 'x', value: -1.421875, gap: 2 ** -7, update: -91 * 2 ** -19 },
      },
      // The length of (91*2^-10, 2^-5), and not that of the gradient in float64.
      { code: 'flat', values: { gradient: Math.hypot(91 * 2 ** -10, 2 ** -5), lr: 2 ** -9, move: 0 } },
    ]) as unknown,
  });
});

test('a cycle between numbers that are too far apart has these as its cause', () => {
  const experiment = descent(choiceOf('rosenbrock'), [-1.5, 2], 200, bfloat16('gd', { lr: 0.0015 }));
  const { kind, why = [] } = whyOf(experiment) ?? {};
  expect(kind).toBe('cycling');
  expect(why.map(({ code }) => code)).toEqual(['cycle', 'coarse']);
  // At (-1.1328125, 1.3203125), x^2 is 1.28125 and y - x^2 is 5*2^-7; 200 times that, times 0.0015, is 1.5*2^-7 in 8 bits. The
  // difference lies in the middle between two numbers, of which the nearer to y is even.
  expect(why[1]?.values).toEqual({
    format: 'bfloat16',
    parameter: 'y',
    value: 1.3203125,
    gap: 2 ** -7,
    update: -1.5 * 2 ** -7,
    move: -(2 ** -7),
  });
  const inFloat64 = { ...experiment, runs: [runOf('gd', { lr: 0.0015 })], start: [-1.1328125, 1.3203125] };
  expect(whyOf(inFloat64)?.kind).not.toBe('cycling');
});

test('an update that a loop computes from itself again and again is followed through each turn once', () => {
  const rule = `averaging(lr = 1)
u = -lr*grad(theta)
repeat 20
u = 0.75*u + 0.25*u
end
repeat 20
u = 0.75*u + 0.25*u
end
larger = max(theta, u)
theta = u + larger`;
  const experiment = readExperiment({
    version: 1,
    problem: { loss: 'x^2', parameters: ['x'] },
    start: [1],
    steps: 5,
    runs: [{ rule, hyper: { lr: 2 ** -12 }, precision: { format: 'bfloat16' } }],
  });
  // The gradient at 1 is 2, and the numbers below 1 are 2^-8 apart.
  expect(whyOf(experiment)?.why).toContainEqual({
    code: 'vanishing',
    values: { format: 'bfloat16', parameter: 'x', value: 1, gap: 2 ** -8, update: -(2 ** -11) },
  });
});

test('a master copy in float32 has no updates that 16 bits lose', () => {
  for (const lr of [0.0005, 0.0015]) {
    const run = { ...runOf('gd', { lr }), precision: { format: 'bfloat16' as const, master: true as const } };
    const { why = [] } = whyOf(descent(choiceOf('rosenbrock'), [-1.5, 2], 200, run)) ?? {};
    expect(why.map(({ code }) => code)).not.toEqual(
      expect.arrayContaining([expect.stringMatching('vanishing|coarse')]),
    );
  }
});
