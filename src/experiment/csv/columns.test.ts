import { describe, expect, test } from 'vitest';
import { columnOf, readCell } from './columns';
import { readNumber } from './numbers';

const column = (cells: readonly string[], name = '', count = 3, at = 0, isNamed = name !== '') => {
  const rows = cells.map((cell, i) => ({ line: i + 1, cells: [...Array.from({ length: at }, () => '7'), cell] }));
  return columnOf(rows, at, name, { decimal: '.', count, isNamed });
};
const kindOf = (...args: Parameters<typeof column>) => column(...args).kind;

describe('the kind of a column', () => {
  test('without names: numbers that count from 0 or 1, in the first of three columns or more', () => {
    const counting = ['1', '2', '3', '4'];
    expect(kindOf(counting)).toBe('rowNumbers');
    expect(kindOf(['0', '1', '2'])).toBe('rowNumbers');
    expect(kindOf(['2', '3', '4'])).toBe('numbers');
    expect(kindOf(['1', '2', '4'])).toBe('numbers');
    expect(kindOf(['1', '2'])).toBe('numbers');
    expect(kindOf(counting, '', 2)).toBe('numbers');
    expect(kindOf(counting, '', 3, 1)).toBe('numbers');
  });

  test('with names: a name that counts, in any column', () => {
    for (const name of ['#', 'No.', 'index', 'ID', 'row 1', '序号', ' idx '])
      expect(kindOf(['5', '6', '7'], name, 2, 1), name).toBe('rowNumbers');
    expect(kindOf(['5', '6', '7'], 'age')).toBe('numbers');
    expect(kindOf(['1', '2', '3'], 'age')).toBe('numbers');
    expect(kindOf(['0.5', '1.5', '2.5'], 'index')).toBe('numbers');
    // An empty name among others is that of an index.
    expect(kindOf(['1', '2', '3'], '', 2, 0, true)).toBe('rowNumbers');
  });

  test('codes, dates, words, a constant', () => {
    expect(kindOf(['17', '4', '99'], 'user_id')).toBe('identifiers');
    expect(kindOf(['17', '4', '99.5'], 'user_id')).toBe('numbers');
    expect(kindOf(['17', '4', '99'], 'idea')).toBe('numbers');
    expect(kindOf(['2024-01-02', '2024-01-03', 'x'])).toBe('dates');
    expect(kindOf(['12:30', '12:45 pm'], 'when')).toBe('dates');
    expect(kindOf(['20240102', '20240103'], 'date')).toBe('dates');
    expect(kindOf(['20240102', '20240103'], 'amount')).toBe('numbers');
    expect(kindOf(['red', 'blue', '2024-01-02'])).toBe('words');
    expect(kindOf(['3', '3.0', 'NA'])).toBe('constant');
    expect(kindOf(['3', '4', 'NA'])).toBe('numbers');
  });
});

test('a column is numeric if more than half of its cells are numbers, gaps aside', () => {
  expect(column(['1', '2', 'red']).isNumeric).toBe(true);
  expect(column(['1', 'red']).isNumeric).toBe(false);
  expect(column(['1', '2', 'red', 'blue', 'NA', '']).isNumeric).toBe(false);
  expect(column(['NA', '', '4', 'NA']).isNumeric).toBe(true);
});

test('a column has its first word, its first three values, and whether its units differ', () => {
  const mixed = column(['$5', '5%', '-', 'red', '6', '7']);
  expect(mixed.word).toMatchObject({ text: 'red', line: 4 });
  expect(mixed.values.map(({ text }) => text)).toEqual(['$5', 'red', '6']);
  expect(mixed.mixesUnits).toBe(true);
  expect(mixed.examples.map(({ text, value, unit }) => [text, value, unit])).toEqual([
    ['$5', 5, '$'],
    ['5%', 5, '%'],
  ]);
  const plain = column(['1', '2.0', '2', '-']);
  expect([plain.word, plain.mixesUnits, plain.examples.length]).toEqual([null, false, 0]);
  expect(plain.values.map(({ text }) => text)).toEqual(['1', '2.0']);
});

test('a cell is a number, a gap or a word by its column', () => {
  const [numbers, words] = [column(['1', '2', '-']), column(['red', 'blue'])];
  const read = (text: string, of = numbers) => readCell(text, of, { decimal: '.' });
  expect(read('1,234.5')).toEqual({ kind: 'number', value: 1234.5 });
  expect([read('-').kind, read('NA').kind, read('red').kind]).toEqual(['gap', 'gap', 'word']);
  expect([read('-', words).kind, read('NA', words).kind, read('12', words).kind]).toEqual(['word', 'gap', 'word']);
});

describe('a number in a cell', () => {
  test.each<[string, number, string]>([
    ['12', 12, ''],
    ['-0', 0, ''],
    ['+3.5', 3.5, ''],
    ['1,234,567.5', 1234567.5, ''],
    ["1'234'567", 1234567, ''],
    ['12,34,567', 1234567, ''],
    ['.5', 0.5, ''],
    ['5.', 5, ''],
    ['1e-3', 0.001, ''],
    ['12%', 12, '%'],
    ['$12', 12, '$'],
    ['-$12', -12, '$'],
    ['$-12', -12, '$'],
    ['12 usd', 12, 'USD'],
    ['(12)', -12, ''],
    ['12-', -12, ''],
    ['１２', 12, ''],
  ])('%s', (text, value, unit) => {
    expect(readNumber(text, '.')).toEqual({ value, unit });
  });

  test.each([
    '',
    'x',
    '1,23',
    '1,2345',
    '1,234 567',
    '--1',
    '-(1)',
    '(1',
    '1)',
    '$1%',
    '1.2.3',
    '1e',
    '1 2',
    '0x10',
    '9'.repeat(101),
  ])('%j is none', (text) => {
    expect(readNumber(text, '.')).toBeNull();
  });

  test('with a decimal comma', () => {
    expect(readNumber('1.234,5', ',')).toEqual({ value: 1234.5, unit: '' });
    expect(readNumber('1,5', ',')).toEqual({ value: 1.5, unit: '' });
    expect(readNumber('12', ',')).toEqual({ value: 12, unit: '' });
    expect(readNumber('1.5', ',')).toBeNull();
    expect(readNumber('1.234', ',')).toEqual({ value: 1234, unit: '' });
  });
});
