import { expect, test } from 'vitest';
import { axisText } from './axisTarget';
import { defaultExperiment, defaultsFor } from './defaults';
import { axisChoices, axisValueNow, withAxisValue } from './sweep';
import type { Experiment, Run } from './types';

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
