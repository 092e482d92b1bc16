import { expect, test } from 'vitest';
import type { Inspection } from '../../engine/float64/types';
import { valuesAt } from './values';

const text = `r(lr = 0.1)
state m = 0
g = grad(theta)
g = g + 1
m = m + g
theta = theta - lr*m`;

const inspection: Inspection = {
  run: 0,
  step: 7,
  before: [
    { name: 'theta', values: [1, 2] },
    { name: 'm', values: [3, 4] },
  ],
  lines: [
    { name: 'g', values: [5, 6] },
    { name: 'g', values: [6, 7] },
    { name: 'm', values: [9, 11] },
    { name: 'theta', values: [0, 1] },
  ],
  hyper: { lr: 0.2 },
  arrows: [],
  batch: null,
  gradient: [],
  fullGradient: [],
};

const at = (part: string, name: string, offset = 0): readonly number[] | null =>
  valuesAt(text, text.indexOf(part) + offset, name, inspection);

test('a name is what it is at its place in the update', () => {
  expect(at('g = grad', 'g'), 'as the line makes it').toEqual([5, 6]);
  expect(at('g = g + 1', 'g'), 'as the second line makes it').toEqual([6, 7]);
  expect(at('g = g + 1', 'g', 4), 'as the second line reads it').toEqual([5, 6]);
  expect(at('m = m + g', 'm', 4), 'before the update').toEqual([3, 4]);
  expect(at('m = m + g', 'm')).toEqual([9, 11]);
  expect(at('lr*m', 'lr'), 'the rate of this update').toEqual([0.2]);
  expect(at('theta - lr', 'theta')).toEqual([1, 2]);
  expect(at('lr*m', 'nothing')).toBeNull();
});
