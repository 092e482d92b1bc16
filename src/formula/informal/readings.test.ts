import { describe, expect, it } from 'vitest';
import { readFormula, ReadingError } from './index';

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
  ])('%s: %s', (typed, code, wanted) => {
    const error = refusal(typed, ['x', 'y']);
    expect(error.code).toBe(code);
    expect(error.suggestions.map(({ text }) => text)).toEqual(
      expect.arrayContaining(wanted.filter((way) => way !== 'x2')),
    );
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
