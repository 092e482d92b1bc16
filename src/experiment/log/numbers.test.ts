import { describe, expect, test } from 'vitest';
import { isNumeric, readNumber } from './numbers';

describe('a cell of a log', () => {
  test.each([
    ['12', 12],
    [' -0.5 ', -0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+1e-3', 0.001],
    ['2E+4', 20_000],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['+INF', Infinity],
    ['1.#INF', Infinity],
    ['-1.#INF', -Infinity],
    ['∞', Infinity],
    ['NaN', NaN],
    ['-nan(ind)', NaN],
    ['1.#QNAN', NaN],
    ['tensor(0.5)', 0.5],
    ['tensor(0.5, grad_fn=<MseLossBackward0>)', 0.5],
    ['tensor([0.5])', 0.5],
    ['np.float32(0.5)', 0.5],
    ['numpy.float64(-2e-3)', -0.002],
    ['[0.25]', 0.25],
    ['tensor(nan)', NaN],
    ['[inf]', Infinity],
  ])('%j is %d', (text, number) => expect(readNumber(text)).toBe(number));

  test.each(['', ' ', '-', 'NA', 'n/a', '<NA>', 'null', 'None', null, undefined])('%j is a gap', (cell) =>
    expect(readNumber(cell)).toBeNull(),
  );

  test.each(['1 2', '1,5', 'e5', '1e', '.', 'x12', '12x', 'infinite', 'nanometre', '[1, 2]', 'float32(1)', true, {}])(
    '%j is no number',
    (cell) => expect(readNumber(cell as never)).toBeUndefined(),
  );

  test('a number is itself', () => expect(readNumber(0.1)).toBe(0.1));
});

describe('a column is one of numbers', () => {
  test('where half of its filled cells are, or all of them if all are asked for', () => {
    expect(isNumeric(['1', 'red', null], false)).toBe(true);
    expect(isNumeric(['1', 'red', 'blue', ''], false)).toBe(false);
    expect(isNumeric(['1', 'red'], true)).toBe(false);
    expect(isNumeric(['1', 'NaN', ''], true)).toBe(true);
  });

  test('and not where all are gaps', () => {
    expect(isNumeric(['', null, 'n/a'], false)).toBe(false);
    expect(isNumeric([], true)).toBe(false);
  });
});
