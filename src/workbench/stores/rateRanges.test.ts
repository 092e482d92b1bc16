import { expect, test } from 'vitest';
import type { Run } from '../../experiment/core/types';
import { movedRanges } from './rateRanges';

const [first, second, third]: readonly Run[] = ['gd', 'adam', 'lion'].map((optimizer) => ({ optimizer, hyper: {} }));
if (!first || !second || !third) throw new Error('three runs');

test('a run that is edited keeps its range', () => {
  const edited = { ...second, hyper: { lr: 1 } };
  expect(movedRanges([undefined, 'all'], [first, second], [first, edited])).toEqual([undefined, 'all']);
});

test('the ranges go with their runs when one before them is removed or added', () => {
  const ranges = ['edge', undefined, 'all'] as const;
  expect(movedRanges(ranges, [first, second, third], [second, third])).toEqual([undefined, 'all']);
  expect(movedRanges(['edge', 'all'], [first, third], [first, second, third])).toEqual(['edge', undefined, 'all']);
});
