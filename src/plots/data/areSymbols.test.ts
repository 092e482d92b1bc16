import { expect, test } from 'vitest';
import { areSymbols } from './areSymbols';

test.each([
  [['x1', 'x32', 'y'], true],
  [['η', 'β1'], true],
  [['height', 'y'], false],
  // As short as symbols, but words: they have no italics.
  [['面积', '价格'], false],
  [['x1', '价'], false],
  [['かな', 'y'], false],
  [['값', 'y'], false],
])('%j as symbols: %s', (names, expected) => {
  expect(areSymbols(names)).toBe(expected);
});
