import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { optimizers, problems, ruleOf, symbolOf } from '../catalogue';
import { lossesOf } from '../catalogue/testing/models';
import { parseExpression, parseRule } from './index';
import { defaultSymbol } from './symbols';
import { expressionTex, numberTex, ruleTex } from './tex';
import { formulas } from './testing/arbitrary';
import { wrongElements } from './testing/mathml';

const tex = (text: string): string => expressionTex(parseExpression(text));
/** KaTeX reads it without an error and without a warning, and makes MathML of it that browsers accept. */
function renders(source: string): void {
  const mathml = katex.renderToString(source, { throwOnError: true, strict: 'error', output: 'mathml' });
  expect(wrongElements(mathml), source).toEqual([]);
}

it('MathML with a child too many is noticed', () => {
  const mathml = katex.renderToString('\\lambda_{\\max}', { output: 'mathml' });
  expect(wrongElements(mathml)).toEqual(['msub 3']);
});

describe('a formula reads like a textbook', () => {
  it.each([
    // Products: a number stands close, symbols a thin space apart, two numbers take a dot.
    ['2*x', '2 x'],
    ['lr*g', '\\mathrm{lr} \\, g'],
    ['2*3', '2 \\cdot 3'],
    ['x*2', 'x \\cdot 2'],
    ['x*2^t', 'x \\cdot 2^{t}'],
    ['x*1e-8', 'x \\cdot 10^{-8}'],
    ['2*(x/3)', '2 \\cdot \\frac{x}{3}'],
    ['x*(y/3)', 'x \\, \\frac{y}{3}'],
    ['(1 - beta1)*g', '(1 - \\beta_{1}) \\, g'],
    ['x*-y', 'x \\, (-y)'],
    // Signs.
    ['-(a*b)', '-a \\, b'],
    ['-(a/b)', '-\\frac{a}{b}'],
    ['-(a + b)', '-(a + b)'],
    ['a + -b', 'a + (-b)'],
    ['a - -b', 'a - (-b)'],
    ['a - (b - c)', 'a - (b - c)'],
    ['a - (-b)*c', 'a - (-b \\, c)'],
    ['-a + b', '-a + b'],
    ['--a', '--a'],
    // Fractions need no brackets of their own, but give them to what they raise.
    ['a*b/(c + d)', '\\frac{a \\, b}{c + d}'],
    ['(a/b)^2', '\\left(\\frac{a}{b}\\right)^{2}'],
    ['(a/b + 1)*c', '\\left(\\frac{a}{b} + 1\\right) \\, c'],
    // Powers.
    ['(x + y)^2', '(x + y)^{2}'],
    ['-x^2', '-x^{2}'],
    ['(-x)^2', '(-x)^{2}'],
    ['(x^2)^3', '(x^{2})^{3}'],
    ['x^y^2', 'x^{y^{2}}'],
    ['1e-8^2', '(10^{-8})^{2}'],
    ['sin(x)^2', '\\sin^{2}(x)'],
    ['abs(x)^2', '\\lvert x\\rvert ^{2}'],
    ['exp(x)^2', '(\\mathrm{e}^{x})^{2}'],
    // Functions.
    ['exp(-x)', '\\mathrm{e}^{-x}'],
    ['exp(x/2)', '\\exp\\left(\\frac{x}{2}\\right)'],
    ['log1p(-x)', '\\log(1 + (-x))'],
    ['max(a, b/c)', '\\max\\left(a, \\frac{b}{c}\\right)'],
    ['floor(x)', '\\left\\lfloor x \\right\\rfloor'],
    // What is rounded is shown as if it were not, with the brackets that it would have by itself.
    ['float32(a + b)', 'a + b'],
    ['float32(a + b)*c', '(a + b) \\, c'],
    ['float32(float32(-x))^2', '(-x)^{2}'],
    ['2*float32(x > 1)', '2 [x > 1]'],
    [
      'if(float32(x), 1, float32(if(y < 0, 2, 3)))',
      '\\begin{cases} 1 & x \\ne 0 \\\\ 2 & y < 0 \\\\ 3 & \\text{otherwise} \\end{cases}',
    ],
    ['e^x + pi', '\\mathrm{e}^{x} + \\pi'],
    // A comparison is a comparison, or Iverson's bracket where it counts as a number.
    ['x <= 1', 'x \\le 1'],
    ['2*(x > 1)', '2 [x > 1]'],
    ['sqrt(x != y)', '\\sqrt{[x \\ne y]}'],
    ['if(x > 0, 1, 2)', '\\begin{cases} 1 & x > 0 \\\\ 2 & \\text{otherwise} \\end{cases}'],
    ['if(x, 1, if(y < 0, 2, 3))', '\\begin{cases} 1 & x \\ne 0 \\\\ 2 & y < 0 \\\\ 3 & \\text{otherwise} \\end{cases}'],
    ['if(x, 1, 2) + y', '\\left(\\begin{cases} 1 & x \\ne 0 \\\\ 2 & \\text{otherwise} \\end{cases}\\right) + y'],
  ])('%s', (text, expected) => {
    expect(tex(text)).toBe(expected);
    renders(tex(text));
  });

  it.each([
    ['x', 'x'],
    ['w1', 'w_{1}'],
    ['w_12', 'w_{12}'],
    ['beta1', '\\beta_{1}'],
    ['mhat', '\\hat{m}'],
    ['vbar2', '\\bar{v}_{2}'],
    ['etatilde', '\\tilde{\\eta}'],
    ['weight_decay', '\\mathrm{weight\\_decay}'],
    ['hat', '\\mathrm{hat}'],
    ['Theta', '\\mathrm{Theta}'],
  ])('the symbol of %s', (name, expected) => expect(defaultSymbol(name)).toBe(expected));

  it.each([
    [1e-8, '10^{-8}'],
    [2.5e-7, '2.5 \\cdot 10^{-7}'],
    [-1e-8, '-10^{-8}'],
    [1e21, '10^{21}'],
    [0.001, '0.001'],
    [-3, '-3'],
    [Infinity, '\\infty'],
    [-Infinity, '-\\infty'],
    [Number.NaN, '\\mathrm{NaN}'],
  ])('the number %d', (value, expected) => expect(numberTex(value)).toBe(expected));

  it("takes the caller's symbols, in brackets where they are raised already", () => {
    const options = { symbol: (name: string) => (name === 'etaPlus' ? '\\eta^{+}' : undefined) };
    expect(expressionTex(parseExpression('etaPlus^2*x'), options)).toBe('(\\eta^{+})^{2} \\, x');
  });
});

describe('safety', () => {
  /** Every command that the language itself writes. */
  const commands = new Set(
    (
      'lvert rvert left right lfloor rfloor frac sqrt log sin cos tan tanh exp sigma operatorname min max mathrm text cdot le ge ne ' +
      'begin end hat arcsin arccos arctan sinh cosh bar tilde infty pi lVert rVert nabla leftarrow beta'
    ).split(' '),
  );
  const commandsOf = (source: string) => [...source.matchAll(/\\([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  const names = [
    'href',
    'def',
    'input',
    'htmlData',
    'url',
    'includegraphics',
    'xhat',
    'defhat',
    'a_b',
    'a__',
    'beta1',
    'constructor',
    'Ebar_3',
  ];

  it('no name becomes a command, and KaTeX reads every formula', () => {
    fc.assert(
      fc.property(formulas({ names }), (formula) => {
        const source = expressionTex(formula);
        for (const command of commandsOf(source)) expect(commands.has(command), `\\${command} in ${source}`).toBe(true);
        renders(source);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['否则', 'sinon', '\\href{javascript:alert(1)}{x}', '}\\def\\x{1}'])(
    'the words beside a case are words: %s',
    (otherwise) => {
      const source = expressionTex(parseExpression('if(x > 0, 1, 2)'), { otherwise });
      for (const command of commandsOf(source)) expect(commands.has(command), source).toBe(true);
      renders(source);
    },
  );
});

describe('the catalogue', () => {
  it.each(optimizers.map((optimizer) => [optimizer.id, optimizer] as const))(
    '%s renders, with every flag on and off',
    (_, optimizer) => {
      const rule = ruleOf(optimizer);
      for (const flags of [0, 1])
        for (const zero of [undefined, ...rule.hyper.map(({ name }) => name)]) {
          const settings = Object.fromEntries(
            rule.hyper.map((h) => [h.name, h.name === zero ? 0 : h.flag ? flags : h.default]),
          );
          const lines = ruleTex(rule, settings, { symbol: (name) => symbolOf(optimizer, name) });
          for (const line of lines) renders(line.tex);
        }
    },
  );

  it.each(problems.map((problem) => [problem.id, problem] as const))('%s renders', (_, problem) => {
    for (const { loss } of lossesOf(problem)) renders(tex(loss));
  });
});

describe('a rule as it is with its settings', () => {
  const sgd = parseRule(`sgd(lr = 0.001, momentum = 0, dampening = 0, weightDecay = 0, nesterov = false)
state b = 0
g = grad(theta) + weightDecay*theta
b = if(t == 1, g, momentum*b + (1 - dampening)*g)
d = if(nesterov, g + momentum*b, if(momentum > 0, b, g))
theta = theta - lr*d`);
  const shown = (settings: Record<string, number | boolean>) =>
    ruleTex(sgd, settings, { symbol: (name) => ({ lr: '\\eta', momentum: '\\mu' })[name] }).map((line) => line.tex);

  it('terms at 0 and lines that nobody reads are left out', () => {
    expect(shown({})).toEqual([
      'g \\leftarrow \\nabla f(\\theta)',
      'd \\leftarrow g',
      '\\theta \\leftarrow \\theta - \\eta \\, d',
    ]);
  });

  it('settings bring them back', () => {
    expect(shown({ momentum: 0.9, weightDecay: 0.1 })).toEqual([
      'g \\leftarrow \\nabla f(\\theta) + \\mathrm{weightDecay} \\, \\theta',
      'b \\leftarrow \\begin{cases} g & t = 1 \\\\ \\mu \\, b + g & \\text{otherwise} \\end{cases}',
      'd \\leftarrow b',
      '\\theta \\leftarrow \\theta - \\eta \\, d',
    ]);
    expect(shown({ momentum: 0.9, nesterov: true })[2]).toBe('d \\leftarrow g + \\mu \\, b');
  });

  it('lines keep their place in the rule', () => {
    expect(ruleTex(sgd, {}).map(({ index, name }) => [index, name])).toEqual([
      [0, 'g'],
      [2, 'd'],
      [3, 'theta'],
    ]);
  });

  const lines = (text: string, settings: Record<string, number> = {}) =>
    ruleTex(parseRule(text), settings).map((line) => line.tex);

  it('what no setting touches stays as it was written', () => {
    expect(lines('r(lr = 0.1)\ntheta = theta - lr*(1/3)*grad(theta) + 0*theta')).toEqual([
      '\\theta \\leftarrow \\theta - \\mathrm{lr} \\, \\frac{1}{3} \\, \\nabla f(\\theta) + 0 \\theta',
    ]);
  });

  it('a hyperparameter that a line assigns to is no longer its setting', () => {
    expect(lines('r(lr = 0.1, k = 0)\nk = k + t\ntheta = theta - k*grad(theta)')).toEqual([
      'k \\leftarrow k + t',
      '\\theta \\leftarrow \\theta - k \\, \\nabla f(\\theta)',
    ]);
  });

  it('what rules compute over all parameters, and the loss', () => {
    expect(
      lines('r(lr = 0.1)\ns = sum(theta) + mean(theta)\ntheta = theta - lr*s*dot(theta, s)^2*loss(theta)'),
    ).toEqual([
      's \\leftarrow \\operatorname{sum}(\\theta) + \\operatorname{mean}(\\theta)',
      '\\theta \\leftarrow \\theta - \\mathrm{lr} \\, s \\, \\left\\langle \\theta,\\, s \\right\\rangle^{2} \\, f(\\theta)',
    ]);
  });

  it('second derivatives, in brackets before what they are not multiplied with', () => {
    const tex = (text: string) =>
      lines(`r(lr = 0.1)\nstate v = 0\nv = ${text}\ntheta = theta - v`)[0]?.replace('v \\leftarrow ', '');
    expect(tex('hvp(theta, v)')).toBe('\\nabla^2 f(\\theta) \\, v');
    expect(tex('hvp(theta + v, sign(noise))')).toBe(
      '\\nabla^2 f(\\theta + v) \\, \\operatorname{sign}(\\mathrm{noise})',
    );
    expect(tex('hvp(theta, v - 1)')).toBe('\\nabla^2 f(\\theta) \\, (v - 1)');
    expect(tex('hvp(theta, -v)')).toBe('\\nabla^2 f(\\theta) \\, (-v)');
    expect(tex('lr*hvp(theta, v)')).toBe('\\mathrm{lr} \\, \\nabla^2 f(\\theta) \\, v');
    expect(tex('hvp(theta, v)*v')).toBe('(\\nabla^2 f(\\theta) \\, v) \\, v');
    expect(tex('lr*hvp(theta, v)*v')).toBe('(\\mathrm{lr} \\, \\nabla^2 f(\\theta) \\, v) \\, v');
    expect(tex('hvp(theta, v)^2')).toBe('(\\nabla^2 f(\\theta) \\, v)^{2}');
    expect(tex('v/abs(diag_hessian(theta))')).toBe(
      '\\frac{v}{\\lvert \\operatorname{diag} \\nabla^2 f(\\theta)\\rvert }',
    );
    expect(tex('diag_hessian(theta)*v')).toBe('(\\operatorname{diag} \\nabla^2 f(\\theta)) \\, v');
  });

  it('a condition over a gradient or a norm of hyperparameters is not decided', () => {
    const [line] = lines('r(lr = 0.1)\ntheta = theta - if(norm(lr) > 1, 1, grad(lr))');
    expect(line).toContain('\\left\\lVert \\mathrm{lr} \\right\\rVert > 1');
  });

  it('a division by a setting at 0 is shown as what it is', () => {
    expect(lines('r(lr = 1, k = 0)\ntheta = theta + 1/k')).toEqual(['\\theta \\leftarrow \\theta + \\infty']);
  });

  it('a state read in an earlier line counts as read', () => {
    expect(lines('r()\nstate m = 0\ntheta = theta - m\nm = grad(theta)')).toHaveLength(2);
  });
});
