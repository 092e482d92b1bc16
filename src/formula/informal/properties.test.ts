import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, parseExpression, print, type OperatorName } from '../index';
import { formulas, numberNode, operatorNames } from '../testing/arbitrary';
import { readFormula, ReadingError } from './index';
import cases from './testing/cases.json' with { type: 'json' };
import { mutated, ways } from './testing/informally';

const parameters = ['x', 'y'] as const;
const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
const points = fc.record({ x: coordinate, y: coordinate });
const numbers = fc.integer({ min: 0, max: 5000 }).map((n) => n / 1000);
// LaTeX shows float32 as its argument, an `if` as cases, which are not read, == as an equation, and log1p as log(1 + x),
// which rounds otherwise.
const usual: readonly OperatorName[] = operatorNames.filter(
  (name) => !['float32', 'if', 'eq', 'log1p', 'expm1'].includes(name),
);
const exponent = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0.5, 1.5)).map(numberNode);
const arbitrary = formulas({ names: parameters, operators: usual, numbers, exponent, depth: 3 });

/** Equal but for rounding; NaN equals itself. */
const near = (a: number, b: number): boolean =>
  Object.is(a + 0, b + 0) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** A text without room. */
const bare = (text: string): string => text.replace(/[\s\u200b]/g, '');

describe('a formula in another notation', () => {
  it.each(Object.entries(ways))('%s means the same', (_, write) => {
    fc.assert(
      fc.property(arbitrary, points, (formula, point) => {
        const typed = write(formula);
        const reading = readFormula(typed, { parameters });
        const [ours, theirs] = [
          evaluate(parseExpression(reading.formula, parameters), point),
          evaluate(formula, point),
        ];
        expect(near(ours, theirs), `${typed} read as ${reading.formula}: ${ours}, not ${theirs}`).toBe(true);
        if (typed !== print(formula) && reading.notes.length === 0) expect(bare(typed)).toBe(bare(reading.formula));
      }),
      { numRuns: 150 },
    );
  });
});

describe("the project's own notation", () => {
  it('reads as itself, without notes, with any names', () => {
    fc.assert(
      fc.property(formulas({ names: ['x', 'theta_1', 'xy', 'pi'] }), (formula) => {
        const text = print(formula);
        const given = ['x', 'theta_1', 'xy'];
        expect(readFormula(text, { parameters: given, most: 3 })).toEqual({
          formula: text,
          parameters: given,
          notes: [],
        });
      }),
    );
  });

  it('is what every reading is in', () => {
    for (const { typed } of cases) {
      const reading = tried(typed);
      if (reading instanceof ReadingError) continue;
      const { formula, parameters: names } = reading;
      expect(readFormula(formula, { parameters: names })).toEqual({ formula, parameters: names, notes: [] });
    }
  });
});

const tried = (typed: string) => {
  try {
    return readFormula(typed, { parameters });
  } catch (error) {
    if (error instanceof ReadingError) return error;
    throw error;
  }
};

const typedTexts = fc.oneof(
  fc.constantFrom(...cases.map(({ typed }) => typed)),
  fc.tuple(arbitrary, fc.constantFrom(...Object.values(ways))).map(([formula, write]) => write(formula)),
);

describe('a refusal', () => {
  it('says where, has a cure, and offers only what is read', () => {
    fc.assert(
      fc.property(mutated(mutated(typedTexts)), (typed) => {
        const result = tried(typed);
        if (!(result instanceof ReadingError)) {
          expect(readFormula(result.formula, { parameters: result.parameters }).notes).toEqual([]);
          return;
        }
        expect(result.at).toBeGreaterThanOrEqual(0);
        expect(result.at + result.length).toBeLessThanOrEqual(Math.max(typed.length, result.at));
        expect(result.at).toBeLessThanOrEqual(typed.length);
        expect(result.message).toMatch(/^at \d+: .+\. \S.+\.?$/s);
        for (const { text, parameters: own } of result.suggestions)
          readFormula(text, { parameters: own ?? parameters });
        if (result.code === 'ambiguous') expect(result.suggestions.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('is all that any text can cause', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => void tried(typed)),
      { numRuns: 2000 },
    );
  });
});
