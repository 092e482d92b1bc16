import * as v from 'valibot';
import { FormulaError, parseExpression } from '../../formula';
import { expect, textUpTo } from '../core/expectations';
import { limits } from '../core/limits';
import { isParameterName } from '../core/parameterNames';
import type { Fields, Reader } from './reader';
import type { CustomChoice } from '../core/types';

const parameterName = expect(v.pipe(v.string(), v.check(isParameterName)), 'name', { max: limits.nameLength });

/** A typed loss; null, with a complaint, if its parameters or its formula are invalid. */
export function readCustom(reader: Reader, fields: Fields): CustomChoice | null {
  const parameters = readParameters(reader, fields.get('parameters'));
  const text = textUpTo(limits.formulaLength);
  const loss = reader.read('problem.loss', fields.get('loss'), text, null);
  if (parameters === null || loss === null || !isFormula(reader, loss, parameters)) return null;
  return { kind: 'custom', loss, parameters };
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

function isFormula(reader: Reader, loss: string, parameters: readonly string[]): boolean {
  try {
    parseExpression(loss, parameters);
    return true;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { code, at, values, message } = error;
    reader.add('problem.loss', loss, 'formula', { ...values, reason: code, at: at + 1, message });
    return false;
  }
}
