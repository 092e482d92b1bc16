import { expect, test } from 'vitest';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { isSamePath } from './samePath';

const traceOf = (optimizer: string, momentum?: number) => {
  const run = runOf(optimizer, { lr: 0.001, ...(momentum === undefined ? {} : { momentum }) });
  const [trace] = runReference(planExperiment(descent(choiceOf('rosenbrock'), [-1, 1], 50, run)));
  if (!trace) throw new RangeError('no run');
  return trace;
};

test('SGD without momentum takes the steps of gradient descent, with momentum it does not', () => {
  const gd = traceOf('gd');
  expect(isSamePath(gd, traceOf('sgd', 0))).toBe(true);
  expect(isSamePath(gd, traceOf('sgd', 0.1))).toBe(false);
  // As long as it is being computed, nothing is known.
  expect(isSamePath(gd, { ...traceOf('sgd', 0), outcome: null })).toBe(false);
  expect(isSamePath({ ...gd, outcome: null }, traceOf('sgd', 0))).toBe(false);
});

test('a path is the same as itself, as one with the same numbers, NaN among them, and not as a part of it', () => {
  const gd = traceOf('gd');
  const unfinished = { ...gd, outcome: null };
  expect(isSamePath(unfinished, unfinished)).toBe(true);
  const ended = (...numbers: readonly number[]) => ({ ...gd, params: Float64Array.from(numbers) });
  expect(isSamePath(ended(1, NaN), ended(1, NaN))).toBe(true);
  expect(isSamePath(ended(1, 2), ended(1, 2, 3))).toBe(false);
  expect(isSamePath(ended(1, 2), ended(1, 3))).toBe(false);
});
