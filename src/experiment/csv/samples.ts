import type { DataProblem } from '../../catalogue';
import { limits } from '../core/limits';
import type { UserData } from '../core/types';
import { csvError, excerpt, type CellPosition } from './faults';
import { readNumber } from './numbers';
import type { Row } from './parseRows';
import { checkCount, valueKey, type Table } from './table';

/** The columns of a table that are used as data, counted from 0. */
export interface Selection {
  readonly features: readonly number[];
  readonly target: number;
  /** Whether the target is a number or one of two classes. */
  readonly kind: Exclude<DataProblem['target'], 'none'>;
  /** Whether rows that lack a selected cell are left out; otherwise such a row is a fault. */
  readonly skipsGaps: boolean;
}

export interface Samples {
  readonly userData: UserData;
  /** Names of the classes 0 and 1 in the file; null if the target is a number. */
  readonly classes: readonly [string, string] | null;
}

/**
 * The selected columns as user data.
 *
 * @throws CsvError with the position of the first cell that is missing, no number, or a third class
 */
export function samplesOf(table: Table, selection: Selection): Samples {
  const { features, target, kind, skipsGaps } = selection;
  const gaps = rowsWithGaps(table, selection);
  const [gap] = gaps;
  if (gap && !skipsGaps)
    throw csvError('missing', { count: gaps.length }, cellPosition(table, gap, firstGap(gap, selection)));
  const missing = new Set(gaps);
  const rows = table.rows.filter((row) => !missing.has(row));
  checkCount(rows);
  const classes = kind === 'class' ? twoClasses(table, rows, target) : null;
  const x = rows.map((row) => features.map((column) => numberAt(table, row, column)));
  const y = rows.map((row) => (classes ? classAt(table, row, target, classes) : numberAt(table, row, target)));
  const names = [...features, target].map((column) => table.names[column] ?? '');
  return { userData: { x, y, ...(names.some((name) => name !== '') && { names: names.map(fittingName) }) }, classes };
}

/** Rows that lack a cell of the selected columns, in the order of the file. */
export const rowsWithGaps = ({ rows }: Table, columns: Pick<Selection, 'features' | 'target'>): readonly Row[] =>
  rows.filter((row) => firstGap(row, columns) !== -1);

const firstGap = ({ cells }: Row, { features, target }: Pick<Selection, 'features' | 'target'>): number =>
  cells.findIndex((cell, column) => cell === '' && (column === target || features.includes(column)));

const cellPosition = ({ names }: Table, { line }: Row, column: number): CellPosition => ({
  line,
  column: column + 1,
  name: names[column] ?? '',
});

function numberAt(table: Table, row: Row, column: number): number {
  const cell = row.cells[column] ?? '';
  const value = readNumber(cell, table.decimal);
  const text = excerpt(cell);
  if (value === null) throw csvError('notNumber', { text }, cellPosition(table, row, column));
  const { max } = limits.coordinate;
  if (Math.abs(value) > max) throw csvError('tooLarge', { text, max }, cellPosition(table, row, column));
  return value;
}

/** The two values of a column, in ascending order: numbers by size, words by their letters. Throws CsvError if there are not two. */
function twoClasses(table: Table, rows: readonly Row[], target: number): readonly [string, string] {
  const [first, second, third] = [...new Map(rows.map((row) => [keyAt(table, row, target), row])).keys()].slice(0, 3);
  const firstRow = (key: string | undefined) => rows.find((row) => keyAt(table, row, target) === key) ?? rows[0];
  const position = (key: string | undefined) => {
    const row = firstRow(key);
    return row && cellPosition(table, row, target);
  };
  if (first === undefined || second === undefined)
    throw csvError('oneClass', { text: excerpt(first ?? '') }, position(first));
  if (third !== undefined) {
    throw csvError(
      'thirdClass',
      { text: excerpt(third), first: excerpt(first), second: excerpt(second) },
      position(third),
    );
  }
  const isDescending = Number.isNaN(Number(first) - Number(second)) ? first > second : Number(first) > Number(second);
  return isDescending ? [second, first] : [first, second];
}

const keyAt = ({ decimal }: Table, { cells }: Row, column: number): string => valueKey(cells[column] ?? '', decimal);

/** 1 for the second class, 0 for the first. */
const classAt = (table: Table, row: Row, target: number, [, one]: readonly [string, string]): number =>
  keyAt(table, row, target) === one ? 1 : 0;

/** A column name, shortened to the limit of an experiment. */
const fittingName = (name: string): string =>
  name.length > limits.columnName ? `${name.slice(0, limits.columnName - 1)}…` : name;
