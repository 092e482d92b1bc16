import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceOf, descent, pointOf, runInFloat64, runOf } from '../engine/testing/experiments';
import { ruleFault } from '../experiment/core/ownRule';
import type { Run } from '../experiment/core/types';
import { composeRule, partChoices, partSlots, partsOfRule, ruleParts, type PartChoice } from './ruleParts';

const plain: PartChoice = {
  gradient: 'here',
  penalty: 'none',
  clipping: 'none',
  momentum: 'none',
  scaling: 'none',
  decay: 'none',
};

const anyChoice = fc.constantFrom(...partChoices());

test('there is a choice for every combination of parts', () => {
  const count = partSlots.reduce((product, slot) => product * ruleParts[slot].length, 1);
  expect(new Set(partChoices().map((choice) => JSON.stringify(choice))).size).toBe(count);
});

test('every composition is a rule without fault, and its parts are found again', () => {
  for (const choice of partChoices()) expect(ruleFault(composeRule(choice))).toBeNull();
  fc.assert(
    fc.property(anyChoice, (choice) => {
      expect(partsOfRule(composeRule(choice).replaceAll('\n', ' \n'))).toEqual(choice);
    }),
    { numRuns: 30 },
  );
});

test('a text that was changed by hand has no parts', () => {
  const text = composeRule(plain);
  expect(partsOfRule(text)).toEqual(plain);
  expect(partsOfRule(text.replace('lr*u', '2*lr*u'))).toBeNull();
  expect(partsOfRule('gd(lr = 0.01)\ntheta = theta - lr*grad(theta)')).toBeNull();
});

test('a trust ratio leaves a start at 0, where the norm of the parameters is 0', () => {
  const own = composeRule({ ...plain, scaling: 'trust' });
  const trace = runInFloat64(descent(choiceOf('booth'), [0, 0], 3, runOf(own, { lr: 0.1 })));
  expect([...pointOf(trace, 1)]).not.toEqual([0, 0]);
});

/** The points of a run on Rosenbrock. */
function points(optimizer: string, hyper: Run['hyper'], rest: Partial<Run> = {}): number[][] {
  const updates = 80;
  const trace = runInFloat64(descent(choiceOf('rosenbrock'), [-1.5, 2], updates, runOf(optimizer, hyper, rest)));
  return Array.from({ length: updates + 1 }, (_, k) => [...pointOf(trace, k)]);
}

describe.each<[Partial<PartChoice>, string, Run['hyper'], Partial<Run>]>([
  [{}, 'gd', {}, {}],
  [{ momentum: 'heavy-ball' }, 'sgd', { momentum: 0.9 }, {}],
  [{ momentum: 'nesterov' }, 'sgd', { momentum: 0.9, nesterov: true }, {}],
  [{ momentum: 'average' }, 'momentum-average', { momentum: 0.9 }, {}],
  [{ scaling: 'adagrad' }, 'adagrad', {}, {}],
  [{ scaling: 'rmsprop' }, 'rmsprop', {}, {}],
  [{ momentum: 'corrected', scaling: 'adam' }, 'adam', {}, {}],
  [{ momentum: 'corrected', scaling: 'adam', penalty: 'l2' }, 'adam', {}, { modifiers: { l2: 0.01 } }],
  [{ momentum: 'corrected', scaling: 'adam', decay: 'decoupled' }, 'adam', {}, { modifiers: { decay: 0.01 } }],
  [{ gradient: 'sharp' }, 'sam', {}, {}],
  [{ clipping: 'value' }, 'gd', {}, { modifiers: { clipValue: 1 } }],
  [{ clipping: 'norm', momentum: 'heavy-ball' }, 'sgd', { momentum: 0.9 }, { modifiers: { clipNorm: 1 } }],
])('%o', (parts, optimizer, hyper, rest) => {
  test(`makes the points of ${optimizer}`, () => {
    const lr = 0.0005;
    const composed = points(composeRule({ ...plain, ...parts }), { lr });
    const known = points(optimizer, { ...hyper, lr }, rest);
    composed.forEach((point, k) =>
      point.forEach((value, i) =>
        expect(Math.abs(value - Number(known[k]?.[i]))).toBeLessThan(1e-12 * Math.max(1, Math.abs(value))),
      ),
    );
  });
});
