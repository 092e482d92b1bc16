import type { DataProblem } from '../../catalogue';
import { limits } from '../core/limits';
import type { GivenData } from '../core/types';
import { csvError, excerpt, type Place } from './faults';
import { readNumber } from './numbers';
import type { Row } from './split';
import { checkCount, valueKey, type Table } from './table';

/** Which columns of a table are the data, counted from 0. */
export interface Selection {
  readonly features: readonly number[];
  readonly target: number;
  /** Whether the target is a number or one of two classes. */
  readonly kind: Exclude<DataProblem['target'], 'none'>;
  /** Whether rows that lack one of these cells are left out; otherwise such a row is a fault. */
  readonly skipsGaps: boolean;
}

export interface Samples {
  readonly given: GivenData;
  /** What the classes 0 and 1 are called in the file. */
  readonly classes: readonly [string, string] | null;
}

/**
 * The columns chosen as data to train on.
 *
 * @throws CsvError with line and column at the first cell that is missing, no number, or of a third class
 */
export function samplesOf(table: Table, selection: Selection): Samples {
  const { features, target, kind, skipsGaps } = selection;
  const gaps = rowsWithGaps(table, selection);
  const [gap] = gaps;
  if (gap && !skipsGaps)
    throw csvError('missing', { count: gaps.length }, placeOf(table, gap, firstGap(gap, selection)));
  const missing = new Set(gaps);
  const rows = table.rows.filter((row) => !missing.has(row));
  checkCount(rows);
  const classes = kind === 'class' ? twoClasses(table, rows, target) : null;
  const x = rows.map((row) => features.map((column) => numberAt(table, row, column)));
  const y = rows.map((row) => (classes ? classAt(table, row, target, classes) : numberAt(table, row, target)));
  const names = [...features, target].map((column) => table.names[column] ?? '');
  return { given: { x, y, ...(names.some((name) => name !== '') && { names: names.map(fittingName) }) }, classes };
}

/** Rows that lack a cell of the columns chosen, in the order of the file. */
export const rowsWithGaps = ({ rows }: Table, columns: Pick<Selection, 'features' | 'target'>): readonly Row[] =>
  rows.filter((row) => firstGap(row, columns) !== -1);

const firstGap = ({ cells }: Row, { features, target }: Pick<Selection, 'features' | 'target'>): number =>
  cells.findIndex((cell, column) => cell === '' && (column === target || features.includes(column)));

const placeOf = ({ names }: Table, { line }: Row, column: number): Place => ({
  line,
  column: column + 1,
  name: names[column] ?? '',
});

function numberAt(table: Table, row: Row, column: number): number {
  const cell = row.cells[column] ?? '';
  const value = readNumber(cell, table.decimal);
  const text = excerpt(cell);
  if (value === null) throw csvError('notNumber', { text }, placeOf(table, row, column));
  const { max } = limits.coordinate;
  if (Math.abs(value) > max) throw csvError('tooLarge', { text, max }, placeOf(table, row, column));
  return value;
}

/** The two values of a column, in order: numbers by size, words by their letters. Throws CsvError where there are not two. */
function twoClasses(table: Table, rows: readonly Row[], target: number): readonly [string, string] {
  const [first, second, third] = [...new Map(rows.map((row) => [keyAt(table, row, target), row])).keys()].slice(0, 3);
  const firstRow = (key: string | undefined) => rows.find((row) => keyAt(table, row, target) === key) ?? rows[0];
  const place = (key: string | undefined) => {
    const row = firstRow(key);
    return row && placeOf(table, row, target);
  };
  if (first === undefined || second === undefined)
    throw csvError('oneClass', { text: excerpt(first ?? '') }, place(first));
  if (third !== undefined) {
    throw csvError(
      'thirdClass',
      { text: excerpt(third), first: excerpt(first), second: excerpt(second) },
      place(third),
    );
  }
  const isTurned = Number.isNaN(Number(first) - Number(second)) ? first > second : Number(first) > Number(second);
  return isTurned ? [second, first] : [first, second];
}

const keyAt = ({ decimal }: Table, { cells }: Row, column: number): string => valueKey(cells[column] ?? '', decimal);

const classAt = (table: Table, row: Row, target: number, [, one]: readonly [string, string]): number =>
  keyAt(table, row, target) === one ? 1 : 0;

/** As long as an experiment allows. */
const fittingName = (name: string): string =>
  name.length > limits.columnName ? `${name.slice(0, limits.columnName - 1)}…` : name;
