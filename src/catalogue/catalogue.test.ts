import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { namesRead, parseExpression } from '../formula';
import { findOptimizer, findProblem, hyperDomain, optimizers, problems, ruleOf, symbolOf } from '.';
import type { Setting } from '.';
import { lossesOf, modelsOf } from './testing/models';

const filesIn = (folder: string) =>
  readdirSync(new URL(`./${folder}`, import.meta.url))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id).sort();

test('every file is registered under its own name', () => {
  expect(ids(problems)).toEqual(filesIn('problems'));
  expect(ids(optimizers)).toEqual(filesIn('optimizers'));
});

test('only registered ids are found', () => {
  for (const problem of problems) expect(findProblem(problem.id)).toBe(problem);
  for (const optimizer of optimizers) expect(findOptimizer(optimizer.id)).toBe(optimizer);
  for (const id of ['__proto__', 'constructor', 'toString', '', 'Adam']) {
    expect(findProblem(id)).toBeUndefined();
    expect(findOptimizer(id)).toBeUndefined();
    expect(() => hyperDomain(id, id)).toThrow(RangeError);
  }
});

test('a rule is parsed once', () => {
  for (const optimizer of optimizers) expect(ruleOf(optimizer)).toBe(ruleOf(optimizer));
});

function expectSetting({ default: value, min, max, scale, integer }: Setting): void {
  expect(min).toBeLessThanOrEqual(value);
  expect(value).toBeLessThanOrEqual(max);
  if (scale === 'log') expect(min).toBeGreaterThan(0);
  if (integer) expect([value, min, max].every(Number.isInteger)).toBe(true);
}

describe.each(problems.map((problem) => [problem.id, problem] as const))('problem %s', (_, problem) => {
  test('has a range of the view and a start for every parameter, and the start is in the view', () => {
    for (const { parameters, view } of problem.kind === 'function'
      ? [problem]
      : modelsOf(problem).map(({ model }) => model)) {
      expect(view.length).toBe(parameters.length);
      for (const [low, high] of view) expect(low).toBeLessThan(high);
    }
    if (problem.kind === 'data') return;
    const size = problem.parameters.length;
    expect(problem.start.length).toBe(size);
    problem.start.forEach((value, i) => {
      const [low = Number.NaN, high = Number.NaN] = problem.view[i] ?? [];
      expect(low <= value && value <= high).toBe(true);
    });
  });

  test('uses no name that it does not declare', () => {
    for (const { loss, parameters, others } of lossesOf(problem))
      expect(() => parseExpression(loss, [...parameters, ...others])).not.toThrow();
    if (problem.kind === 'function') {
      for (const text of problem.minima.flat())
        expect(() => parseExpression(text, Object.keys(problem.constants))).not.toThrow();
      return;
    }
    for (const {
      model: { prediction, parameters, columns },
    } of modelsOf(problem)) {
      expect(prediction === undefined).toBe(problem.target === 'none');
      if (prediction !== undefined)
        expect(() => parseExpression(prediction, [...parameters, ...columns.slice(0, -1)])).not.toThrow();
    }
  });

  test('has settings whose defaults are allowed', () => {
    Object.values(problem.kind === 'data' ? problem.settings : problem.constants).forEach(expectSetting);
  });
});

describe.each(optimizers.map((optimizer) => [optimizer.id, optimizer] as const))('optimizer %s', (id, optimizer) => {
  const rule = ruleOf(optimizer);

  test('has a rate, and reads every hyperparameter it declares', () => {
    const names = rule.hyper.map(({ name }) => name);
    expect(names).toContain('lr');
    expect(names.filter((name) => !namesRead(rule).has(name))).toEqual([]);
  });

  test.each(rule.hyper.map((hyper) => [hyper.name, hyper] as const))(
    '%s has limits that allow its default',
    (name, hyper) => {
      const { min, max, slider, integer } = hyperDomain(name, id);
      expect(min <= hyper.default && hyper.default <= max).toBe(true);
      expect(slider.scale === 'flag').toBe(hyper.flag);
      if (integer) expect(Number.isInteger(hyper.default)).toBe(true);
      if (slider.scale === 'flag') return;
      expect(min <= slider.min && slider.min < slider.max && slider.max <= max).toBe(true);
      if (slider.scale === 'log') expect(slider.min).toBeGreaterThan(0);
      if (slider.scale === 'oneMinus') expect(slider.max).toBeLessThan(1);
    },
  );

  test('has symbols only for names of its rule', () => {
    const names = new Set([...rule.hyper, ...rule.states, ...rule.lines].map(({ name }) => name));
    expect(Object.keys(optimizer.symbols ?? {}).filter((name) => !names.has(name))).toEqual([]);
  });
});

test('alpha has two meanings, as in torch', () => {
  expect(hyperDomain('alpha', 'rmsprop').slider.scale).toBe('oneMinus');
  expect(hyperDomain('alpha', 'asgd').slider.scale).toBe('linear');
});

test('the limit of the learning rate is above every stability edge', () => {
  const { min, max } = hyperDomain('lr');
  expect([min, max]).toEqual([0, 1000]);
});

test("a symbol is the optimizer's own, else that of the hyperparameter, else undefined", () => {
  const adam = findOptimizer('adam');
  if (!adam) throw new RangeError('no adam');
  expect(['vmax', 'beta1', 'm', '__proto__'].map((name) => symbolOf(adam, name))).toEqual([
    'v^{\\mathrm{max}}',
    '\\beta_1',
    undefined,
    undefined,
  ]);
});
