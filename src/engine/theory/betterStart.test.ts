import { expect, test } from 'vitest';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { custom, descent, runOf } from '../testing/experiments';
import { analyse } from './analyse';

/** The analysis of a run on a typed loss of x and y. */
function analysed(loss: string, start: readonly number[]) {
  const plan = planExperiment(descent(custom(loss, 'x', 'y'), start, 100, runOf('gd', { lr: 0.1 })));
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  return analyse(plan, 0, trace);
}

test.each([
  [
    'is a minimum',
    '(x - 1)^2 + (y - 1)^2',
    ([x = NaN, y = NaN]: readonly number[]) => Math.hypot(2 * (x - 1), 2 * (y - 1)),
  ],
  ['has no finite loss', 'log(x - 2) + y^2', ([x = NaN, y = NaN]: readonly number[]) => Math.hypot(1 / (x - 2), 2 * y)],
] as const)('where the start %s, the reasons come with a start that has a slope', (_, loss, slopeAt) => {
  const { why, betterStart } = analysed(loss, [1, 1]);
  expect(why.length).toBeGreaterThan(0);
  expect(betterStart).not.toBeNull();
  expect(slopeAt(betterStart ?? [])).toBeGreaterThan(1e-3);
});

test('a run that arrives from a good start is offered no other', () => {
  expect(analysed('(x - 1)^2 + (y - 1)^2', [3, -2]).betterStart).toBeNull();
});

test('where every start is level, none is offered', () => {
  expect(analysed('0*x + 0*y', [1, 1]).betterStart).toBeNull();
});
