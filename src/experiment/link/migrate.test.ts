import { expect, test } from 'vitest';
import { LINK_VERSION, migrate, type LinkFields } from './migrate';

const old: LinkFields = [
  ['v', '0'],
  ['problem', 'rosenbrock,b=50'],
  ['start', '-1,2'],
  ['run', 'sgd,momentum=0.9,nesterov'],
  ['run', 'gd'],
  ['lang', 'zh'],
];
const today: LinkFields = [
  ['v', '0'],
  ['p', 'rosenbrock;b=50'],
  ['s', '-1,2'],
  ['r', 'sgd;momentum=0.9;nesterov'],
  ['r', 'gd'],
  ['lang', 'zh'],
];

test('a link of version 0 gets short keys and semicolons between segments; commas in a point are kept', () => {
  expect(migrate(0, old)).toEqual(today);
});

test('a link of the current version is not changed', () => {
  expect(migrate(LINK_VERSION, old)).toBe(old);
});
