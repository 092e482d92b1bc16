import { describe, expect, test } from 'vitest';
import { choiceOf, descent, planOnData, runOf } from '../testing/experiments';
import { randomStream } from './random';
import { fullBatch } from '../../experiment';
import type { Batch } from '../../experiment/core/types';

const purposes = ['data', 'initial', 'order'] as const;
const numbersOf = (count: number, random: () => number) => Array.from({ length: count }, random);

/** Pearson's statistic of counts that should be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function countsOf(cells: readonly number[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}

/** With 99 degrees of freedom: 0.01% of fair samples lie below, and as many above. */
const FAIR: readonly [number, number] = [54, 161];

function expectFair(cells: readonly number[]): void {
  const statistic = chiSquare(countsOf(cells, 100));
  expect(statistic).toBeGreaterThan(FAIR[0]);
  expect(statistic).toBeLessThan(FAIR[1]);
}

/** A hundred cells of [0, 1). */
const cells = (values: readonly number[]) => values.map((value) => Math.floor(value * 100));
/** Ten by ten cells of the unit square. */
const pairs = (a: readonly number[], b: readonly number[]) =>
  a.slice(0, b.length).map((value, i) => 10 * Math.floor(value * 10) + Math.floor((b[i] ?? Number.NaN) * 10));

describe.each(purposes)('%s', (purpose) => {
  test('is uniform, and each number is independent of the one before', () => {
    const values = numbersOf(100_000, randomStream(1, purpose));
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expectFair(cells(values));
    expectFair(pairs(values.slice(1), values));
  });

  test('is the same for the same seed', () => {
    expect(numbersOf(100, randomStream(7, purpose))).toEqual(numbersOf(100, randomStream(7, purpose)));
  });

  test.each([0, 1, 2, 3])('number %d is as random from seed to seed as within one', (index) => {
    const values = Array.from(
      { length: 10_000 },
      (_, seed) => numbersOf(index + 1, randomStream(seed, purpose))[index] ?? Number.NaN,
    );
    expectFair(cells(values));
    expectFair(pairs(values.slice(1), values));
  });
});

test('streams of one seed are independent', () => {
  const [data = [], initial = [], order = []] = purposes.map((purpose) => numbersOf(50_000, randomStream(1, purpose)));
  expectFair(pairs(data, initial));
  expectFair(pairs(data, order));
  expectFair(pairs(initial, order));
});

describe("an experiment's random numbers", () => {
  const plan = (seed: number, batch: Batch, samples = 30) =>
    planOnData({
      ...descent(choiceOf('linear-regression', { samples }), [], 1, runOf('sgd', { lr: 0.1 }, { batch })),
      start: null,
      epochs: 3,
      seed,
    });
  const chance = ({ data, runs }: ReturnType<typeof plan>) => ({
    columns: data.columns,
    visits: runs[0]?.visits,
    start: runs[0]?.start,
  });

  test('is the same for the same seed, and every part differs for the next', () => {
    const one = chance(plan(1, { ...fullBatch, size: 10, accumulate: 1 }));
    expect(chance(plan(1, { ...fullBatch, size: 10, accumulate: 1 }))).toEqual(one);
    const two = chance(plan(2, { ...fullBatch, size: 10, accumulate: 1 }));
    expect(two.columns[0]?.[0]).not.toBe(one.columns[0]?.[0]);
    expect(two.visits).not.toEqual(one.visits);
    expect(two.start).not.toEqual(one.start);
  });

  test('does not depend on the batch size', () => {
    expect(chance(plan(1, { ...fullBatch, size: 3, accumulate: 4 }))).toEqual(
      chance(plan(1, { ...fullBatch, size: 7, accumulate: 1 })),
    );
  });

  test('more samples do not change the first ones or the start', () => {
    const [few, many] = [
      plan(1, { ...fullBatch, size: 1, accumulate: 1 }),
      plan(1, { ...fullBatch, size: 1, accumulate: 1 }, 60),
    ];
    expect(many.data.columns.map((column) => column.slice(0, 30))).toEqual(few.data.columns);
    expect(many.runs[0]?.start).toEqual(few.runs[0]?.start);
  });
});
