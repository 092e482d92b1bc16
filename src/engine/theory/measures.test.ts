import { describe, expect, it } from 'vitest';
import type { RunTrace } from '../trace/types';
import {
  convergence,
  distanceGrowth,
  lastQuarter,
  lossSettles,
  overflowAt,
  strideGrowth,
  strideTo,
  typicalDistance,
  typicalStride,
  widestCycleStep,
} from './measures';

/** A run through points of a line, or of a plane, with the losses that are given. */
function trace(
  points: readonly (number | readonly number[])[],
  loss: readonly number[] = points.map(() => 1),
): RunTrace {
  const rows = points.length;
  return {
    rows,
    params: Float64Array.from(points.flat()),
    loss: Float64Array.from(loss),
    state: new Float64Array(),
    samplesSeen: Float64Array.from(points.keys()),
    lr: new Float64Array(rows - 1),
    outcome: null,
  };
}

/** The numbers 0 to `last`, each as `at` has it. */
const rows = (last: number, at: (row: number) => number) => Array.from({ length: last + 1 }, (_, row) => at(row));
const power = (base: number) => (row: number) => base ** row;

describe('growth of the strides', () => {
  it('of a geometric path is its factor, over the last twenty', () => {
    expect(
      strideTo(
        trace([
          [0, 0],
          [3, 4],
        ]),
        1,
      ),
    ).toBe(5);
    const doubling = trace(rows(30, power(2)));
    expect(strideGrowth(doubling, 0)).toEqual({ growth: expect.closeTo(2, 12) as number, count: 20 });
    expect(strideGrowth(doubling, 25)?.count).toBe(5);
    expect(strideGrowth(doubling, 29)?.count).toBe(1);
    expect(strideGrowth(trace(rows(9, power(-0.5))), 0)).toEqual({
      growth: expect.closeTo(0.5, 12) as number,
      count: 8,
    });
  });

  it('leaves out a last row that is no number', () => {
    const ended = trace([...rows(9, power(2)), Infinity]);
    expect(strideGrowth(ended, 0)).toEqual({ growth: expect.closeTo(2, 12) as number, count: 8 });
  });

  it('takes two strides, of which neither is 0', () => {
    expect(strideGrowth(trace([1, 2]), 0)).toBeNull();
    expect(strideGrowth(trace([1, 2, 4]), 2)).toBeNull();
    expect(strideGrowth(trace([1, 2, 2]), 0)).toBeNull();
    expect(strideGrowth(trace([1, 1, 2]), 0)).toBeNull();
    expect(strideGrowth(trace([1, 1, 1]), 0)).toBeNull();
  });
});

describe('a loss settles', () => {
  const settles = (loss: readonly number[], since = 0) => lossSettles(trace(loss, loss), since);

  it('if it falls less and less', () => {
    expect(settles(rows(10, power(0.5)))).toBe(true);
    expect(settles(rows(10, (row) => -row))).toBe(false);
    expect(settles(rows(10, (row) => -(2 ** row)))).toBe(false);
    expect(settles(rows(10, power(2)))).toBe(false);
    expect(settles([3])).toBe(false);
    expect(settles([3, 3, 3])).toBe(false);
    // Lower than it began, and higher than in the middle.
    expect(settles([9, 1, 5])).toBe(true);
    expect(settles([5, 1, 9])).toBe(false);
  });

  it('as far back as is asked, and twenty rows at most', () => {
    const then = [...rows(10, power(0.5)), -1, -3, -9, -27];
    expect(settles(then, 10)).toBe(false);
    expect(settles([...then.reverse()], 0)).toBe(false);
    const late = [...rows(30, (row) => 100 - row), ...rows(20, (row) => 60 * 0.5 ** row)];
    expect(settles(late)).toBe(true);
    expect(settles([1e9, ...rows(20, (row) => -row)])).toBe(false);
  });
});

describe('growth of the distance from a point', () => {
  it('of a geometric path is its factor', () => {
    const away = trace(rows(30, (row) => 3 + 1.5 ** row));
    expect(distanceGrowth(away, [3], 0)).toEqual({ growth: expect.closeTo(1.5, 12) as number, count: 20 });
    expect(distanceGrowth(away, [3], 28)?.count).toBe(2);
    expect(distanceGrowth(away, [3], 30)).toBeNull();
    expect(distanceGrowth(trace([3, 3, 3]), [3], 0)).toBeNull();
    expect(distanceGrowth(trace([3, 3, 4]), [3], 0)).toBeNull();
    expect(distanceGrowth(trace([4, 3]), [3], 0)).toBeNull();
  });
});

describe('an overflow is foretold', () => {
  const doubling = rows(30, power(2));

  it('where the parameter or the loss gets there first', () => {
    // 2^30 passes 2^100 after seventy more doublings; its square, at 2^60, after twenty.
    expect(overflowAt(trace(doubling), 0, 2 ** 100)).toBe(100);
    expect(
      overflowAt(
        trace(
          doubling,
          doubling.map((x) => x * x),
        ),
        0,
        2 ** 100,
      ),
    ).toBe(50);
    expect(overflowAt(trace(rows(30, power(-2))), 0, 2 ** 100)).toBe(100);
    expect(
      overflowAt(
        trace(
          rows(30, (row) => row),
          doubling.map((x) => -x),
        ),
        0,
        2 ** 100,
      ),
    ).toBe(100);
    // The largest of several parameters counts.
    expect(overflowAt(trace(doubling.map((x) => [1, -x])), 0, 2 ** 100)).toBe(100);
  });

  it('not where nothing grows, growth slows down, or it is far ahead', () => {
    expect(overflowAt(trace(rows(30, power(0.5))), 0, 2 ** 100)).toBeNull();
    expect(overflowAt(trace(rows(30, () => 2)), 0, 2 ** 100)).toBeNull();
    expect(overflowAt(trace(rows(30, (row) => (1 + row) ** 3)), 0, 2 ** 100)).toBeNull();
    expect(overflowAt(trace(rows(30, power(1.0001))), 0, 1e300)).toBeNull();
    expect(overflowAt(trace(rows(30, power(1.01))), 0, 1e300)).toBe(Math.ceil(Math.log(1e300) / Math.log(1.01)));
  });

  it('also where growth speeds up', () => {
    // Over rows 10 to 20 the factor is 2, over 20 to 30 it is 4.
    const faster = rows(30, (row) => (row < 20 ? 2 ** row : 2 ** 20 * 4 ** (row - 20)));
    expect(overflowAt(trace(faster), 0, 2 ** 100)).toBe(60);
  });
});

describe('the last quarter', () => {
  it('has the rows from three quarters of the run on', () => {
    expect(lastQuarter(trace(rows(8, power(2))))).toEqual([6, 7, 8]);
    expect(lastQuarter(trace(rows(9, power(2))))).toEqual([7, 8, 9]);
    expect(lastQuarter(trace([1, 2]))).toEqual([1]);
    expect(lastQuarter(trace([1]))).toEqual([0]);
  });

  it('has a median stride, and a median distance', () => {
    const path = trace([0, 9, 9, 9, 9, 9, 10, 17, 19]);
    // To rows 6, 7 and 8: 1, 7 and 2.
    expect(typicalStride(path)).toBe(2);
    expect(typicalStride(trace([5]))).toBeNull();
    expect(typicalDistance(path, [20])).toBe(3);
  });
});

it('the widest step of a cycle is looked for in one round', () => {
  const cycle = trace([100, 0, 1, 3, 0, 1, 3]);
  expect(widestCycleStep(cycle, 3)).toBe(3);
  expect(widestCycleStep(cycle, 1)).toBe(2);
  expect(widestCycleStep(trace([0, 5]), 8)).toBe(5);
});

describe('the factor of convergence', () => {
  it('of a geometric path is its own', () => {
    expect(convergence(trace(rows(12, power(0.5))), [0])?.factor).toBeCloseTo(0.5, 12);
    expect(convergence(trace(rows(12, (row) => 4 - (-0.7) ** row)), [4])?.factor).toBeCloseTo(0.7, 12);
  });

  it('is that of the second half of the decrease', () => {
    // Ten times nearer at once, and ten times nearer in 22 steps of 0.9.
    const bent = [1, ...rows(22, (row) => 0.1 * 0.9 ** row)];
    expect(convergence(trace(bent), [0])?.factor).toBeCloseTo(0.9, 12);
  });

  it('does not count where rounding is all that is left', () => {
    const stopped = [...rows(16, power(0.5)), ...rows(9, () => 1e-6)];
    expect(convergence(trace(stopped), [0])?.factor).toBeCloseTo(0.5, 12);
  });

  it('ends where the run stays as near as at its end, and tells which rows it is of', () => {
    // 0.5^14 is 0.00006, more than ten times 0.000005 and the last such; 0.5^6 is the last above the root of it.
    const noise = rows(30, (row) => 5e-6 * (1 + 0.5 * Math.sin(row)));
    expect(convergence(trace([...rows(16, power(0.5)), ...noise]), [0])).toMatchObject({ from: 6, to: 14 });
  });

  it('is none of distances that jump', () => {
    const jumping = rows(40, (row) => 0.9 ** row * (row % 3 === 0 ? 1 : 0.01));
    expect(convergence(trace(jumping), [0])).toBeNull();
  });

  it('takes four updates', () => {
    expect(convergence(trace([16, 8, 4, 2, 1]), [0])).toBeNull();
    expect(convergence(trace([64, 32, 16, 8, 4, 2, 1]), [0])?.factor).toBeCloseTo(0.5, 12);
  });
});
