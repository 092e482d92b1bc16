import { csvError } from './faults';
import { csvLimits } from './limits';
import { hasDecimals, isNumber, type DecimalSign } from './numbers';
import type { Row, ParsedRows } from './parseRows';

/** The contents of a CSV file: rows of cells, and the names of the columns. */
export interface Table {
  /** One for each column; empty texts if the file has no names. */
  readonly names: readonly string[];
  /** Whether the first line of the file holds the names. */
  readonly isNamed: boolean;
  readonly rows: readonly Row[];
  readonly decimal: DecimalSign;
}

/**
 * The rows as a table.
 *
 * @param isNamed whether the first row holds the names; absent: guessed from its cells
 * @throws CsvError if there are too many or too few rows
 */
export function tableOf(parsed: ParsedRows, isNamed?: boolean): Table {
  // Checked first, before every cell is read.
  checkMost(parsed.rows.slice(1));
  const decimal = decimalSign(parsed);
  const named = isNamed ?? looksNamed(parsed.rows, decimal);
  const [first, ...others] = parsed.rows;
  const rows = named ? others : parsed.rows;
  checkCount(rows);
  return { names: (first?.cells ?? []).map((cell) => (named ? cell : '')), isNamed: named, rows, decimal };
}

/** Throws CsvError if there are too many or too few rows. */
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

/** A comma if it is not the delimiter, some number contains one, and no number contains a point. */
function decimalSign({ rows, delimiter }: ParsedRows): DecimalSign {
  const some = (sign: DecimalSign) => rows.some(({ cells }) => cells.some((cell) => hasDecimals(cell, sign)));
  return delimiter !== ',' && some(',') && !some('.') ? ',' : '.';
}

/** Whether the first row has words in more than half of the columns whose other cells are mostly numbers. */
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

/** What the user needs to know of a column to select it. */
export interface ColumnSummary {
  /** Most of its cells are numbers. */
  readonly isNumeric: boolean;
  /** Its distinct values by `valueKey`, at most three. */
  readonly values: readonly string[];
}

/** The most distinct values in a summary: one more than a target of two classes has. */
const MAX_VALUES = 3;

export const summaries = ({ names, rows, decimal }: Table): readonly ColumnSummary[] =>
  names.map((_, column) => {
    const values = new Set<string>();
    for (const { cells } of rows) {
      const cell = cells[column] ?? '';
      if (cell !== '') values.add(valueKey(cell, decimal));
      if (values.size === MAX_VALUES) break;
    }
    return { isNumeric: isMostlyNumbers(rows, column, decimal), values: [...values] };
  });

/** A text that is equal for cells of equal value: `1` and `1.0` are one class. */
export const valueKey = (cell: string, decimal: DecimalSign): string =>
  isNumber(cell, decimal) ? String(Number(cell.replace(decimal, '.'))) : cell;
