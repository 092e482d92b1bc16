import * as v from 'valibot';
import type { Allowed, ComplaintCode } from './complaints';
import type { Complaint } from './complaints';

/** What a field must be, and the complaint if it is not. */
export interface Expectation<T> {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly code: ComplaintCode;
  readonly allowed: Complaint['allowed'];
}

/** An expectation whose complaint has the placeholders that its code needs. */
export const expect = <T, Code extends ComplaintCode>(
  schema: v.GenericSchema<unknown, T>,
  code: Code,
  allowed: Allowed<Code>,
): Expectation<T> => ({ schema, code, allowed });

/** Inclusive limits of a number. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A range in mathematical notation, which reads the same in every language: `0 ≤ beta1 ≤ 1`. */
export const rangeText = (name: string, { min, max }: Range): string =>
  `${min === -Infinity ? '−∞ <' : `${min} ≤`} ${name} ${max === Infinity ? '< ∞' : `≤ ${max}`}`;

/** A finite number of a range. -0 is read as 0: JSON and links cannot tell them apart. */
export const numberIn = (name: string, range: Range): Expectation<number> =>
  expect(numberSchema(range), 'number', { range: rangeText(name, range) });

export const integerIn = (name: string, range: Range): Expectation<number> =>
  expect(v.pipe(numberSchema(range), v.integer()), 'integer', { range: rangeText(name, range) });

const numberSchema = ({ min, max }: Range) =>
  v.pipe(
    v.number(),
    v.finite(),
    v.minValue(min),
    v.maxValue(max),
    v.transform((x) => (x === 0 ? 0 : x)),
  );

export const flag: Expectation<boolean> = expect(v.boolean(), 'flag', { allowed: 'true, false' });

/** One of the listed texts or numbers. */
export const oneOf = <const T extends string | number>(choices: readonly T[]): Expectation<T> =>
  expect(v.picklist(choices), 'choice', { allowed: choices.join(', ') });

export const textUpTo = (max: number): Expectation<string> =>
  expect(v.pipe(v.string(), v.maxLength(max)), 'text', { max });
