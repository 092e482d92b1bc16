import * as v from 'valibot';
import { Complaints } from '../core/complaints';
import { rangeText, type Expectation } from '../core/expectations';
import type { FormulaError } from '../../formula';

/** Own fields of an object from outside. A Map, so that `__proto__` is a name like any other. */
export type Fields = ReadonlyMap<string, unknown>;

/** Whether a value is an object with an own, defined field of this name. */
export const hasField = (value: unknown, key: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([name, found]) => name === key && found !== undefined);

/** Reads fields of input from outside; an invalid field gets a complaint and a replacement. */
export class Reader extends Complaints {
  /** The field's value; `fallback` if it is absent, and with a complaint if it is invalid. */
  read<T, F = T>(field: string, value: unknown, expected: Expectation<T>, fallback: F): T | F {
    if (value === undefined) return fallback;
    const result = v.safeParse(expected.schema, value);
    if (result.success) return result.output;
    this.complain(field, value, expected);
    return fallback;
  }

  /** A complaint about a formula or a rule that cannot be read; positions count from 1. */
  addFormulaFault(field: string, text: string, { code, at, values, message }: FormulaError): void {
    this.add(field, text, 'formula', { ...values, reason: code, at: at + 1, message });
  }

  /** A field that must be there; null, and a complaint, where it is not, or is not as expected. */
  required<T>(field: string, value: unknown, expected: Expectation<T>): T | null {
    if (value !== undefined) return this.read(field, value, expected, null);
    this.add(field, value, 'missing', { allowed: Object.values(expected.allowed).join(', ') });
    return null;
  }

  /** All entries; null, with a complaint about the first invalid one, if there is one. */
  each<T>(field: string, values: readonly unknown[], expected: Expectation<T>): readonly T[] | null {
    const read: T[] = [];
    for (const [index, value] of values.entries()) {
      const result = v.safeParse(expected.schema, value);
      if (!result.success) {
        this.complain(`${field}.${index}`, value, expected);
        return null;
      }
      read.push(result.output);
    }
    return read;
  }

  /**
   * Those fields of an object that are in `known` and have a value, with complaints about the others; null if it is no object.
   *
   * @param field path of the object; empty for the whole input
   */
  fields(field: string, value: unknown, known: readonly string[]): Fields | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.misplaced(field === '' ? 'JSON' : field, value, 'object', known);
      return null;
    }
    const entries = Object.entries(value).filter(([, found]) => found !== undefined);
    for (const [key, found] of entries) {
      if (!known.includes(key)) this.misplaced(field === '' ? key : `${field}.${key}`, found, 'unknownKey', known);
    }
    return new Map(entries.filter(([key]) => known.includes(key)));
  }

  private misplaced(field: string, value: unknown, code: 'object' | 'unknownKey', known: readonly string[]): void {
    if (known.length === 0) this.add(field, value, 'nothingToSet', {});
    else this.add(field, value, code, { allowed: known.join(', ') });
  }

  /** A list of `min` to `max` entries; null, with a complaint, if it is none. */
  list(
    field: string,
    value: unknown,
    { min, max }: { readonly min: number; readonly max: number },
  ): readonly unknown[] | null {
    if (Array.isArray(value) && value.length >= min && value.length <= max) return Array.from<unknown>(value);
    this.add(field, value, 'list', { range: min === max ? `n = ${min}` : rangeText('n', { min, max }) });
    return null;
  }
}
