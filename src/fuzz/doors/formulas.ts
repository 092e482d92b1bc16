import fc from 'fast-check';
import { expect } from 'vitest';
import { compileLoss, FormulaError, parseExpression, print, type Expression } from '../../formula';
import { readFormula, ReadingError } from '../../formula/informal';
import { mutated, ways } from '../../formula/informal/testing/informally';
import { formulas as trees } from '../../formula/testing/arbitrary';
import { changed } from '../../formula/testing/changed';
import { fragments, soup } from '../../formula/testing/fragments';
import { door } from '../door';
import { expectPlace } from '../words';

const parameters = ['x', 'y'];
const right = trees({ names: parameters });
const written: fc.Arbitrary<string> = fc
  .tuple(right, fc.constantFrom(...Object.values(ways)))
  .map(([formula, write]) => write(formula));
const strange = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 60 }));

/** Losses in the project's own notation, as links and JSON hold them. */
export const formulas = door('formulas', fc.oneof(changed(right.map(print), fragments), soup, strange), (text) => {
  let formula: Expression;
  try {
    formula = parseExpression(text);
    compileLoss(formula, parameters);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    expectPlace(text, error);
    return error.code;
  }
  expect(parseExpression(print(formula))).toMatchObject({ kind: formula.kind });
  return 'taken';
});

/** Losses as people type them. */
export const typedFormulas = door('typed formulas', fc.oneof(mutated(mutated(written)), soup, strange), (typed) => {
  try {
    const { formula, parameters: found } = readFormula(typed, { parameters });
    expect(readFormula(formula, { parameters: found }).notes).toEqual([]);
    return 'taken';
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    expectPlace(typed, error);
    for (const { text, parameters: own } of error.suggestions) readFormula(text, { parameters: own ?? parameters });
    return error.code;
  }
});
