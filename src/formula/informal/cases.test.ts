import { describe, expect, it } from 'vitest';
import { evaluate, parseExpression } from '../index';
import { readFormula, ReadingError } from './index';
import cases from './testing/cases.json' with { type: 'json' };

interface Case {
  readonly typed: string;
  readonly parameters?: readonly string[];
  readonly at?: readonly number[];
  readonly value?: number;
  readonly expect?: string;
}

const refusal = (typed: string, parameters?: readonly string[]): ReadingError => {
  try {
    readFormula(typed, parameters ? { parameters } : {});
  } catch (error) {
    if (error instanceof ReadingError) return error;
    throw error;
  }
  throw new Error(`"${typed}" was read`);
};

/** The reading of every suggestion, which must be read. */
const ways = (error: ReadingError): string[] =>
  error.suggestions.map(({ text, parameters }) => readFormula(text, { parameters: parameters ?? ['x'] }).formula);

const all: readonly Case[] = cases;

describe('formulas as people typed them', () => {
  it.each(all.filter(({ value }) => value !== undefined))(
    '$typed has its value',
    ({ typed, parameters = [], at = [], value = NaN }) => {
      const point = Object.fromEntries(parameters.map((name, i) => [name, at[i] ?? NaN]));
      for (const options of [{ parameters }, {}]) {
        const reading = readFormula(typed, options);
        expect([reading.formula, reading.parameters]).toEqual([reading.formula, parameters]);
        const found = evaluate(parseExpression(reading.formula, parameters), point);
        expect(Math.abs(found - value), reading.formula).toBeLessThanOrEqual(1e-14 * Math.abs(value));
      }
    },
  );

  it.each(all.filter(({ expect: wanted }) => wanted === 'AMBIGUOUS'))('$typed has two readings', ({ typed }) => {
    const error = refusal(typed, ['x']);
    expect(error.code).toBe('ambiguous');
    expect(new Set(ways(error)).size).toBe(2);
  });

  it.each(all.filter(({ expect: wanted }) => wanted === 'ERR'))('$typed is refused with the cure', ({ typed }) => {
    expect(ways(refusal(typed, ['x']))).not.toEqual([]);
  });

  it.each(all.filter(({ expect: wanted }) => wanted?.startsWith('SUGGEST')))(
    '$typed gets an offer',
    ({ typed, expect: wanted }) => {
      const offers = ways(refusal(typed, ['x']));
      const names = (wanted ?? '').replace('SUGGEST ', '').split(' or ');
      for (const name of names)
        expect(
          offers.some((offer) => offer.startsWith(name)),
          `${name} in ${offers.join('; ')}`,
        ).toBe(true);
    },
  );

  it('an unknown name may become a parameter or a constant', () => {
    const { suggestions } = refusal('x^2 + c', ['x']);
    expect(suggestions).toContainEqual({ kind: 'parameter', text: 'x^2 + c', parameters: ['x', 'c'], names: ['c'] });
    expect(suggestions).toContainEqual({ kind: 'constant', text: 'x^2 + c, c = 1', names: ['c'] });
  });

  it('a root is not a number left of 0', () => {
    const { formula } = readFormula('x^(1/3)', { parameters: ['x'] });
    expect(evaluate(parseExpression(formula), { x: -1 })).toBeNaN();
  });
});
