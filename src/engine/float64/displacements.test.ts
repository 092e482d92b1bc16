import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizers, ruleOf } from '../../catalogue';
import { inspectStep } from './inspect';
import { planExperiment } from '../plan/plan';
import { runReference } from './reference';
import { choiceOf, custom, descent, runOf } from '../testing/experiments';
import type { Experiment } from '../../experiment/core/types';
import type { Inspection } from './types';

/** Every update of the only run, with the point that it came to. */
function steps(experiment: Experiment): { inspection: Inspection; made: number[] }[] {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  const n = plan.parameters.length;
  const width = trace.state.length / trace.rows;
  return Array.from({ length: trace.rows - 1 }, (_, k) => {
    const row = {
      params: trace.params.subarray(k * n, (k + 1) * n),
      state: trace.state.subarray(k * width, (k + 1) * width),
    };
    const made = Array.from(row.params, (from, i) => (trace.params[(k + 1) * n + i] ?? Number.NaN) - from);
    return { inspection: inspectStep(plan, 0, k + 1, row), made };
  });
}

const withArrows = optimizers.filter(({ arrows }) => arrows !== undefined);

describe.each(withArrows.map((optimizer) => [optimizer.id, optimizer] as const))('%s', (id, optimizer) => {
  const { hyper } = ruleOf(optimizer);
  const names = new Set(hyper.map(({ name }) => name));
  const share = fc.double({ min: 0, max: 0.95, noNaN: true });
  const settings = fc.record({
    lr: fc.double({ min: 1e-3, max: 0.1, noNaN: true }),
    ...(names.has('momentum') && { momentum: fc.oneof(fc.constant(0), share) }),
    ...(names.has('dampening') && { dampening: share }),
    ...(names.has('weightDecay') && { weightDecay: share }),
    ...Object.fromEntries(hyper.flatMap(({ name, flag }) => (flag ? [[name, fc.boolean()]] : []))),
  });
  const number = fc.double({ min: -2, max: 2, noNaN: true });

  test('its arrows add up to the step, on random problems with random settings', () => {
    fc.assert(
      fc.property(settings, fc.tuple(number, number, number, number), (given, [a, b, x, y]) => {
        const problem = custom(`sin(${a}*x + y) + ${b}*x*y + (x^2 + 2*y^2)/2`, 'x', 'y');
        for (const { inspection, made } of steps(descent(problem, [x, y], 6, runOf(id, given)))) {
          expect(inspection.arrows.map(({ kind }) => kind)).not.toContain('rest');
          made.forEach((whole, i) => {
            const sum = inspection.arrows.reduce((total, { by }) => total + (by[i] ?? Number.NaN), 0);
            expect(Math.abs(sum - whole)).toBeLessThanOrEqual(
              1e-12 * Math.max(1, Math.abs(whole), Math.abs(x), Math.abs(y)),
            );
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('by hand, on x^2 from 10', () => {
  const parts = (id: string, given: Parameters<typeof runOf>[1], t: number) =>
    steps(descent(choiceOf('square'), [10], 3, runOf(id, given)))[t - 1]?.inspection.arrows.map(({ kind, by }) => [
      kind,
      Number(by[0]?.toFixed(10)),
    ]);

  test('heavy ball: the decayed velocity, then the gradient', () => {
    // v = 20, x = 8; then g = 16, 0.1*0.5*20 = 1 of the old velocity and 1.6 of the gradient.
    expect(parts('sgd', { lr: 0.1, momentum: 0.5 }, 1)).toEqual([['gradient', -2]]);
    expect(parts('sgd', { lr: 0.1, momentum: 0.5 }, 2)).toEqual([
      ['velocity', -1],
      ['gradient', -1.6],
    ]);
  });

  test('Nesterov: along the velocity, then the gradient found there; torch steps from look-ahead to look-ahead', () => {
    // v = 2, x = 8; the look-ahead is at 7, where g = 14.
    expect(parts('momentum-sutskever', { lr: 0.1, momentum: 0.5, nesterov: true }, 2)).toEqual([
      ['velocity', -1],
      ['gradient', -1.4],
    ]);
    expect(parts('nesterov', { lr: 0.1, momentum: 0.5 }, 2)).toEqual([
      ['velocity', -1],
      ['gradient', -1.4],
    ]);
    // x = 10: the gradient's 2, then half of the velocity that it made.
    expect(parts('sgd', { lr: 0.1, momentum: 0.5, nesterov: true }, 1)).toEqual([
      ['gradient', -2],
      ['lookAhead', -1],
    ]);
  });
});

test('a rule without displacements in the catalogue has no arrows', () => {
  expect(steps(descent(choiceOf('square'), [10], 1, runOf('rprop', {})))[0]?.inspection.arrows).toEqual([]);
});
