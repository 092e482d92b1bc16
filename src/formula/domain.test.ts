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

  it('knows the values of constants', () => {
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
