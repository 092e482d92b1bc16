import * as v from 'valibot';
import { FormulaError, parseExpression } from '../../formula';
import { expect, textUpTo } from '../core/expectations';
import { limits } from '../core/limits';
import { isParameterName } from '../core/parameterNames';
import type { Fields, Reader } from './reader';
import { numberIn } from '../core/expectations';
import type { CustomChoice } from '../core/types';

const parameterName = expect(v.pipe(v.string(), v.check(isParameterName)), 'name', { max: limits.nameLength });

/**
 * A typed loss; null, with a complaint, if its parameters, its constants or its formula are invalid. Invalid ranges are
 * left out.
 */
export function readCustom(reader: Reader, fields: Fields): CustomChoice | null {
  const parameters = readParameters(reader, fields.get('parameters'));
  const text = textUpTo(limits.formulaLength);
  const loss = reader.read('problem.loss', fields.get('loss'), text, null);
  if (parameters === null || loss === null) return null;
  const constants = readConstants(reader, fields.get('constants'), parameters);
  const names = Object.keys(constants ?? {});
  if (constants === null || !isFormula(reader, loss, [...parameters, ...names])) return null;
  const ranges = readRanges(reader, fields.get('ranges'), parameters.length);
  return { kind: 'custom', loss, parameters, ...(names.length > 0 && { constants }), ...(ranges && { ranges }) };
}

function readParameters(reader: Reader, value: unknown): readonly string[] | null {
  const field = 'problem.parameters';
  if (value === undefined) {
    reader.add(field, value, 'missing', { allowed: '["x"], ["x", "y"]' });
    return null;
  }
  const list = reader.list(field, value, limits.parameters);
  const names = list && reader.each(field, list, parameterName);
  const repeated = names?.findIndex((name, index) => names.indexOf(name) < index) ?? -1;
  if (names === null || repeated < 0) return names;
  reader.add(`${field}.${repeated}`, names[repeated], 'sameName', { allowed: 'x, y, w1, …' });
  return null;
}

/** The constants, with their names in order; null, with a complaint, if one is invalid. */
function readConstants(reader: Reader, value: unknown, parameters: readonly string[]): Record<string, number> | null {
  const field = 'problem.constants';
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.add(field, value, 'object', { allowed: 'a, b, …' });
    return null;
  }
  const entries = Object.entries(value);
  if (reader.list(field, entries, limits.constants) === null) return null;
  const names = reader.each(
    field,
    entries.map(([name]) => name),
    parameterName,
  );
  const taken = names?.find((name) => parameters.includes(name));
  if (taken !== undefined) reader.add(`${field}.${taken}`, taken, 'sameName', { allowed: 'a, b, …' });
  if (!names || taken !== undefined) return null;
  const read = entries.map(
    ([name, written]) =>
      [name, reader.required(`${field}.${name}`, written, numberIn(name, limits.coordinate))] as const,
  );
  const valid = read.filter((entry): entry is [string, number] => entry[1] !== null);
  return valid.length === read.length ? Object.fromEntries(valid.sort(([a], [b]) => (a < b ? -1 : 1))) : null;
}

/** [min, max] of every parameter; null, with a complaint where there is a fault. */
function readRanges(reader: Reader, value: unknown, count: number): CustomChoice['ranges'] | null {
  const field = 'problem.ranges';
  if (value === undefined) return null;
  const list = reader.list(field, value, { min: count, max: count });
  const ranges = list?.map((range, i) => readRange(reader, `${field}.${i}`, range)) ?? [null];
  return ranges.every((range) => range !== null) ? ranges : null;
}

function readRange(reader: Reader, field: string, value: unknown): readonly [number, number] | null {
  const pair = reader.list(field, value, { min: 2, max: 2 });
  const [low, high] = (pair && reader.each(field, pair, numberIn('x', limits.coordinate))) ?? [];
  if (low === undefined || high === undefined) return null;
  if (low < high) return [low, high];
  reader.add(field, value, 'view', { allowed: '[-3, 3]' });
  return null;
}

function isFormula(reader: Reader, loss: string, names: readonly string[]): boolean {
  try {
    parseExpression(loss, names);
    return true;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    reader.addFormulaFault('problem.loss', loss, error);
    return false;
  }
}
