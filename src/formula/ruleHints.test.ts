import { expect, test } from 'vitest';
import { FormulaError, parseRule } from './index';
import { ruleHint, withFix, type RuleHint } from './ruleHints';

function faultIn(text: string): FormulaError | null {
  try {
    parseRule(text);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}

function hintOf(text: string, parameters: readonly string[] = []): RuleHint | null {
  const fault = faultIn(text);
  if (!fault) throw new Error(`“${text}” is right`);
  return ruleHint(text, fault, { parameters, faultIn });
}

/** The texts that the fixes of a hint make. */
const fixed = (text: string, parameters?: readonly string[]): string[] =>
  (hintOf(text, parameters)?.fixes ?? []).map((fix) => withFix(text, fix));

const rule = (...lines: string[]): string => ['r(lr = 0.1)', ...lines].join('\n');

test('a name that is read in its own assignment is a state that was not declared', () => {
  const text = rule('m = 0.9*m + grad(theta)', 'theta = theta - lr*m');
  expect(hintOf(text)).toMatchObject({ code: 'readEarly', values: { name: 'm' } });
  expect(fixed(text)).toEqual([rule('state m = 0', 'm = 0.9*m + grad(theta)', 'theta = theta - lr*m')]);
});

test('so is one that a later line assigns; it is declared below the states that are there, and outside of loops', () => {
  const looped = ['state v = 1', 'repeat 2', 'v = v + s', 's = v', 'end', 'theta = theta - lr*v'];
  const [first = '', ...others] = looped;
  expect(fixed(rule(...looped))).toEqual([rule(first, 'state s = 0', ...others)]);
  const compact = 'r(lr = 0.1); m = m + 1; theta = m # all';
  expect(fixed(compact)).toEqual(['r(lr = 0.1);state m = 0\n m = m + 1; theta = m # all']);
});

test('a state that is declared too low is not declared again, and an unknown name that nothing assigns is no state', () => {
  expect(hintOf(rule('theta = theta - m', 'state m = 0', 'm = 1'))?.fixes).toEqual([]);
  expect(hintOf(rule('theta = theta - q'))).toBeNull();
  expect(hintOf(rule('theta = theta - q', 'a = q == 1'))).toBeNull();
});

test.each([
  ['sgn(grad(theta))', 'sign'],
  ['ln(2)', 'log'],
  ['gard(theta)', 'grad'],
  ['sinn(theta)', 'sin, sign, sinh'],
])('%s may mean %s', (call, names) => {
  const text = rule(`theta = theta - lr*${call}`);
  expect(hintOf(text)).toMatchObject({ code: 'nearFunction', values: { names } });
  const written = call.slice(0, call.indexOf('('));
  expect(fixed(text)).toEqual(names.split(', ').map((name) => text.replace(`${written}(`, `${name}(`)));
});

test('a function that is like none is named alone, without all that there are', () => {
  expect(hintOf(rule('theta = theta - lr(2)'))).toEqual({ code: 'noFunction', values: { found: 'lr' }, fixes: [] });
});

test('a misspelt name is near one that is known', () => {
  const text = rule('g = grad(teta)', 'theta = theta - lr*g');
  expect(hintOf(text)).toMatchObject({ code: 'nearName', values: { found: 'teta', names: 'theta' } });
  expect(fixed(text)).toEqual([text.replace('teta', 'theta')]);
});

test.each([
  ['theta -= lr*g', 'theta = theta - lr*g'],
  ['theta -= lr*g + 1 # down', 'theta = theta - (lr*g + 1)'],
  ['theta += -lr*g', 'theta = theta + -lr*g'],
  ['theta += g < 1', 'theta = theta + (g < 1)'],
  ['theta *= 1 - lr', 'theta = theta*(1 - lr)'],
  ['theta *= norm(g + 1)', 'theta = theta*norm(g + 1)'],
  ['theta /= 2*lr', 'theta = theta/(2*lr)'],
])('%s is written %s', (line, written) => {
  const text = rule('g = grad(theta)', line);
  expect(hintOf(text)).toMatchObject({ code: 'assignment', values: { line: written } });
  const [after = ''] = fixed(text);
  expect(after).toBe(rule('g = grad(theta)', written + (/ #.*/.exec(line)?.[0] ?? '')));
  expect(faultIn(after)).toBeNull();
});

test('another sign in the place of = has no hint, nor has a line that ends there', () => {
  expect(hintOf(rule('theta + 1'))).toBeNull();
  expect(hintOf(rule('theta -='))).toBeNull();
});

test('a parameter is called by its own name in the loss, and theta in a rule', () => {
  const text = rule('x = x - lr*grad(x)');
  expect(hintOf(text), 'where no parameter is called so').toMatchObject({ code: 'readEarly' });
  expect(hintOf(text, ['x', 'y'])).toMatchObject({
    code: 'parameter',
    values: { name: 'x', line: 'theta = theta - lr*grad(theta)' },
  });
  expect(fixed(text, ['x', 'y'])).toEqual([rule('theta = theta - lr*grad(theta)')]);
});

test('what would not lead past the fault is not offered', () => {
  const state = hintOf(rule('m = m + 1', 'theta = theta - lr*q'));
  expect(state?.fixes).toHaveLength(1);
  const long = 'q'.repeat(30);
  expect(hintOf(rule(`g = ${long}`, `${long} = 1`, 'theta = g'))).toMatchObject({ code: 'readEarly', fixes: [] });
});
