import { expect, it } from 'vitest';
import { operators, type OperatorName } from '../../formula';
import { operationWord, type OperationWord } from './operationWords';

/** The word for an operation on arguments, by what the operator itself makes of them. */
const wordFor = (operator: OperatorName, args: readonly number[]) =>
  operationWord({ operator, args, names: [], result: operators[operator].evaluate(...args) });

it.each<[OperatorName, readonly number[], OperationWord]>([
  // Not a number.
  ['log', [-1], 'log'],
  ['log2', [-1], 'log'],
  ['log10', [-1], 'log'],
  ['log1p', [-2], 'log1p'],
  ['sqrt', [-1], 'sqrt'],
  ['acosh', [0], 'acosh'],
  ['atanh', [2], 'atanh'],
  ['asin', [2], 'arc'],
  ['acos', [2], 'arc'],
  ['mod', [1, 0], 'remainder'],
  ['mod', [Infinity, 2], 'other'],
  ['pow', [-1, 0.5], 'pow'],
  ['pow', [1, NaN], 'other'],
  ['pow', [NaN, 1], 'other'],
  ['div', [0, 0], 'zeroByZero'],
  ['div', [Infinity, Infinity], 'infinityByInfinity'],
  ['add', [Infinity, -Infinity], 'infinityMinusInfinity'],
  ['sub', [Infinity, Infinity], 'infinityMinusInfinity'],
  ['mul', [0, Infinity], 'zeroTimesInfinity'],
  ['sin', [Infinity], 'wave'],
  ['cos', [Infinity], 'wave'],
  ['tan', [Infinity], 'wave'],
  ['erf', [NaN], 'other'],
  // An infinity.
  ['mul', [1e200, 1e200], 'square'],
  ['mul', [1e200, 1e201], 'product'],
  ['add', [1e308, 1e308], 'sum'],
  ['sub', [-1e308, 1e308], 'difference'],
  ['div', [1, 0], 'byZero'],
  ['div', [1e300, 1e-300], 'quotient'],
  ['pow', [0, -1], 'powerOfZero'],
  ['pow', [1e200, 2], 'power'],
  ['exp', [1000], 'exp'],
  ['expm1', [1000], 'exp'],
  ['sinh', [1000], 'hyperbolic'],
  ['cosh', [1000], 'hyperbolic'],
  ['log', [0], 'logOfZero'],
  ['log1p', [-1], 'logOfZero'],
  ['log2', [0], 'logOfZero'],
  ['log10', [0], 'logOfZero'],
  ['atanh', [1], 'atanh'],
  ['neg', [Infinity], 'other'],
])('%s of %j: %s', (operator, args, word) => {
  expect(wordFor(operator, args)).toBe(word);
});

it('has no word for what is not known', () => {
  expect(operationWord(null)).toBe('other');
});
