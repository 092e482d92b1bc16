/** The decimal sign; a comma is possible in files delimited by `;` or tabs. */
export type DecimalSign = '.' | ',';

const written: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  ',': /^[+-]?(\d+(,\d*)?|,\d+)(e[+-]?\d+)?$/i,
};

/** Longer texts are not numbers. */
const MAX_CHARACTERS = 100;

/** Whether a cell is a number that contains this decimal sign. */
export const hasDecimals = (cell: string, sign: DecimalSign): boolean => cell.includes(sign) && isNumber(cell, sign);

export const isNumber = (cell: string, sign: DecimalSign): boolean =>
  cell.length <= MAX_CHARACTERS && written[sign].test(cell);

/** The number in a cell, infinite if it is too large; null if the cell is no number. -0 becomes 0, as everywhere in an experiment. */
export function readNumber(cell: string, sign: DecimalSign): number | null {
  if (!isNumber(cell, sign)) return null;
  const value = Number(sign === ',' ? cell.replace(',', '.') : cell);
  return value === 0 ? 0 : value;
}
