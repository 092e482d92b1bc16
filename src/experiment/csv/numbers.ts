/** What stands before the decimals: `;` and tabs leave the comma free for that. */
export type DecimalSign = '.' | ',';

const written: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  ',': /^[+-]?(\d+(,\d*)?|,\d+)(e[+-]?\d+)?$/i,
};

/** No number has more characters than this. */
const LONGEST = 100;

/** Whether a cell is a number in this way of writing, and says so: it has decimals. */
export const hasDecimals = (cell: string, sign: DecimalSign): boolean => cell.includes(sign) && isNumber(cell, sign);

export const isNumber = (cell: string, sign: DecimalSign): boolean =>
  cell.length <= LONGEST && written[sign].test(cell);

/** The number in a cell, infinite where it is too large for one; null where there is none. -0 is 0, as everywhere in an experiment. */
export function readNumber(cell: string, sign: DecimalSign): number | null {
  if (!isNumber(cell, sign)) return null;
  const value = Number(sign === ',' ? cell.replace(',', '.') : cell);
  return value === 0 ? 0 : value;
}
