import type { DataProblem } from '../../catalogue';
import { integerIn, numberIn, textUpTo, type Expectation, type Range } from '../core/expectations';
import { limits } from '../core/limits';
import type { Fields, Reader } from './reader';
import type { UserData } from '../core/types';

const FIELD = 'problem.data';
const coordinate = numberIn('x', limits.coordinate);

/** What user data must fit: the number of features and the kind of target. */
interface UserDataShape extends Pick<DataProblem, 'target'> {
  readonly features: Range;
}

/**
 * User data: one row of features per sample, all of the same length, one target per sample, and optionally a visit order and
 * column names. Null, with a complaint about the first fault, if rows or targets are invalid; an invalid order or invalid
 * names are left out.
 */
export function readUserData(reader: Reader, fields: Fields, { features, target }: UserDataShape): UserData | null {
  const rows = reader.list(`${FIELD}.x`, fields.get('x'), limits.samples);
  const first: unknown = rows?.[0];
  const count = Array.isArray(first)
    ? { min: clamped(first.length, features), max: clamped(first.length, features) }
    : features;
  const x = rows && readRows(rows, (row, index) => readRow(reader, `${FIELD}.x.${index}`, row, count, coordinate));
  if (x === null) return null;
  const targets = reader.list(`${FIELD}.y`, fields.get('y'), { min: x.length, max: x.length });
  const y =
    targets && reader.each(`${FIELD}.y`, targets, target === 'class' ? integerIn('y', { min: 0, max: 1 }) : coordinate);
  if (y === null) return null;
  const order = readOrder(reader, fields.get('order'), x.length);
  const columns = (x[0]?.length ?? 0) + 1;
  const names = readNames(reader, 'names', fields.get('names'), columns);
  const divisors = readDivisors(reader, fields.get('divisors'), columns);
  const classes = target === 'class' ? readNames(reader, 'classes', fields.get('classes'), 2) : null;
  return {
    x,
    y,
    ...(order && { order }),
    ...(names && { names }),
    ...(divisors && { divisors }),
    ...(isPair(classes) && { classes }),
  };
}

/** This many names; null, with a complaint, if they are invalid. */
function readNames(reader: Reader, key: string, value: unknown, count: number): readonly string[] | null {
  if (value === undefined) return null;
  const names = reader.list(`${FIELD}.${key}`, value, { min: count, max: count });
  return names && reader.each(`${FIELD}.${key}`, names, textUpTo(limits.columnName));
}

const isPair = (names: readonly string[] | null): names is readonly [string, string] => names?.length === 2;

function readDivisors(reader: Reader, value: unknown, count: number): UserData['divisors'] | null {
  if (value === undefined) return null;
  const divisors = reader.list(`${FIELD}.divisors`, value, { min: count, max: count });
  return divisors && reader.each(`${FIELD}.divisors`, divisors, numberIn('divisor', limits.divisor));
}

function readOrder(reader: Reader, value: unknown, samples: number): UserData['order'] | null {
  if (value === undefined) return null;
  const epochs = reader.list(`${FIELD}.order`, value, limits.epochs);
  const index = integerIn('i', { min: 0, max: samples - 1 });
  return (
    epochs &&
    readRows(epochs, (epoch, k) => readRow(reader, `${FIELD}.order.${k}`, epoch, { min: samples, max: samples }, index))
  );
}

const clamped = (count: number, { min, max }: Range): number => Math.min(Math.max(count, min), max);

function readRow(reader: Reader, field: string, value: unknown, count: Range, expected: Expectation<number>) {
  const list = reader.list(field, value, count);
  return list && reader.each(field, list, expected);
}

/** All rows; null if one is invalid. */
function readRows(
  rows: readonly unknown[],
  read: (row: unknown, index: number) => readonly number[] | null,
): readonly (readonly number[])[] | null {
  const done: (readonly number[])[] = [];
  for (const [index, row] of rows.entries()) {
    const numbers = read(row, index);
    if (numbers === null) return null;
    done.push(numbers);
  }
  return done;
}
