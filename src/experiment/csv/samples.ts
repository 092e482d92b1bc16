import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { limits } from '../core/limits';
import type { UserData } from '../core/types';
import { valueKey, type Column } from './columns';
import { csvError, excerpt } from './faults';
import { csvLimits } from './limits';
import { readNumber } from './numbers';
import type { Row } from './parseRows';
import { checkCount, type Table } from './table';
import { cellPosition, unusableRows, type ChosenColumns, type UnusableRows } from './unusable';

/** Which rows are used of a file that has more than fit. */
export const rowChoices = ['first', 'random'] as const;
type RowChoice = (typeof rowChoices)[number];

/** What is used of a table, and how. */
export interface Selection extends ChosenColumns {
  /** Whether rows that cannot be used are left out; otherwise such a row is a fault. */
  readonly leavesOut: boolean;
  readonly rowChoice: RowChoice;
  /** Of the random choice. */
  readonly seed: number;
  /** Whether columns with numbers that are too large are divided by a power of ten; otherwise such a number is a fault. */
  readonly divides: boolean;
}

/**
 * The selected columns as user data.
 *
 * @param unusable what `unusableRows` finds, for those who know it already: it reads every cell
 * @throws CsvError with the position of the first cell that is a gap, no number, too large, or a third class
 */
export function samplesOf(
  table: Table,
  selection: Selection,
  unusable: UnusableRows = unusableRows(table, selection),
): UserData {
  const { features, target, hasClasses, leavesOut, divides } = selection;
  if (unusable.first && !leavesOut) throw unusable.first;
  const usable = table.rows.filter((row) => !unusable.rows.has(row));
  checkCount(usable);
  const rows = chosenRows(usable, selection);
  const columns = [...features, target].flatMap((index) => table.columns[index] ?? []);
  const goal = columns.at(-1);
  if (!goal || columns.length !== features.length + 1)
    throw new RangeError('the selection names columns that the table lacks');
  const classes = hasClasses ? twoClasses(table, rows, goal) : null;
  const values = columns.map((column) => (column === goal && classes ? null : numbersOf(table, rows, column, divides)));
  const ys = values.at(-1)?.values ?? rows.map((row) => Number(keyAt(table, row, goal) === classes?.keys[1]));
  const names = columns.map(({ name }) => name);
  const divisors = values.map((column) => column?.divisor ?? 1);
  return {
    x: rows.map((_, i) => values.slice(0, -1).map((column) => column?.values[i] ?? Number.NaN)),
    y: ys,
    ...(names.some((name) => name !== '') && { names: names.map(fittingName) }),
    ...(divisors.some((divisor) => divisor !== 1) && { divisors }),
    ...(classes && { classes: classes.names }),
  };
}

/** All rows, or as many as fit, in the order of the file. */
function chosenRows(rows: readonly Row[], { rowChoice, seed }: Selection): readonly Row[] {
  const { max } = csvLimits.rows;
  if (rows.length <= max) return rows;
  if (rowChoice === 'first') return rows.slice(0, max);
  const generator = mersenne(seed);
  const order = Array.from(rows.keys());
  // The first steps of a Fisher-Yates shuffle.
  for (let i = 0; i < max; i += 1) {
    const j = uniformInt(generator, i, order.length - 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order
    .slice(0, max)
    .sort((one, other) => one - other)
    .map((index) => rows[index] as Row);
}

interface Numbers {
  readonly values: readonly number[];
  readonly divisor: number;
}

function numbersOf(table: Table, rows: readonly Row[], column: Column, divides: boolean): Numbers {
  const numberIn = (row: Row) => readNumber(row.cells[column.at] ?? '', table.decimal)?.value ?? Number.NaN;
  const values = rows.map(numberIn);
  const { max } = limits.coordinate;
  const large = values.findIndex((value) => Math.abs(value) > max);
  const row = rows[large];
  if (!row) return { values, divisor: 1 };
  const text = excerpt(row.cells[column.at] ?? '');
  if (!divides) throw csvError('tooLarge', { text, max }, cellPosition(row, column));
  const divisor = divisorFor(values);
  return { values: values.map((value) => value / divisor), divisor };
}

/** The power of a thousand with which the largest number lies between 1 and 1000. */
const divisorFor = (values: readonly number[]): number => {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return 10 ** (3 * Math.floor(Math.log10(largest) / 3));
};

interface Classes {
  /** By `valueKey`: class 0, then class 1. */
  readonly keys: readonly [string, string];
  /** The same as the file first writes them, shortened. */
  readonly names: readonly [string, string];
}

/** The two values of a column, in ascending order: numbers by size, words by their letters. Throws CsvError if there are not two. */
function twoClasses(table: Table, rows: readonly Row[], column: Column): Classes {
  const firstRows = new Map<string, Row>();
  for (const row of rows) {
    const key = keyAt(table, row, column);
    if (!firstRows.has(key)) firstRows.set(key, row);
  }
  const [first, second, third] = firstRows;
  const textOf = ([, row]: readonly [string, Row]) => excerpt(row.cells[column.at] ?? '');
  if (!first || !second) {
    const [row] = rows;
    throw csvError('oneClass', { text: first ? textOf(first) : '' }, row && cellPosition(row, column));
  }
  if (third) {
    const values = { text: textOf(third), first: textOf(first), second: textOf(second) };
    throw csvError('thirdClass', values, cellPosition(third[1], column));
  }
  const isDescending = Number.isNaN(Number(first[0]) - Number(second[0]))
    ? first[0] > second[0]
    : Number(first[0]) > Number(second[0]);
  const [zero, one] = isDescending ? [second, first] : [first, second];
  return { keys: [zero[0], one[0]], names: [fittingName(textOf(zero)), fittingName(textOf(one))] };
}

const keyAt = ({ decimal }: Table, { cells }: Row, { at }: Column): string => valueKey(cells[at] ?? '', decimal);

/** A column name, shortened to the limit of an experiment. */
const fittingName = (name: string): string =>
  name.length > limits.columnName ? `${name.slice(0, limits.columnName - 1)}…` : name;
