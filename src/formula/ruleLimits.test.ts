import { describe, expect, it } from 'vitest';
import { FormulaError, parseRule } from './index';

function refusal(text: string): { code: string; part: string } {
  try {
    parseRule(text);
  } catch (error) {
    if (error instanceof FormulaError) return { code: error.code, part: text.slice(error.at, error.at + error.length) };
    throw error;
  }
  throw new Error('it was read');
}

const end = '\ntheta = theta - lr*grad(theta)';
const many = (count: number, text: (i: number) => string, between = ', ') =>
  Array.from({ length: count }, (_, i) => text(i)).join(between);

describe('the range of a hyperparameter', () => {
  it('is read with its scale', () => {
    const { hyper } = parseRule(
      `r(lr = 0.01 in 1e-5..10 log, b = 0.9 in 0..0.999 oneMinus, c = -2 in -3..-1, d = 1. in .5..2. linear, f = 3)${end}`,
    );
    expect(hyper.map(({ range }) => range)).toEqual([
      { min: 1e-5, max: 10, scale: 'log' },
      { min: 0, max: 0.999, scale: 'oneMinus' },
      { min: -3, max: -1, scale: 'linear' },
      { min: 0.5, max: 2, scale: 'linear' },
      undefined,
    ]);
  });

  it.each([
    ['lr = 1 in 2..3', 'in 2..3'],
    ['lr = 1 in 1..1', 'in 1..1'],
    ['lr = 0 in 0..1 log', 'in 0..1 log'],
    ['lr = 0.5 in 0..1 oneMinus', 'in 0..1 oneMinus'],
    ['lr = true in 0..1', 'in 0..1'],
  ])('%s is refused where it stands', (hyper, part) =>
    expect(refusal(`r(${hyper})${end}`)).toEqual({ code: 'badRange', part }),
  );

  it('needs two numbers', () => expect(refusal(`r(lr = 1 in 0..x)${end}`)).toEqual({ code: 'unexpected', part: 'x' }));
});

describe('a rule is limited', () => {
  it.each([
    ['names', `r(lr = 1)\nabcdefghijklmnopqrstuvwxy = 1${end}`, 'longName', 'abcdefghijklmnopqrstuvwxy'],
    ['hyperparameters', `r(lr = 1, ${many(24, (i) => `h${i} = 1`)})${end}`, 'tooManyNames', 'h23'],
    ['states', `r(lr = 1)\n${many(13, (i) => `state s${i} = 0`, '\n')}${end}`, 'tooManyNames', 'state s12 = 0'],
    ['points', `r(lr = 1)\ng = ${many(9, (i) => `grad(${i})`, ' + ')}${end}`, 'tooManyPoints', 'grad(8)'],
  ])('in its %s', (_, text, code, part) => expect(refusal(text)).toEqual({ code, part }));

  it('in its systems of the Hessian, of which one counts as four evaluations', () => {
    const solved = (count: number) =>
      `r(lr = 1)\n${many(count, (i) => `g = solve_hessian(theta - ${i}, ${i})`, '\n')}${end}`;
    expect(parseRule(solved(1)).lines).toHaveLength(2);
    expect(refusal(solved(2)).code).toBe('tooManyPoints');
    expect(parseRule(solved(1).replace(', 0)', ', solve_hessian(theta - 0, 1))')).lines).toHaveLength(2);
  });

  it('in its operations', () =>
    expect(refusal(`r(lr = 1)\n${many(130, (i) => `g = -${i}*lr`, '\n')}${end}`).code).toBe('tooManyOperations'));
});

it('a semicolon ends a line, and a comment lasts to the end of its line', () => {
  const { lines, states } = parseRule(
    'r(lr = 1) # a; b\nstate v = 0; v = v + grad(theta) # c\n# d = 1; e = 2\ntheta = theta - lr*v',
  );
  expect(states.map(({ name }) => name)).toEqual(['v']);
  expect(lines.map(({ name }) => name)).toEqual(['v', 'theta']);
  expect(refusal('r(lr = 1) # a; b\ntheta = 1; x = ?').part).toBe('?');
});
