import { expect, test } from 'vitest';
import { rateFinding } from './bestRate';

const broken = Number.NaN;
const best = (losses: readonly number[], climbs = false, arrivals = losses.map(() => NaN)) =>
  rateFinding({ losses: Float64Array.from(losses), arrivals: Float64Array.from(arrivals) }, climbs);

test('the lowest loss is best, the highest of a run that climbs, and what diverged is neither', () => {
  expect(best([3, 1, 2, broken])).toEqual({ kind: 'best', index: 1, end: null });
  expect(best([3, 1, 2, 4, broken], true)).toEqual({ kind: 'best', index: 3, end: null });
  expect(best([3, -1, -2, 5])).toEqual({ kind: 'best', index: 2, end: null });
  expect(best([3, Infinity, 2, -Infinity])).toMatchObject({ index: 2 });
});

test('of losses that differ by rounding alone the smallest rate is taken', () => {
  const loss = 0.693147;
  expect(best([1, loss * (1 + 1e-7), loss, 2])).toMatchObject({ index: 1 });
  expect(best([1, loss * (1 + 1e-5), loss, 2])).toMatchObject({ index: 2 });
  expect(best([1, 0, 0, 2])).toMatchObject({ index: 1 });
  expect(best([1, -loss * (1 - 1e-7), -loss, 2])).toMatchObject({ index: 1 });
});

test('of equal losses the rate that arrives first is taken, and a lower loss comes before an earlier arrival', () => {
  expect(best([0, 0, 0, 0], false, [90, 7, 3, 50])).toMatchObject({ kind: 'best', index: 2 });
  expect(best([5, 0, 0, 0], false, [NaN, 7, NaN, 7])).toMatchObject({ index: 1 });
  expect(best([1e-3, 1e-4], false, [5, 80])).toMatchObject({ index: 1 });
});

test('a best rate at an end of the rates is named as such', () => {
  expect(best([1, 2, 3])).toMatchObject({ index: 0, end: 'smallest' });
  expect(best([3, 2, 1])).toMatchObject({ index: 2, end: 'largest' });
  // The last rate that did not diverge is not the last that was tried.
  expect(best([3, 2, broken])).toMatchObject({ index: 1, end: null });
});

test('where every rate ends alike, or diverges, there is no best', () => {
  expect(best([2, 2 * (1 + 1e-7), 2])).toEqual({ kind: 'same' });
  expect(best([2, 2, broken])).toMatchObject({ kind: 'best', index: 0 });
  expect(best([broken, Infinity])).toEqual({ kind: 'allDiverge' });
});
