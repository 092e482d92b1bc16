import { describe, expect, it } from 'vitest';
import { changeHyper, changeLoss, defaultExperiment, defaultsFor } from '../../experiment';
import { ExperimentError } from '../../experiment/json/parse';
import { ReadingError } from '../../formula/informal';
import { exampleLoss, readLoss, readNames, tryLoss, withTypedLoss } from './customLoss';
import { evaluate, parseExpression } from '../../formula';

describe('the formula editor', () => {
  it.each([
    ['x', ['x']],
    ['x, y', ['x', 'y']],
    ['u，v', ['u', 'v']],
    [' w1  w2 ', ['w1', 'w2']],
    ['ｘ、ｙ', ['x', 'y']],
    ['θ₁；θ₂', ['theta_1', 'theta_2']],
    ['x 和 y', ['x', 'y']],
    ['\\theta_{1}, 𝑥', ['theta_1', 'x']],
  ])('reads the names in %j', (text, names) => {
    expect(readNames(text)).toEqual({ names, fault: null });
  });

  it.each([
    ['', 'none', ''],
    ['x, x', 'twice', 'x'],
    ['a, b, c, d, f, g, h, i, j', 'many', 'j'],
    ['1x', 'letter', '1x'],
    ['_x', 'letter', '_x'],
    ['é', 'letter', 'é'],
    ['sin', 'function', 'sin'],
    ['pi', 'constant', 'pi'],
    ['grad', 'word', 'grad'],
    ['x-y', 'character', 'x-y'],
    ['a'.repeat(25), 'long', 'a'.repeat(25)],
  ])('says why the names in %j are refused', (text, code, name) => {
    expect(readNames(text).fault).toMatchObject({ code, name });
  });

  it.each([
    'a'.repeat(24),
    'a'.repeat(25),
    'a'.repeat(10_000),
    '__proto__',
    'constructor',
    'toString, valueOf',
    'hasOwnProperty',
    'é',
    'x\u0000',
    'x:y',
    'grad, x',
    'e, x',
    't',
  ])('accepts the names in %j only if an experiment does', (text) => {
    const { names, fault } = readNames(text);
    const asTyped = text.split(', ');
    const change = () => withTypedLoss(defaultExperiment, { kind: 'custom', loss: '1', parameters: asTyped });
    if (fault === null) expect(change()).toMatchObject({ problem: { parameters: names } });
    else expect(change).toThrow(ExperimentError);
  });

  it('says where a formula cannot be read', () => {
    const fault = tryLoss('x^2 + q', ['x']);
    expect(fault).toBeInstanceOf(ReadingError);
    expect(fault).toMatchObject({ code: 'unknownName', at: 6, length: 1 });
  });

  it('keeps the start, the length, the seed and the runs while a formula is typed', () => {
    const before = changeHyper(changeLoss(defaultExperiment, 'x^2 + y^2', ['x', 'y']), 0, 'lr', 0.02);
    const { start, steps, seed, runs } = { ...before, start: [2, -1], steps: 70, seed: 3 };
    const typed = withTypedLoss(
      { ...before, start, steps, seed },
      { kind: 'custom', loss: 'x^2 + 3*y^2', parameters: ['x', 'y'] },
    );
    expect(typed).toMatchObject({ start, steps, seed, runs });
  });

  it('keeps the names of constants, whose values stand in the text', () => {
    expect(tryLoss('a x² + b, a = 2, b = -½', ['x'])).toMatchObject({
      formula: 'a*x^2 + b',
      constants: { a: 2, b: -0.5 },
    });
    expect(tryLoss('x^2 + c, c = 3, d = 4', ['x'])).toMatchObject({ formula: 'x^2 + c', constants: { c: 3 } });
    expect(tryLoss('x^2 + c', ['x'])).toMatchObject({ code: 'unknownName' });
    expect(readLoss('a x², a = 2', ['x'])).toMatchObject({ formula: '2*x^2', parameters: ['x'] });
  });

  it.each([
    ['x^2', ['x'], [1]],
    ['(x - 1)^2', ['x'], null],
    ['x^4 - 2*x^2', ['x'], null],
    ['log(x - 5)', ['x'], null],
    ['(x - 1)^2 + (y - 1)^2', ['x', 'y'], null],
    ['sqrt((x - 1)^2 + (y - 1)^2)', ['x', 'y'], null],
    ['0*x', ['x'], [1]],
    ['log(-1 - x^2)', ['x'], [1]],
  ])('starts %s where there is a loss and a slope, if anywhere', (loss, parameters, expected) => {
    const { start } = withTypedLoss(exampleLoss(defaultExperiment), { kind: 'custom', loss, parameters });
    if (expected) return expect(start).toEqual(expected);
    const value = (point: readonly number[]) =>
      evaluate(parseExpression(loss), Object.fromEntries(parameters.map((name, i) => [name, point[i] ?? NaN])));
    const slopes = (start ?? []).map((x, i) => {
      const moved = (by: number) => value((start ?? []).with(i, x + by));
      return (moved(1e-5) - moved(-1e-5)) / 2e-5;
    });
    expect(Number.isFinite(value(start ?? []))).toBe(true);
    expect(Math.hypot(...slopes)).toBeGreaterThan(1e-3);
  });

  it('removes what only data problems have', () => {
    const typed = withTypedLoss(defaultsFor('linear-regression'), { kind: 'custom', loss: 'x^2', parameters: ['x'] });
    expect(typed.epochs).toBeUndefined();
    expect(typed.runs.every(({ batch }) => batch === undefined)).toBe(true);
    expect(typed.start).toHaveLength(1);
  });
});
