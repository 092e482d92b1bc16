import { expect, test } from 'vitest';
import { hasSurvived, scoreOf, wilson } from './score.mjs';

test('a mutant in an endless loop is killed, one that no test reaches has survived, one that was not run does not count', () => {
  const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored', 'RuntimeError'];
  const mutants = statuses.map((status) => ({ status: status as 'Killed' }));
  expect(scoreOf(mutants)).toMatchObject({ valid: 5, killed: 3, survived: 1, unreached: 1 });
  expect(scoreOf(mutants).row[4]).toBe('60.0%');
  expect(mutants.filter(hasSurvived)).toHaveLength(2);
  expect(scoreOf([]).valid).toBe(0);
});

test("Wilson's interval of none, of all, and of a half", () => {
  // At 0 of n the interval ends at z²/(n + z²), and at one half it reaches z/(2*sqrt(n + z²)) to either side.
  const z = 1.96;
  expect(wilson(0, 20)).toEqual([expect.closeTo(0, 12), expect.closeTo(z ** 2 / (20 + z ** 2), 12)]);
  expect(wilson(20, 20)).toEqual([expect.closeTo(20 / (20 + z ** 2), 12), expect.closeTo(1, 12)]);
  const reach = z / (2 * Math.sqrt(20 + z ** 2));
  expect(wilson(10, 20)).toEqual([expect.closeTo(0.5 - reach, 12), expect.closeTo(0.5 + reach, 12)]);
});
