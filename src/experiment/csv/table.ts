import { columnOf, type Column } from './columns';
import { csvError, excerpt, type CsvError } from './faults';
import { layoutOf, type Layout, type LayoutChoice } from './layout';
import { csvLimits } from './limits';
import type { DecimalSign } from './numbers';
import type { ParsedRows, Row, SkippedLine } from './parseRows';

/** The columns that are not in a table. */
interface LeftOutColumns {
  /** Those that are empty throughout: the index of their cells in a row, and their name, empty if they have none. */
  readonly empty: readonly Pick<Column, 'at' | 'name'>[];
  /** How many there are beyond those that can be shown. */
  readonly excess: number;
}

/** The contents of a CSV file: rows of cells, and what the columns hold. */
export interface Table {
  /** Without columns that are empty throughout. */
  readonly columns: readonly Column[];
  readonly leftOut: LeftOutColumns;
  /** Whether a line of the file holds the names. */
  readonly isNamed: boolean;
  readonly rows: readonly Row[];
  /** Cells of a row of this table. */
  readonly width: number;
  readonly decimal: DecimalSign;
  /** Whether any number could have been written with the other decimal sign, or has a comma. */
  readonly isDecimalOpen: boolean;
  readonly skipped: readonly SkippedLine[];
}

/**
 * The rows as a table.
 *
 * @throws CsvError if there are too few rows or columns, or if commas stand both between cells and in numbers
 */
export function tableOf(parsed: ParsedRows, choice: LayoutChoice = {}): Table {
  const layout = layoutOf(parsed, choice);
  checkTorn(parsed, layout);
  checkCount(layout.rows);
  const { names, rows, width, decimal, isDecimalOpen, skipped } = layout;
  const positions = Array.from({ length: width }, (_, at) => at);
  const isFilled = positions.map((at) => rows.some(({ cells }) => (cells[at] ?? '') !== ''));
  const filled = positions.filter((at) => isFilled[at]);
  const { min, max } = csvLimits.columns;
  const nameAt = (at: number): string => names?.cells[at] ?? '';
  const empty = positions.filter((at) => !isFilled[at]).map((at) => ({ at, name: nameAt(at) }));
  if (filled.length < min) throw tooFew(empty, rows[0]?.line ?? 1);
  const kept = filled.length > max ? [...filled.slice(0, max - 1), ...filled.slice(-1)] : filled;
  return {
    columns: kept.map((at) => columnOf(rows, at, nameAt(at), { decimal, count: kept.length, isNamed: names !== null })),
    leftOut: { empty, excess: filled.length - kept.length },
    isNamed: names !== null,
    rows,
    width,
    decimal,
    isDecimalOpen,
    skipped,
  };
}

/** What is wrong where all columns but one are empty, or there is only one. */
function tooFew(empty: LeftOutColumns['empty'], line: number): CsvError {
  const named = empty.find(({ name }) => name !== '');
  if (named) return csvError('oneFilled', { text: excerpt(named.name) });
  return csvError('tooFewColumns', {}, { line, column: 1 });
}

/** Throws CsvError if there are too few rows. */
export function checkCount(rows: readonly unknown[]): void {
  const { min } = csvLimits.rows;
  if (rows.length < min) throw csvError('tooFewRows', { found: rows.length, min });
}

/**
 * Throws CsvError where `1,5,2,25` seems to stand for 1.5 and 2.25: cells are separated by commas, all are digits alone,
 * and there are more of them than names, or now more and now fewer.
 */
function checkTorn({ delimiter, rows: all }: ParsedRows, { rows, width, names }: Layout): void {
  const [first] = rows;
  if (delimiter !== ',' || !first) return;
  const title =
    names ?? all.findLast(({ line, cells }) => line < first.line && !cells.some((cell) => WHOLE.test(cell)));
  const named = title?.cells.length ?? width;
  const isNamedShort = names === null && named >= 2 && named < width && width <= 2 * named;
  const unequal = rows.filter(({ cells }) => cells.length !== width).length;
  if (!isNamedShort && unequal <= MOST_UNEQUAL * rows.length) return;
  if (!rows.every(({ cells }) => cells.every((cell) => cell === '' || WHOLE.test(cell)))) return;
  const torn = all.find(({ line, cells }) => line > (title?.line ?? 0) && cells.length > named) ?? first;
  throw csvError('tornNumbers', { found: torn.cells.length, expected: named }, { line: torn.line, column: 1 });
}

const WHOLE = /^[+-]?\d+$/;
/** A table has few rows of another length. */
const MOST_UNEQUAL = 0.2;
