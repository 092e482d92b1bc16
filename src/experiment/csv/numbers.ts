import { plainCharacters } from './characters';

/** The decimal sign of a file. */
export const decimalSigns = ['.', ','] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** Longer texts are not numbers. */
const MAX_CHARACTERS = 100;

/** What most cells hold: read without the full grammar below. */
const PLAIN = /^-?\d+(\.\d+)?$/;

const CURRENCY = String.raw`(?:(?:US|HK|NT|A|C|R|S)?\p{Sc}|USD|EUR|GBP|CHF|CNY|RMB|JPY|HKD|TWD|元|円)`;

/** Thousands are grouped by the other sign, by spaces or by apostrophes; all groups of a number alike, with two digits only in India. */
const written: Readonly<Record<DecimalSign, RegExp>> = {
  '.': bodyOf(String.raw`\.`, ','),
  ',': bodyOf(',', String.raw`\.`),
};

function bodyOf(decimal: string, group: string): RegExp {
  const whole = String.raw`\d+|[1-9]\d{0,2}(?:(?<group>${group}|[ '])\d{3})(?:\k<group>\d{3})*|[1-9]\d?(?:${group}\d{2})+${group}\d{3}`;
  return new RegExp(`^(?:(?:${whole})(?:${decimal}\\d*)?|${decimal}\\d+)(?:e[+-]?\\d+)?$`, 'i');
}

/** Currency or percent around a number, and its sign on either side of the currency, behind the number, or as brackets. */
const DRESSED = new RegExp(
  String.raw`^(?<open>\()?\s*(?<before>[+-])?\s*(?<symbol>${CURRENCY})?\s*(?<within>[+-])?\s*(?<body>[\d.,](?:[\d.,' e]|(?<=e)[+-])*?)\s*(?<unit>%|${CURRENCY})?(?<behind>-)?(?<close>\))?$`,
  'iu',
);

/** A number as a file has it. */
export interface WrittenNumber {
  /** Infinite if it is too large for float64. -0 becomes 0, as everywhere in an experiment. */
  readonly value: number;
  /** Percent sign or currency that stands with it; empty if none does. */
  readonly unit: string;
}

/** The number in a cell; null if it holds none. 12% is 12. */
export function readNumber(cell: string, sign: DecimalSign): WrittenNumber | null {
  if (cell.length > MAX_CHARACTERS) return null;
  if (PLAIN.test(cell) && (sign === '.' || !cell.includes('.')))
    return { value: withoutNegativeZero(Number(cell)), unit: '' };
  const groups = DRESSED.exec(plainCharacters(cell))?.groups;
  if (!groups) return null;
  const { open, before, symbol, within, body = '', unit, behind, close } = groups;
  const signs = [before, within, behind, open].filter((part) => part !== undefined);
  if (signs.length > 1 || (symbol && unit) || Boolean(open) !== Boolean(close) || !written[sign].test(body))
    return null;
  const size = Number(body.replace(sign === '.' ? /[, ']/g : /[. ']/g, '').replace(',', '.'));
  const isNegative = signs.some((part) => part !== '+');
  return { value: withoutNegativeZero(isNegative ? -size : size), unit: (symbol ?? unit ?? '').toUpperCase() };
}

const withoutNegativeZero = (value: number): number => (value === 0 ? 0 : value);

export const isNumber = (cell: string, sign: DecimalSign): boolean => readNumber(cell, sign) !== null;

/** Whether a cell is a number with either decimal sign. */
export const isAnyNumber = (cell: string): boolean => isNumber(cell, '.') || isNumber(cell, ',');

/** The decimal sign that a number can only have been written with: 1,234 can be either. Null if it has no sign or is no number. */
export function tellingSign(cell: string): DecimalSign | 'either' | null {
  if (!/[.,]/.test(cell)) return null;
  const [point, comma] = [isNumber(cell, '.'), isNumber(cell, ',')];
  if (point && comma) return 'either';
  return point ? '.' : comma ? ',' : null;
}
