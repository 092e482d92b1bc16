import { expect, test } from 'vitest';
import { addRun, changeSetting } from './edits';
import { defaultsFor } from './defaults';
import { knownMinimum } from './knownMinimum';

const told = (id: string) => addRun(defaultsFor(id), 'polyak').runs.at(-1)?.hyper.fstar;

test('Polyak’s step is told the least loss of the catalogue’s minima', () => {
  expect(told('rosenbrock')).toBe(0);
  expect(told('easom')).toBeCloseTo(-1, 12);
  expect(told('styblinski-tang')).toBeCloseTo(2 * -39.16616570377142, 10);
  // The mean over a period of Adam's counterexample is (1010 - 100*10)/101 x, least at -1.
  expect(told('reddi')).toBeCloseTo(-10 / 101, 12);
});

test('and 0 where none is known: on data, on losses without a lower bound, and on typed ones', () => {
  expect(told('linear-regression')).toBe(0);
  expect(told('saddle')).toBe(0);
  expect(knownMinimum({ kind: 'custom', loss: 'x^2 - 1', parameters: ['x'] })).toBeNull();
});

test('the constants of the problem count', () => {
  const { problem } = changeSetting(defaultsFor('reddi'), 'down', 0);
  expect(knownMinimum(problem)).toBeCloseTo(-10, 12);
});
