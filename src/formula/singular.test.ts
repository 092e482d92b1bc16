import { expect, it } from 'vitest';
import { compileLoss } from './compile';
import { parseExpression } from './parse';
import { mayHaveTip, mayLackGradient } from './singular';

const program = (text: string) => compileLoss(parseExpression(text, ['x', 'y']), ['x', 'y']);

it.each([
  // A tip, and no slope at a point with a value: of none, of one, of the other, of both.
  ['x^2 + 3*x*y - exp(x) + sin(y)', false, false],
  ['abs(x) + y^2', true, false],
  ['relu(x) + y', true, false],
  ['max(x, y)', true, false],
  ['min(x, y)', true, false],
  ['clamp(x, 0, 1) + y', true, false],
  ['if(x > 0, x, y)', true, false],
  ['x/(1 + y^2)', false, true],
  ['log(x) + y', false, true],
  ['log1p(x) + y', false, true],
  ['log2(x) + y', false, true],
  ['log10(x) + y', false, true],
  ['asin(x) + y', false, true],
  ['acos(x) + y', false, true],
  ['acosh(x) + y', false, true],
  ['atanh(x) + y', false, true],
  ['mod(x, 2) + y', false, true],
  ['sqrt(x^2 + y^2)', true, true],
  ['cbrt(x) + y', true, true],
  ['(x^2 + y^2)^0.7', true, true],
])('%s', (text, tip, lacks) => {
  const loss = program(text);
  expect(mayHaveTip(loss)).toBe(tip);
  // Twice: what was found is remembered.
  expect([mayLackGradient(loss), mayLackGradient(loss)]).toEqual([lacks, lacks]);
});
