import { plainCharacters } from './characters';

/** Spellings of a gap, in lower case, that are never a value. */
const anywhere = new Set([
  '',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '#n/a n/a',
  '#na',
  '<na>',
  'nan',
  '-nan',
  '#value!',
  '#ref!',
  '#div/0!',
  '#num!',
  '#name?',
  '#null!',
  'null',
  'nil',
  '\\n',
  'nat',
  '?',
  'missing',
  '缺失',
  '缺失值',
  '空值',
]);

/** Spellings of a gap among numbers; among words they may be a value: `-` and `+`, or `none` and `some`. */
const amongNumbers = new Set([
  '-',
  '--',
  '---',
  '.',
  '..',
  '...',
  '*',
  'none',
  'unknown',
  'undefined',
  'void',
  'nd',
  'n.d.',
  'k.a.',
  'k. a.',
  '无',
  '空',
  '未知',
  '暂无',
  '欠損',
  '不明',
]);

/** Whether a cell is a gap in every column. */
export const isGap = (cell: string): boolean => cell === '' || (mayBeGap(cell) && anywhere.has(spelling(cell)));

/** Whether a cell is a gap in a column of numbers. */
export const isGapAmongNumbers = (cell: string): boolean =>
  isGap(cell) || (mayBeGap(cell) && amongNumbers.has(spelling(cell)));

/** Longer texts, and those that begin as most numbers do, are no gap. */
const mayBeGap = (cell: string): boolean => cell.length <= MAX_LENGTH && !/^[-+]?\d/.test(cell);

const MAX_LENGTH = 12;

const spelling = (cell: string): string => plainCharacters(cell).toLowerCase();
