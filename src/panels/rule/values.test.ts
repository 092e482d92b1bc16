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

test('a line may end at a semicolon, and an unfinished text still has values', () => {
  const compact = text.replaceAll('\n', ';');
  const compactAt = (part: string, name: string, offset = 0) =>
    valuesAt(compact, compact.indexOf(part) + offset, name, inspection);
  expect(compactAt('g = g + 1', 'g', 4)).toEqual([5, 6]);
  expect(compactAt('g = g + 1', 'g')).toEqual([6, 7]);
  expect(compactAt('m = 0', 'm'), 'in its declaration').toEqual([3, 4]);
  const unfinished = `${text}\nx = (`;
  expect(valuesAt(unfinished, unfinished.indexOf('g = g + 1') + 4, 'g', inspection)).toEqual([5, 6]);
  expect(valuesAt(unfinished, unfinished.indexOf('g = g + 1'), 'g', inspection)).toEqual([6, 7]);
});

test('a state that a loop changes is declared with its value before the update', () => {
  const counted = 'r(lr = 1)\nstate m = 0\nrepeat 2\nm = m + 1\nend\ntheta = theta - m';
  const made: Inspection = {
    ...inspection,
    before: [{ name: 'm', values: [3] }],
    lines: [
      { name: 'm', values: [4] },
      { name: 'm', values: [5] },
      { name: 'theta', values: [-4] },
    ],
  };
  const shown = (part: string, offset = 0) => valuesAt(counted, counted.indexOf(part) + offset, 'm', made);
  expect(shown('m = 0')).toEqual([3]);
  expect(shown('m = m', 4)).toEqual([4]);
  expect(shown('m = m')).toEqual([5]);
  expect(shown('theta - m', 8)).toEqual([5]);
});

test('what a loop makes is what its last turn makes, and what is read in it too', () => {
  const looped = 'r(lr = 1)\ns = lr\nrepeat 3\n  s = 2*s\n  u = s + 1\nend\ns = s + 5\ntheta = theta - s';
  const made: Inspection = {
    ...inspection,
    lines: [
      ...[
        ['s', 1],
        ['s', 2],
        ['u', 3],
        ['s', 4],
        ['u', 5],
        ['s', 8],
        ['u', 9],
        ['s', 13],
        ['theta', -12],
      ].map(([name, value]) => ({ name: String(name), values: [Number(value)] })),
    ],
  };
  const inLoop = (part: string, name: string, offset = 0) =>
    valuesAt(looped, looped.indexOf(part) + offset, name, made);
  expect(inLoop('s = lr', 's')).toEqual([1]);
  expect(inLoop('s = 2*s', 's')).toEqual([8]);
  expect(inLoop('s = 2*s', 's', 6), 'as the last turn reads it').toEqual([4]);
  expect(inLoop('u = s + 1', 's', 4)).toEqual([8]);
  expect(inLoop('u = s + 1', 'u')).toEqual([9]);
  expect(inLoop('s = s + 5', 's')).toEqual([13]);
});
