import { describe, expect, it } from 'vitest';
import { readFormula, ReadingError } from './index';
import { readNameList } from './parameterList';

describe('readings', () => {
  it.each([
    // Signs and characters.
    ['x⁻¹ + x¹⁰', 'x^-1 + x^10'],
    ['2 x ÷ 4 − 1', '2*x/4 - 1'],
    ['x % 2 + x // 2', 'mod(x, 2) + floor(x/2)'],
    ['⌊x⌋ + ∛x', 'floor(x) + cbrt(x)'],
    ['𝑥² + 1½x', 'x^2 + 3/2*x'],
    ['$x .^ 2$', 'x^2'],
    ['x ≤ 1', 'x <= 1'],
    // Products.
    ['2(x-1)(x+1)', '2*(x - 1)*(x + 1)'],
    ['x²|x|', 'x^2*abs(x)'],
    ['xsin(x)', 'x*sin(x)'],
    ['½x(1-x)', '1/2*x*(1 - x)'],
    ['x^2x', 'x^2*x'],
    // Functions.
    ['sinx + cosx', 'sin(x) + cos(x)'],
    ['sin x cos x', 'sin(x)*cos(x)'],
    ['sin²x', 'sin(x)^2'],
    ['ln|x|', 'log(abs(x))'],
    ['log_2(x) + log₁₀(x) + log(x, 3)', 'log2(x) + log10(x) + log(x)/log(3)'],
    ['max(x, 1, 2)', 'max(max(x, 1), 2)'],
    ['ReLU(x) + Sin(x)', 'relu(x) + sin(x)'],
    ['scipy.special.expit(x)', 'sigmoid(x)'],
    ['cot(x)', '1/tan(x)'],
    // LaTeX.
    ['\\frac12 x^2 + \\sqrt[3]{x}', '1/2*x^2 + cbrt(x)'],
    ['\\left| x \\right| + \\mathrm{e}^{-x^{2}}', 'abs(x) + e^-x^2'],
    ['\\sin\\left(\\frac{x}{2}\\right)', 'sin(x/2)'],
    ['\\dfrac{x^2}{2}\\cdot 3', 'x^2/2*3'],
    ['\\log_{10} x', 'log10(x)'],
    // Left sides, values, commas.
    ['L(x) := x^2', 'x^2'],
    ['lambda x: x**2', 'x^2'],
    ['x => x**2', 'x^2'],
    ['return x*x*x**2', 'x*x*x^2'],
    ['(a - x)² + b x, a = 1; b = 0,5', '(1 - x)^2 + 0.5*x'],
    ['a*x, a = -2', '-2*x'],
    ['0,5x² + 1,5x', '0.5*x^2 + 1.5*x'],
    ['1,000,000x', '1000000*x'],
    ['sin(0,5x)', 'sin(0.5*x)'],
    ['+x - +1', 'x - 1'],
    ['0,567x', '0.567*x'],
    ['1234,567x', '1234.567*x'],
    ['12,345,678x', '12345678*x'],
    ['1,00x + 1', '1*x + 1'],
    // Brackets, bars, roots and powers.
    ['[x + 1]*{x}', '(x + 1)*x'],
    ['|x| |x|', 'abs(x)*abs(x)'],
    ['∜x', 'sqrt(sqrt(x))'],
    ['√(x)^2', 'sqrt(x)^2'],
    ['\\sqrt[4]{x} + \\sqrt[5]{x}', 'sqrt(sqrt(x)) + x^(1/5)'],
    ['sin^-2(x)', 'sin(x)^-2'],
    ['exp^-1(x)', 'exp(x)^-1'],
    ['x²³ + x²^3', 'x^23 + x^2^3'],
    ['sin -x + sin +x', 'sin(-x) + sin(x)'],
    ['⅚x', '5/6*x'],
    ['Math.E*x + np.pi', 'e*x + pi'],
    ['x <> 1', 'x != 1'],
    ['x < ½', 'x < 1/2'],
    ['x <= ½', 'x <= 1/2'],
    ['x > ½', 'x > 1/2'],
    ['x >= ½', 'x >= 1/2'],
    ['x == ½', 'x == 1/2'],
    ['x ≠ 2x', 'x != 2*x'],
    ['return x', 'x'],
  ])('%s is %s', (typed, formula) => {
    const reading = readFormula(typed, { parameters: ['x'] });
    expect(reading).toMatchObject({ formula, parameters: ['x'] });
    expect(reading.notes.length).toBeGreaterThan(0);
  });

  it.each([
    ['2xy + x^2', ['x', 'y']],
    ['πr²', ['r']],
    ['w*x1 + 1', ['w', 'x1']],
    ['g(b, a) = a b', ['b', 'a']],
    ['J(\\theta_0,\\theta_1) = \\theta_0^2 + \\theta_1^2', ['theta_0', 'theta_1']],
    ['loss = (w x - 1)^2', ['w', 'x']],
    ['3', ['x']],
    ['x12^2 + x1', ['x1', 'x12']],
    ['x12y + x12 + y', ['x12', 'y']],
    ['Θ² + Ω', ['Omega', 'Theta']],
    ['αω', ['alpha', 'omega']],
    ['f(x; y) = x y', ['x', 'y']],
    ['(u, v) => u + v', ['u', 'v']],
    ['lambda u, v: u*v', ['u', 'v']],
  ])('%s is over %j', (typed, parameters) => {
    expect(readFormula(typed).parameters).toEqual(parameters);
  });

  it('a name may have its index with and without _', () => {
    expect(readFormula('θ₁²', { parameters: ['theta1'] }).formula).toBe('theta1^2');
    expect(readFormula('\\theta_{1} x1', { parameters: ['theta_1', 'x_1'] }).formula).toBe('theta_1*x_1');
  });

  it('says what was changed, once each', () => {
    const { notes } = readFormula('f(x, y) = 2x² + ½y²');
    expect(notes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['leftSide', 'f(x, y) =', ''],
      ['parameters', 'f(x, y) =', 'x, y'],
      ['product', '2x', '2*x'],
      ['power', '²', '^2'],
      ['fraction', '½', '1/2'],
      ['product', '½y', '½*y'],
    ]);
  });

  it.each([
    ['x % 2', ['sign', '%', 'mod(…)']],
    ['x // 2', ['sign', '//', 'floor(…/…)']],
    ['x + 0,5', ['decimal', '0,5', '0.5']],
    ['|x|', ['absolute', '|x|', 'abs(…)']],
    ['⌊x⌋', ['function', '⌊x⌋', 'floor(…)']],
    ['ln(x)', ['function', 'ln', 'log']],
    ['cot(x)', ['function', 'cot(x)', '1/tan(x)']],
    ['sin^2(x)', ['power', 'sin^2(x)', 'sin(…)^…']],
    ['sin x', ['brackets', 'sin x', 'sin(x)']],
    ['∛x', ['root', '∛', 'cbrt']],
    ['∜x', ['root', '∜', 'sqrt']],
    ['\\sqrt[3]{x}', ['root', '\\sqrt', 'cbrt']],
    ['\\frac{x}{2}', ['fraction', '\\frac{x}{2}', '(…)/(…)']],
    ['[x]', ['sign', '[', '(']],
    ['{x}', ['sign', '{', '(']],
    ['+x', ['plus', '+', '']],
    ['x**2', ['power', '**', '^']],
    ['x <> 1', ['sign', '<>', '!=']],
    ['np.exp(x)', ['function', 'np.exp', 'exp']],
    ['a*x, a = 2', ['constant', 'a', '2']],
  ])('of %s it notes %j', (typed, note) => {
    const { notes } = readFormula(typed, { parameters: ['x'] });
    expect(notes.map(({ kind, from, to }) => [kind, from, to])).toContainEqual(note);
  });

  it('notes nothing where nothing was changed', () => {
    for (const typed of ['x^2^3 - 2*x', '0 < x', 'max(x, 1)', 'sin(x)*abs(x)', 'mod(x, 2) != 1'])
      expect(readFormula(typed, { parameters: ['x'] }).notes, typed).toEqual([]);
  });
});

it('names in a list may be typed in any way', () => {
  expect(readNameList(' x ;y、z_1 ２，θ₁ 和 #')).toEqual(['x', 'y', 'z_1', '2', 'theta_1', '#']);
  expect(readNameList('x+y, sin')).toEqual(['x+y', 'sin']);
  expect(readNameList('')).toEqual([]);
});

describe('refusals', () => {
  it.each([
    ['1/2x', 'ambiguous', ['1/2*x', '1/(2*x)']],
    ['x/2y + 1/3x', 'ambiguous', ['x/2*y + 1/3*x', 'x/(2*y) + 1/(3*x)']],
    ['sin x/2', 'ambiguous', ['sin(x)/2', 'sin(x/2)']],
    ['√2x', 'ambiguous', ['sqrt(2)*x', 'sqrt(2*x)']],
    ['e^2x', 'ambiguous', ['e^2*x', 'e^(2*x)']],
    ['sin^-1(x)', 'ambiguous', ['asin(x)', 'sin(x)^-1']],
    ['1,000*x', 'ambiguous', ['1*x', '1000*x']],
    ['0 < x < 1', 'chained', ['(0 < x)*(x < 1)']],
    ['max(0,5, x)', 'wrongCount', ['max(0.5, x)', 'max(0, 5, x)']],
    ['x 2', 'numberAfter', ['x*2', 'x^2', 'x2']],
    ['(x + 1', 'unclosed', ['(x + 1)']],
    ['x + 1)', 'unopened', ['x + 1']],
    ['x^2，', 'trailing', ['x^2']],
    ['x +', 'unexpectedEnd', ['x']],
    ['x!', 'badCharacter', ['x']],
    ['sine(x) + cosin(x)', 'unknownFunction', ['sin(x) + cos(x)']],
    ['(x + y)(x - y) = 1', 'equation', ['(x + y)(x - y)']],
    ['X^2', 'unknownName', ['x^2']],
    ['x2 + 1', 'unknownName', ['x^2 + 1']],
    ['(((x', 'unclosed', ['(((x)))']],
    ['x]', 'unopened', ['x']],
    ['x:', 'trailing', ['x']],
    ['√x^2', 'ambiguous', ['sqrt(x)^2', 'sqrt(x^2)']],
    ['x^yx', 'ambiguous', ['x^y*x', 'x^(y*x)']],
    ['sin x y', 'ambiguous', ['sin(x)*y', 'sin(x*y)']],
    ['\\frac123', 'numberAfter', ['\\frac12*3']],
    ['sin|x|2', 'numberAfter', ['sin|x|*2']],
    ['max()', 'unopened', []],
    ['max x', 'needsBrackets', []],
    ['sin', 'needsBrackets', []],
    ['1e400', 'badNumber', []],
    ['x && 1', 'unexpected', ['x']],
    ['\\foo x', 'unknownCommand', ['x']],
    ['foo.np.sin(x)', 'badCharacter', []],
    ['np.foo.sin(x)', 'badCharacter', []],
    ['1,000,00x', 'unexpected', []],
    ['lambda x x', 'unknownName', []],
    ['f(x = 3', 'unknownFunction', []],
    ['return', 'unknownName', []],
    ['a*x, a = y', 'badConstant', []],
  ])('%s: %s', (typed, code, wanted) => {
    const error = refusal(typed, ['x', 'y']);
    expect(error.code).toBe(code);
    expect(error.suggestions.map(({ text }) => text)).toEqual(
      expect.arrayContaining(wanted.filter((way) => way !== 'x2')),
    );
  });

  it('names the letter that is unknown in a product, and the whole word where it can be none', () => {
    expect(refusal('ay', ['a'])).toMatchObject({ at: 1, length: 1, values: { found: 'y' } });
    expect(refusal('qy', ['a'])).toMatchObject({ at: 0, length: 2, values: { found: 'qy' } });
    expect(refusal('np.Foo(x)', ['x'])).toMatchObject({ code: 'unknownFunction', values: { found: 'Foo' } });
  });

  it('brackets and signs may stand in each other a hundred levels deep', () => {
    const nested = (open: string, count: number, close = '') => `${open.repeat(count)}2x${close.repeat(count)}`;
    for (const [few, many] of [
      // Brackets take two levels, and the whole formula one.
      [nested('[', 49, ']'), nested('[', 50, ']')],
      [nested('-', 99), nested('-', 100)],
    ] as const) {
      expect(readFormula(few, { parameters: ['x'] }).parameters).toEqual(['x']);
      expect(refusal(many, ['x'])).toMatchObject({ code: 'tooDeep', values: { max: 100 } });
    }
    // Beside each other they are not deep.
    expect(readFormula(Array.from({ length: 150 }, () => '[x]').join(' + ')).parameters).toEqual(['x']);
  });

  it('two things wrong are put right together', () => {
    expect(refusal('1/2x + y', ['x']).suggestions).toEqual([
      { kind: 'text', text: '1/2*x + y', parameters: ['x', 'y'] },
      { kind: 'text', text: '1/(2*x) + y', parameters: ['x', 'y'] },
      { kind: 'text', text: '1/2*x + 1' },
      { kind: 'text', text: '1/(2*x) + 1' },
    ]);
    expect(refusal('(a - x)² + sine(x)', ['x', 'y']).suggestions).toContainEqual({
      kind: 'text',
      text: '(a - x)² + sin(x)',
      parameters: ['x', 'a'],
    });
  });

  it('too many names: some get values', () => {
    const { suggestions } = refusal('f(a, b, x) = (a - x)^2 + b');
    expect(suggestions).toContainEqual(
      expect.objectContaining({ text: '(a - x)^2 + b, b = 1', parameters: ['x', 'a'] }),
    );
  });
});

function refusal(typed: string, parameters?: readonly string[]): ReadingError {
  try {
    readFormula(typed, parameters ? { parameters } : {});
  } catch (error) {
    if (error instanceof ReadingError) return error;
    throw error;
  }
  throw new Error(`"${typed}" was read`);
}
