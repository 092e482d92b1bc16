import { describe, expect, test } from 'vitest';
import { axisText } from './axisTarget';
import { readExperiment } from '..';
import { defaultExperiment, defaultRun, defaultsFor } from './defaults';
import {
  axisChoices,
  axisValueNow,
  constantRange,
  defaultSweep,
  defaultSweepSteps,
  exceedsSweepLimit,
  fitSweep,
  noSweepOf,
  sweepEpochLimit,
  withAxisValue,
} from './sweep';
import type { AxisTarget, Experiment, Run, SweepAxis } from './types';

const runOf = ({ runs }: Experiment, index: number): Run => {
  const run = runs[index];
  if (!run) throw new RangeError(`run is ${index}; allowed: 0 to ${runs.length - 1}`);
  return run;
};

test('choices: what the rule reads and has a range, the start, the constants', () => {
  const of = axisChoices(defaultExperiment, runOf(defaultExperiment, 1)).map(({ target }) => axisText(target));
  expect(of).toEqual(['lr', 'beta1', 'beta2', 'eps', 'weightDecay', 'start.0', 'start.1', 'constant.a', 'constant.b']);
  const regression = defaultsFor('linear-regression');
  expect(
    axisChoices(regression, runOf(regression, 0))
      .map(({ target }) => axisText(target))
      .filter((name) => name.includes('.')),
  ).toEqual(['start.0', 'start.1', 'start.2']);
});

test('a value that was set along any axis is the one that is read there, and no other changes', () => {
  const start = [7, 8];
  const drawn = { ...defaultExperiment, start: null };
  const choices = axisChoices(drawn, runOf(drawn, 1));
  for (const { target, axis } of choices) {
    const value = (axis.from + axis.to) / 2;
    const moved = withAxisValue(drawn, 1, target, value, start);
    const read = (experiment: Experiment) =>
      choices.map((choice) => axisValueNow(experiment, runOf(experiment, 1), choice.target, start));
    const expected = choices.map((choice, i) => (choice.target === target ? value : read(drawn)[i]));
    expect(read(moved), axisText(target)).toEqual(expected);
  }
});

/** Every choice of a run by the text of its target. */
const choicesOf = (experiment: Experiment, run: Run) =>
  new Map(axisChoices(experiment, run).map((choice) => [axisText(choice.target), choice]));

const typed = readExperiment({
  version: 1,
  problem: { loss: 'k*x^2 + m*y^2', parameters: ['x', 'y'], constants: { k: 3, m: -250 } },
  start: [1, 2],
  steps: 5000,
  runs: [{ optimizer: 'adam', hyper: { lr: 0.03 } }],
});
const run = runOf(typed, 0);
const data = defaultsFor('linear-regression');

test('a rate is varied over two decades to each side of one that suits the problem', () => {
  const rate = choicesOf(typed, run).get('lr');
  const suited = Number(defaultRun('adam', typed.problem).hyper.lr);
  expect(rate?.axis).toEqual({
    target: { kind: 'hyper', name: 'lr' },
    from: suited / 100,
    to: suited * 100,
    scale: 'log',
  });
  expect(rate?.scales).toEqual(['linear', 'log']);
});

test('one minus a number is a scale only for those whose slider has it', () => {
  const choices = choicesOf(typed, run);
  expect(choices.get('beta2')?.axis.scale).toBe('oneMinus');
  expect(choices.get('beta2')?.scales).toContain('oneMinus');
  expect(choices.get('start.0')?.scales).toEqual(['linear', 'log']);
});

test('a method has no flags or whole numbers to vary, and a rule only what it reads', () => {
  const names = (optimizer: string) => [...choicesOf(typed, defaultRun(optimizer, typed.problem)).keys()];
  expect(names('gd')).toEqual(['lr', 'start.0', 'start.1', 'constant.k', 'constant.m']);
  expect(names('sgd')).not.toContain('nesterov');
  expect(names('lbfgs').filter((name) => !name.includes('.'))).not.toContain('memory');
});

test('a constant of a typed loss is varied over ten to each side, or over a power of ten that holds it', () => {
  expect([0, 3, -10, 11, -250, 1e5].map(constantRange)).toEqual([10, 10, 10, 100, 1000, 1e5]);
  const choices = choicesOf(typed, run);
  expect(choices.get('constant.k')?.axis).toMatchObject({ from: -10, to: 10, scale: 'linear' });
  expect(choices.get('constant.m')?.axis).toMatchObject({ from: -1000, to: 1000 });
  expect(choices.get('constant.k')).toMatchObject({ min: -1e9, max: 1e9 });
});

test('runs of a sweep have at most 2000 updates, or 2^19 visits of samples', () => {
  expect(defaultSweepSteps(typed)).toBe(2000);
  expect(defaultSweepSteps({ ...typed, steps: 30 })).toBe(30);
  expect(defaultSweepSteps(data)).toBeUndefined();
  expect(sweepEpochLimit(typed)).toBe(Infinity);
  const samples = (data.problem.kind === 'data' && data.problem.settings.samples) || NaN;
  const limit = Math.floor(2 ** 19 / samples);
  expect(sweepEpochLimit(data)).toBe(limit);
  expect([limit, limit + 1].map((epochs) => exceedsSweepLimit({ ...data, epochs }))).toEqual([false, true]);
  expect(exceedsSweepLimit(typed)).toBe(false);
});

test('methods, rates that follow losses, and numbers of their own have no sweep', () => {
  expect(noSweepOf(run)).toBeNull();
  expect(noSweepOf({ ...run, schedule: { kind: 'step', args: { stepSize: 3, gamma: 0.5 } } })).toBeNull();
  expect(noSweepOf(defaultRun('newton', typed.problem))).toBe('method');
  expect(noSweepOf({ ...run, schedule: { kind: 'plateau', args: {} } })).toBe('readsLoss');
  expect(noSweepOf({ ...run, precision: { format: 'float16' } })).toBe('precision');
});

describe('a chosen sweep', () => {
  const axis = (target: AxisTarget, from: number, to: number, scale: SweepAxis['scale'] = 'linear'): SweepAxis => ({
    target,
    from,
    to,
    scale,
  });
  const lr = axis({ kind: 'hyper', name: 'lr' }, 0.01, 1, 'log');
  const beta1 = axis({ kind: 'hyper', name: 'beta1' }, 0, 0.9);
  const choice = { x: lr, y: beta1, side: 64, measure: 'steps' } as const;
  const choices = axisChoices(typed, run);

  test('begins with the first two things to vary', () => {
    const { x, y, side, measure } = defaultSweep(choices);
    expect([x, y]).toEqual([choices[0]?.axis, choices[1]?.axis]);
    expect([side, measure]).toEqual([256, 'loss']);
    // Beside an axis that is given, the first that is another.
    expect(defaultSweep(choices, beta1)).toMatchObject({ x: beta1, y: choices[0]?.axis });
    expect(() => defaultSweep(choices.slice(0, 1))).toThrow(RangeError);
    expect(() => defaultSweep([])).toThrow(RangeError);
  });

  test('stays as it is where it fits', () => {
    expect(fitSweep(typed, run, choice)).toEqual(choice);
    expect(fitSweep(typed, run, { ...choice, steps: 50 })).toEqual({ ...choice, steps: 50 });
  });

  test('gets another axis where the run has not that one, or not so far, or not on that scale', () => {
    const gd = defaultRun('gd', typed.problem);
    const start = axisChoices(typed, gd)[1]?.axis;
    expect(fitSweep(typed, gd, choice)).toEqual({ ...choice, y: start });
    expect(fitSweep(typed, gd, { ...choice, x: beta1, y: lr })).toEqual({ ...choice, x: start, y: lr });
    const fresh = choices.find(({ target }) => axisText(target) === 'beta1')?.axis;
    expect(fitSweep(typed, run, { ...choice, y: { ...beta1, to: 1.5 } }).y).toEqual(fresh);
    expect(fitSweep(typed, run, { ...choice, y: { ...beta1, from: -1 } }).y).toEqual(fresh);
    const far = axis({ kind: 'start', index: 0 }, 0, 0.9, 'oneMinus');
    expect(fitSweep(typed, run, { ...choice, y: far }).y).toEqual(fresh);
    // Never the same thing along both.
    expect(fitSweep(typed, run, { ...choice, y: lr }).y).toEqual(fresh);
  });

  test('has no updates of its own where epochs decide', () => {
    const rate = { ...lr, from: 0.001 };
    const start = axis({ kind: 'start', index: 0 }, -1, 1);
    const fitted = fitSweep(data, runOf(data, 0), { ...choice, x: rate, y: start, steps: 50 });
    expect(fitted).toEqual({ ...choice, x: rate, y: start });
  });
});

test('what does not exist has no value now', () => {
  expect(axisValueNow(typed, run, { kind: 'constant', name: 'q' }, [])).toBeNaN();
  expect(axisValueNow(data, runOf(data, 0), { kind: 'constant', name: 'samples' }, [])).toBeNaN();
  expect(axisValueNow(typed, run, { kind: 'start', index: 7 }, [])).toBeNaN();
  expect(axisValueNow(typed, run, { kind: 'constant', name: 'm' }, [])).toBe(-250);
  expect(axisValueNow(typed, { ...run, modifiers: { l2: 0.5 } }, { kind: 'hyper', name: 'l2' }, [])).toBe(0.5);
});
