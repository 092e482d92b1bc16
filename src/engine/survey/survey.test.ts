import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../experiment/core/types';
import { freshExperiment } from '../../experiment/core/defaults';
import { startOf } from '../../experiment/core/typedStart';
import { NEVER_PAUSE, runToEnd } from '../common/slice';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';
import { custom, descent, pointOf, runOf } from '../testing/experiments';
import { plainGradient, plainLoss } from '../testing/plain';
import { surveyInSlices } from './survey';

type Point = readonly number[];

/** A term of a loss with its minimum at `at`, which is known from its form. */
interface Term {
  readonly text: (name: string) => string;
  readonly at: number;
}

const place = fc.integer({ min: -40, max: 40 }).map((k) => k / 4);
const steep = fc.constantFrom(0.5, 1, 2);
const minus = (name: string, at: number) => (at < 0 ? `(${name} + ${-at})` : `(${name} - ${at})`);

const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.tuple(place, steep).map(([at, a]) => ({ at, text: (x: string) => `${a}*${minus(x, at)}^2` })),
  place.map((at) => ({ at, text: (x: string) => `cosh(${minus(x, at)}/4)` })),
  place.map((at) => ({ at, text: (x: string) => `sqrt(1 + ${minus(x, at)}^2)` })),
  place.map((at) => ({ at, text: (x: string) => `abs(${minus(x, at)})` })),
  fc.constant({ at: 1, text: (x: string) => `${x} - log(${x})` }),
);

const names = [...'abcdfghk'];

/** Sums of such terms over one to eight parameters: their only minimum is where each term has its own. */
const losses = fc.array(terms, { minLength: 1, maxLength: 8 }).map((parts) => ({
  parameters: names.slice(0, parts.length),
  loss: parts.map(({ text }, i) => text(names[i] ?? '')).join(' + '),
  minimum: parts.map(({ at }) => at),
}));

const survey = (experiment: Experiment) => runToEnd(surveyInSlices(experiment, NEVER_PAUSE)) ?? [];

const holds = (ranges: readonly (readonly [number, number])[], point: Point) =>
  ranges.every(([low, high], i) => (point[i] ?? NaN) >= low && (point[i] ?? NaN) <= high);

describe('a typed loss', () => {
  test('has a start with a slope, and a view that holds its minimum and the path there', () => {
    fc.assert(
      fc.property(losses, ({ loss, parameters, minimum }) => {
        const choice = { kind: 'custom' as const, loss, parameters };
        const fresh = freshExperiment(choice, [runOf('gd', { lr: 0.05 }), runOf('adam', { lr: 0.2 })]);
        const experiment = { ...fresh, start: startOf(choice, [fresh.start ?? []]), steps: 120 };
        const value = plainLoss(experiment, planExperiment(experiment));
        expect(Number.isFinite(value(experiment.start))).toBe(true);
        expect(Math.hypot(...plainGradient(value, experiment.start))).toBeGreaterThan(1e-4);

        const ranges = survey(experiment);
        expect(holds(ranges, experiment.start) && holds(ranges, minimum), JSON.stringify(ranges)).toBe(true);
        const plan = planExperiment({ ...experiment, problem: { ...choice, ranges } });
        expect(plan.minima).toHaveLength(1);
        minimum.forEach((x, i) => expect(plan.minima[0]?.[i]).toBeCloseTo(x, 6));
        for (const trace of runReference(plan)) {
          expect(trace.loss.every(Number.isFinite)).toBe(true);
          for (let row = 0; row < trace.rows; row += 1) expect(holds(ranges, pointOf(trace, row))).toBe(true);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test.each([
    ['(x - 50)^2', [[50]]],
    ['x^4 - 2*x^2', [[1], [-1]]],
    [
      '(x - 1)^2*(x - 20)^2 + y^2',
      [
        [1, 0],
        [20, 0],
      ],
    ],
    ['(1 - x)^2 + 100*(y - x^2)^2', [[1, 1]]],
    ['sqrt(x^2 + y^2)', [[0, 0]]],
    ['max(x^2, (x - 1)^2)', [[0.5]]],
    ['x^3', []],
    ['-x^2', []],
    ['(x - y)^2', []],
    ['x^2 - y^2', []],
    ['exp(-x)', []],
  ] as const)('%s: the minima are found', (loss, minima) => {
    const choice = { kind: 'custom' as const, loss, parameters: loss.includes('y') ? ['x', 'y'] : ['x'] };
    const start = startOf(choice, [choice.parameters.map(() => 1)]);
    const ranges = survey(descent(choice, start, 200, runOf('gd', { lr: 0.001 })));
    const { minima: found } = planExperiment(descent({ ...choice, ranges }, start, 10, runOf('gd', { lr: 0.001 })));
    const byFirst = (a: Point, b: Point) => (a[0] ?? 0) - (b[0] ?? 0);
    expect([...found].sort(byFirst)).toEqual(
      [...minima].sort(byFirst).map((point) => point.map((x) => expect.closeTo(x, 9) as number)),
    );
  });

  test('keeps the usual view where that shows everything', () => {
    expect(survey(descent(custom('x^2 + y^2', 'x', 'y'), [1, 1], 100, runOf('gd', { lr: 0.1 })))).toEqual([
      [-3, 3],
      [-3, 3],
    ]);
  });

  test('shows its start even where it has no value there', () => {
    const [[low = NaN, high = NaN] = []] = survey(descent(custom('log(x)', 'x'), [-7], 100, runOf('gd', { lr: 0.1 })));
    expect(low).toBeLessThan(-7);
    expect(high).toBeGreaterThanOrEqual(3);
  });

  test('is not surveyed if it is none', () => {
    expect(
      runToEnd(surveyInSlices(freshExperiment({ kind: 'function', id: 'square', constants: {} }), NEVER_PAUSE)),
    ).toBe(null);
  });
});
