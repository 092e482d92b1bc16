import { csvError } from './faults';
import { csvLimits } from './limits';
import { hasDecimals, isNumber, type DecimalSign } from './numbers';
import type { Row, Rows } from './split';

/** A file of data: columns, perhaps with names, of as many rows each. */
export interface Table {
  /** One for each column; empty where the file has none. */
  readonly names: readonly string[];
  /** Whether the first line of the file is that of the names. */
  readonly isNamed: boolean;
  readonly rows: readonly Row[];
  readonly decimal: DecimalSign;
}

/**
 * The rows as a table.
 *
 * @param isNamed whether the first row has names; absent: as it looks
 * @throws CsvError where there are too many rows or too few
 */
export function tableOf(split: Rows, isNamed?: boolean): Table {
  // Before every cell is looked at: there may be a million.
  checkMost(split.rows.slice(1));
  const decimal = decimalSign(split);
  const named = isNamed ?? looksNamed(split.rows, decimal);
  const [first, ...others] = split.rows;
  const rows = named ? others : split.rows;
  checkCount(rows);
  return { names: (first?.cells ?? []).map((cell) => (named ? cell : '')), isNamed: named, rows, decimal };
}

/** Throws CsvError where there are too many rows, or too few. */
export function checkCount(rows: readonly Row[]): void {
  checkMost(rows);
  const { min } = csvLimits.rows;
  if (rows.length < min) throw csvError('tooFewRows', { found: rows.length, min });
}

function checkMost(rows: readonly Row[]): void {
  const { max } = csvLimits.rows;
  const excess = rows[max];
  if (excess) throw csvError('tooManyRows', { max }, { line: excess.line, column: 1 });
}

/** A comma where it does not divide the cells and no number has a point. */
function decimalSign({ rows, delimiter }: Rows): DecimalSign {
  const some = (sign: DecimalSign) => rows.some(({ cells }) => cells.some((cell) => hasDecimals(cell, sign)));
  return delimiter !== ',' && some(',') && !some('.') ? ',' : '.';
}

/** Whether the first row has no number in more than half of the columns that are mostly numbers below it. */
function looksNamed([first, ...others]: readonly Row[], decimal: DecimalSign): boolean {
  if (!first) return false;
  const numeric = first.cells.flatMap((cell, column) => (isMostlyNumbers(others, column, decimal) ? [cell] : []));
  const words = numeric.filter((cell) => cell !== '' && !isNumber(cell, decimal));
  return words.length > numeric.length / 2;
}

function isMostlyNumbers(rows: readonly Row[], column: number, decimal: DecimalSign): boolean {
  const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
  return filled.filter((cell) => isNumber(cell, decimal)).length > filled.length / 2;
}

/** What there is in a column, to choose by. */
export interface ColumnSummary {
  /** Most of its cells are numbers. */
  readonly isNumeric: boolean;
  /** Its different values, as in `valueKey`, three at most. */
  readonly values: readonly string[];
}

/** How many values are told apart in a summary: one more than a class has. */
const MOST_VALUES = 3;

export const summaries = ({ names, rows, decimal }: Table): readonly ColumnSummary[] =>
  names.map((_, column) => {
    const values = new Set<string>();
    for (const { cells } of rows) {
      const cell = cells[column] ?? '';
      if (cell !== '') values.add(valueKey(cell, decimal));
      if (values.size === MOST_VALUES) break;
    }
    return { isNumeric: isMostlyNumbers(rows, column, decimal), values: [...values] };
  });

/** The same for cells of the same value: `1` and `1.0` are one class. */
export const valueKey = (cell: string, decimal: DecimalSign): string =>
  isNumber(cell, decimal) ? String(Number(cell.replace(decimal, '.'))) : cell;
