import { describe, expect, it } from 'vitest';
import { evaluate } from './code';
import { conditionsOf } from './domain';
import { parseExpression } from './parse';

const conditions = (text: string, values = {}) => conditionsOf(parseExpression(text), values);

describe('where a formula has a value', () => {
  it.each([
    ['x^2 + y^2', []],
    ['log(x)', ['x > 0']],
    ['log(x - 1) + sqrt(y)', ['x - 1 > 0', 'y >= 0']],
    ['log(1 + x^2)', []],
    ['sqrt(x^2 + y^2)', []],
    ['sqrt(x*x)', []],
    ['1/x', ['x != 0']],
    ['1/(1 + exp(-x))', []],
    ['x^-2', ['x != 0']],
    ['x^(1/3)', ['x >= 0']],
    ['x^-0.5', ['x > 0']],
    ['abs(x)^0.5', []],
    ['asin(x)', ['x >= -1', 'x <= 1']],
    ['asin(sin(x))', []],
    ['atanh(x)', ['x > -1', 'x < 1']],
    ['acosh(x)', ['x >= 1']],
    ['log(x) + 1/log(x)', ['x > 0', 'log(x) != 0']],
    ['if(x == 0, 1, sin(x)/x)', []],
    ['if(log(x) > 0, 1, 2)', ['x > 0']],
    ['1/0.5', []],
    ['x/pi', []],
    ['-log(x) - log(1 - x)', ['x > 0', '1 - x > 0']],
  ])('%s', (text, expected) => {
    expect(conditions(text)).toEqual(expected);
  });

  // An interval that holds a formula's values decides: where it lies within what is needed, there is no condition.
  it.each([
    ['log(2 - sin(x))', []],
    ['log(1 - sin(x))', ['1 - sin(x) > 0']],
    ['sqrt(1 + -sin(x))', []],
    ['sqrt(-x^2)', ['-x^2 >= 0']],
    ['log(3 + sin(x)*cos(y))', []],
    ['log(1 + sin(x)*cos(y))', ['1 + sin(x)*cos(y) > 0']],
    ['log(7 + (sin(x) - 2)*(sin(y) + 1))', []],
    ['log(6 + (sin(x) - 2)*(sin(y) + 1))', ['6 + (sin(x) - 2)*(sin(y) + 1) > 0']],
    ['sqrt(abs(x)*abs(y))', []],
    ['sqrt(x*abs(y))', ['x*abs(y) >= 0']],
    ['sqrt(abs(x)*y)', ['abs(x)*y >= 0']],
    ['sqrt(x^4)', []],
    ['sqrt(x^3)', ['x^3 >= 0']],
    ['log(1 + abs(x)^y)', []],
    ['log(1 + x^y)', ['x >= 0', '1 + x^y > 0']],
    ['sqrt((2 + sin(x))^2 - 1)', []],
    ['sqrt((sin(x) - 2)^2 - 1)', []],
    ['log((2 + sin(x))^2 - 1)', ['(2 + sin(x))^2 - 1 > 0']],
    ['log(2 - sin(x)^2)', []],
    ['log(1 - sin(x)^2)', ['1 - sin(x)^2 > 0']],
    ['log(abs(2 + sin(x)) - 0.5)', []],
    ['log(abs(sin(x) - 2) - 0.5)', []],
    ['log(abs(sin(x)))', ['abs(sin(x)) > 0']],
    ['log(3 - abs(sin(x) - 1))', []],
    ['log(4 - abs(2*sin(x) + 1))', []],
    ['log(4 - abs(2*sin(x) - 1))', []],
    ['log(3 - abs(2*sin(x) + 1))', ['3 - abs(2*sin(x) + 1) > 0']],
    ['log(3 - abs(2*sin(x) - 1))', ['3 - abs(2*sin(x) - 1) > 0']],
    ['log(exp(x))', []],
    ['log(2.8 - exp(sin(x)))', []],
    ['log(2.7 - exp(sin(x)))', ['2.7 - exp(sin(x)) > 0']],
    ['log(exp(sin(x)) - 0.36)', []],
    ['log(exp(sin(x)) - 0.37)', ['exp(sin(x)) - 0.37 > 0']],
    ['log(1 + sqrt(x))', ['x >= 0']],
    ['log(2 - sqrt(sin(x)))', ['sin(x) >= 0']],
    ['log(sqrt(5 + sin(x)) - 1.9)', []],
    ['log(sqrt(5 + sin(x)) - 2.1)', ['sqrt(5 + sin(x)) - 2.1 > 0']],
    ['sqrt(cosh(x) - 1)', []],
    ['log(cosh(x) - 1)', ['cosh(x) - 1 > 0']],
    ['log(softplus(x))', []],
    ['log(sigmoid(x))', []],
    ['sqrt(1 - sigmoid(x))', []],
    ['log(1 - sigmoid(x))', ['1 - sigmoid(x) > 0']],
    ['sqrt(relu(x))', []],
    ['log(relu(x))', ['relu(x) > 0']],
    ['log(relu(2 + sin(x)) - 0.5)', []],
    ['log(2 - relu(sin(x)))', []],
    ['log(max(x, 1))', []],
    ['log(max(1, x))', []],
    ['log(2 - max(x, 1))', ['2 - max(x, 1) > 0']],
    ['log(4 - max(2 + sin(x), 2 + cos(x)))', []],
    ['log(min(x, 1))', ['min(x, 1) > 0']],
    ['log(2 - min(x, 1))', []],
    ['log(min(2 + sin(x), 2 + cos(x)))', []],
    ['log(tan(x))', ['tan(x) > 0']],
    ['atanh(0.5*sin(x))', []],
    ['atanh(sin(x))', ['sin(x) > -1', 'sin(x) < 1']],
    ['x^sin(y)', ['x >= 0']],
    ['x^-1', ['x != 0']],
    ['log2(x) + log10(y)', ['x > 0', 'y > 0']],
    ['log1p(x)', ['x > -1']],
    ['acos(x)', ['x >= -1', 'x <= 1']],
    ['log(sqrt(4) - 1) + x', []],
    ['log(-2) + x', ['-2 > 0']],
    ['1/(2 + sin(x)) + 1/(sin(x) - 2)', []],
    ['1/(1 + sin(x)) + 1/(sin(x) - 1)', ['1 + sin(x) != 0', 'sin(x) - 1 != 0']],
  ])('by intervals: %s', (text, expected) => {
    expect(conditions(text)).toEqual(expected);
  });

  it.each(['sin', 'cos', 'tanh', 'erf', 'sign'])('%s lies between -1 and 1, and no closer', (name) => {
    expect(conditions(`asin(${name}(x))`)).toEqual([]);
    expect(conditions(`asin(1.1*${name}(x))`)).toEqual([`1.1*${name}(x) >= -1`, `1.1*${name}(x) <= 1`]);
  });

  it('knows the values of constants', () => {
    expect(conditions('x^c', { c: -1 })).toEqual(['x != 0']);
    expect(conditions('x^c', { c: -0.5 })).toEqual(['x > 0']);
    expect(conditions('log(c - 1) + x', { c: 2 })).toEqual([]);
    expect(conditions('log(c - 1) + x', { c: 1 })).toEqual(['c - 1 > 0']);
    expect(conditions('log(x^2 + c)', { c: 1 })).toEqual([]);
    expect(conditions('x/c', { c: 2 })).toEqual([]);
    expect(conditions('x/c', { c: 0 })).toEqual(['c != 0']);
    expect(conditions('x^c', { c: 2 })).toEqual([]);
    expect(conditions('x^c', { c: 0.5 })).toEqual(['x >= 0']);
  });

  it('says nothing that is not necessary: where a condition fails, there is no number', () => {
    const texts = [
      'log(x - y)',
      'sqrt(x*y) + 1/(x - 1)',
      'asin(x/2)^2',
      'log2(abs(x) - 1)',
      '(x - y)^1.5',
      'atanh(x)/y',
    ];
    for (const text of texts) {
      const expression = parseExpression(text);
      const needed = conditionsOf(expression).map((condition) => parseExpression(condition));
      expect(needed.length).toBeGreaterThan(0);
      let failed = 0;
      for (let x = -3; x <= 3; x += 0.25)
        for (let y = -3; y <= 3; y += 0.25) {
          if (needed.every((condition) => evaluate(condition, { x, y }) === 1)) continue;
          failed += 1;
          expect(Number.isFinite(evaluate(expression, { x, y })), `${text} at ${x}, ${y}`).toBe(false);
        }
      expect(failed).toBeGreaterThan(0);
    }
  });
});
