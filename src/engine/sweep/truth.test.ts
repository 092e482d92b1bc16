import { describe, expect, test } from 'vitest';
import { choiceOf, descent, pointOf, runOf, runInFloat64 } from '../testing/experiments';
import { axisValue } from './axes';
import { sweepReference } from './sweep';
import type { AxisJson } from '../../experiment';
import { sweepOutcomes, type SweepOutcome, type SweepRequest, type SweepResult } from './types';

/* What theory and published experiments say must be seen in a sweep, run by run in float64. */

function swept(request: SweepRequest): SweepResult {
  const last = [...sweepReference(request)].at(-1);
  if (!last) throw new RangeError('a sweep that found nothing');
  return last;
}

const axis = (of: string, from: number, to: number, scale: AxisJson['scale'] = 'linear'): AxisJson => ({
  of,
  from,
  to,
  scale,
});
const outcomesOf = ({ measures }: SweepResult): SweepOutcome[] =>
  Array.from(measures.outcome, (code) => sweepOutcomes[code] as SweepOutcome);

/** How gradient descent ends from one start, at each of `count` rates. */
function alongRates(
  problem: string,
  start: readonly [number, number],
  rates: AxisJson,
  count: number,
  steps: number,
): SweepOutcome[] {
  const experiment = descent(choiceOf(problem), start, steps, runOf('gd', {}));
  return outcomesOf(
    swept({ experiment, run: 0, x: rates, y: axis('start.1', start[1], start[1]), width: count, height: 1 }),
  );
}

test('over rate and momentum the lowest loss is at Polyak’s pair, within a pixel', () => {
  const kappa = 100;
  const [x, y, side, steps] = [axis('lr', 0.01, 0.1, 'log'), axis('momentum', 0, 0.99), 48, 200];
  const { loss } = swept({
    experiment: descent(choiceOf('quadratic', { kappa }), [-4, 2], steps, runOf('sgd', {})),
    run: 0,
    x,
    y,
    width: side,
    height: side,
  }).measures;
  // (2/(sqrt a + sqrt b))^2 and ((sqrt b - sqrt a)/(sqrt b + sqrt a))^2 on the curvatures 1 and kappa.
  const polyak = {
    lr: (2 / (1 + Math.sqrt(kappa))) ** 2,
    momentum: ((Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1)) ** 2,
  };
  const darkest = loss.indexOf(Math.min(...loss));
  const column = (Math.log(polyak.lr / x.from) / Math.log(x.to / x.from)) * (side - 1);
  const row = ((polyak.momentum - y.from) / (y.to - y.from)) * (side - 1);
  expect(Math.abs((darkest % side) - column)).toBeLessThan(1);
  expect(Math.abs(Math.floor(darkest / side) - row)).toBeLessThan(1);
  // As dark as (sqrt kappa - 1)/(sqrt kappa + 1) a step makes it; the double root there adds a factor of the steps' order.
  const rate = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
  expect((loss[darkest] as number) / rate ** (2 * steps)).toBeGreaterThan(1);
  expect((loss[darkest] as number) / rate ** (2 * steps)).toBeLessThan(kappa * steps ** 2);
});

test('on Booth runs leave the view from the rate 2/18 on, within a thousandth', () => {
  const [rates, count] = [axis('lr', 0.1, 0.12), 201];
  const ends = alongRates('booth', [-6, 4], rates, count, 2000);
  const firstLeft = ends.indexOf('left');
  expect(axisValue(rates, firstLeft - 1, count)).toBeLessThan(1 / 9);
  expect(axisValue(rates, firstLeft, count)).toBeGreaterThan(1 / 9);
  expect(new Set(ends.slice(firstLeft))).toEqual(new Set(['left']));
  // One pixel short of the limit the swing shrinks by a 5,000th a step: that is not to be there after 2,000.
  expect(new Set(ends.slice(0, firstLeft - 2))).toEqual(new Set(['converged']));
});

describe('Rosenbrock by gradient descent', () => {
  const rates = axis('lr', 0.0016, 0.003);
  const count = 15;
  /** Rates in ten thousandths. */
  const lists = [
    { start: [-1.5, 2.5], converging: [16], cycling: [20, 21, 23, 25, 26], diverging: [17, 18, 19, 27, 28, 29, 30] },
    {
      start: [-1.5, 2],
      converging: [16, 17, 18, 19],
      cycling: [20],
      diverging: [21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
    },
    { start: [-1.2, 1], converging: [10], cycling: [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30], diverging: [] },
  ] as const;

  // Along the valley a run at these rates approaches by 0.1% a step, so 2,000 steps only show which ones diverge.
  test.each(lists)('which rates diverge within 2,000 updates from $start', ({ start, diverging }) => {
    const ends = alongRates('rosenbrock', start, rates, count, 2000);
    const found = ends.flatMap((end, i) => (end === 'diverged' ? [16 + i] : []));
    expect(found).toEqual(diverging);
  });

  test('the rates 0.0017 to 0.0019 from (-1.5, 2.5) overflow within a dozen updates', () => {
    expect(alongRates('rosenbrock', [-1.5, 2.5], axis('lr', 0.0017, 0.0019), 3, 12)).toEqual([
      'diverged',
      'diverged',
      'diverged',
    ]);
  });

  /** Descent without memory goes on from a point as it would have: a run of 60,000 updates ends as its last 2,000 do. */
  function endOfLongRun(start: readonly number[], lr: number): SweepOutcome | undefined {
    const trace = runInFloat64(descent(choiceOf('rosenbrock'), start, 58_000, runOf('gd', { lr })));
    const [x = Number.NaN, y = Number.NaN] = pointOf(trace, -1);
    return alongRates('rosenbrock', [x, y], axis('lr', lr, lr), 1, 2000)[0];
  }

  test.each(lists)(
    '60,000 updates from $start: what does not diverge converges or ends in a 2-cycle',
    ({ start, converging, cycling }) => {
      const ends = (list: readonly number[]) =>
        Object.fromEntries(list.map((rate) => [rate, endOfLongRun(start, rate / 10_000)]));
      expect(ends(converging)).toEqual(Object.fromEntries(converging.map((rate) => [rate, 'converged'])));
      expect(ends(cycling)).toEqual(Object.fromEntries(cycling.map((rate) => [rate, 'cycling'])));
    },
  );
});
