import { describe, expect, test } from 'vitest';
import type { DataChoice, UserData } from '../../experiment/core/types';
import { choiceOf } from '../testing/experiments';
import { dataCurvature, type DataCurvature } from './dataCurvature';
import { networkCurvature } from './networkCurvature';

const column = (...values: readonly number[]) => values.map((value) => [value]);

function problemOn(id: string, userData: UserData, given: Readonly<Record<string, number>> = {}): DataChoice {
  const choice = choiceOf(id, { validation: 0, standardize: 0, ...given });
  if (choice.kind !== 'data') throw new RangeError('no data');
  return { ...choice, userData };
}

function curvatureOf(...problem: Parameters<typeof problemOn>): DataCurvature {
  const found = dataCurvature(problemOn(...problem));
  if (!found) throw new RangeError('no curvature');
  return found;
}

const expectClose = (found: readonly number[] | null, wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expect(found?.[i]).toBeCloseTo(value, 9));
};

/* The second derivatives of half the mean squared error are the means of products of the inputs and 1. */
describe('the curvature of a line through data', () => {
  const line = { x: column(-3, -1, 1, 3), y: [-5, -1, 3, 7] };

  test('is the mean square of the feature, and 1 along the bias', () => {
    const { largest, smallest, largestOfSample, minimum } = curvatureOf('linear-regression', line);
    // (9 + 1 + 1 + 9)/4; the samples at the ends have 9 + 1.
    expectClose([largest, smallest, largestOfSample], [5, 1, 10]);
    // y = 2x + 1
    expectClose(minimum, [2, 1]);
  });

  test('does not count level directions, where a feature repeats another', () => {
    const twice = { x: line.x.map(([x = 0]) => [x, 2 * x]), y: line.y };
    const { largest, smallest, largestOfSample, minimum } = curvatureOf('linear-regression', twice);
    // 5 (1 + 2^2) along (1, 2), 0 across it, 1 along the bias.
    expectClose([largest, smallest, largestOfSample], [25, 1, 46]);
    const [first = Number.NaN, second = Number.NaN, bias = Number.NaN] = minimum ?? [];
    expectClose([first + 2 * second, bias], [2, 1]);
    // Also where rounding leaves a little of the 0.
    for (const times of [1 / 3, 0.7, 1.1, Math.PI, 1e-3]) {
      const repeated = { x: line.x.map(([x = 0]) => [x, times * x, x / 7]), y: line.y };
      expect(curvatureOf('linear-regression', repeated).smallest).toBeCloseTo(1, 9);
    }
  });

  test('is that of standardized features if they are', () => {
    const far = { x: column(10, 20, 30, 40), y: [1, 2, 3, 4] };
    const { largest, smallest, largestOfSample } = curvatureOf('linear-regression', far, { standardize: 1 });
    // The ends are 15 from the mean, of a variance of 125.
    expectClose([largest, smallest, largestOfSample], [1, 1, 225 / 125 + 1]);
  });

  test('has a smallest that float64 can tell from 0 beside the largest', () => {
    const { largest, smallest } = curvatureOf('linear-regression', { x: column(-1e9, 1e9), y: [0, 1] });
    expect(largest).toBe(1e18);
    expect(smallest).toBe(1e18 / 2 ** 52);
    expect(curvatureOf('linear-regression', { x: column(-1e13, 1e13), y: [0, 1] }).smallest).toBe(1e26 / 2 ** 52);
    // A bias of 1 beside 1e6 squared is no rounding.
    const near = curvatureOf('linear-regression', { x: column(-1e6, 1e6), y: [0, 1] });
    expect(near.smallest).toBeCloseTo(1, 9);
  });

  test('does not exist for numbers whose squares overflow', () => {
    expect(dataCurvature(problemOn('linear-regression', { x: column(1e200, 1), y: [0, 1] }))).toBeNull();
  });
});

test('the curvature of a polynomial is that of the powers, from 0 to its degree', () => {
  const parabola = { x: column(-1, 0, 1), y: [2, 1, 6] };
  const { largest, smallest, largestOfSample, minimum } = curvatureOf('polynomial-regression', parabola, { degree: 2 });
  // The moments [[1, 0, 2/3], [0, 2/3, 0], [2/3, 0, 2/3]] have the eigenvalues 2/3 and (5 ± sqrt(17))/6.
  expectClose([largest, smallest, largestOfSample], [(5 + Math.sqrt(17)) / 6, (5 - Math.sqrt(17)) / 6, 3]);
  // y = 1 + 2x + 3x^2
  expectClose(minimum, [1, 2, 3]);
  const line = curvatureOf('polynomial-regression', parabola, { degree: 1 });
  expectClose([line.largest, line.smallest, line.largestOfSample], [1, 2 / 3, 2]);
});

describe('the curvature of the logistic loss', () => {
  test('is at most a quarter of the moments, and at the minimum as its probabilities say', () => {
    const x = [-3, -1, 1, 3];
    const { largest, smallest, largestOfSample, minimum } = curvatureOf('logistic-regression', {
      x: column(...x),
      y: [0, 1, 0, 1],
    });
    expectClose([largest, largestOfSample], [5 / 4, 10 / 4]);
    // By symmetry the bias is 0, and the slope 2 - tanh(w/2) - 3 tanh(3w/2) of the weight vanishes; by bisection.
    let [low, high] = [0, 10];
    for (let i = 0; i < 100; i += 1) {
      const w = (low + high) / 2;
      if (Math.tanh(w / 2) + 3 * Math.tanh((3 * w) / 2) < 2) low = w;
      else high = w;
    }
    expectClose(minimum, [low, 0]);
    // p (1 - p) = 1/(4 cosh^2): its mean is the curvature along the bias, that with x^2 along the weight.
    const slopes = x.map((value) => 1 / (4 * Math.cosh((low * value) / 2) ** 2));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [weight, bias] = [mean(slopes.map((slope, i) => slope * (x[i] ?? 0) ** 2)), mean(slopes)];
    expect(smallest).toBeCloseTo(Math.min(weight, bias), 9);
  });

  test('of classes that a line separates has no minimum, and its smallest is that at 0', () => {
    const { largest, smallest, minimum } = curvatureOf('logistic-regression', {
      x: column(-3, -1, 1, 3),
      y: [0, 0, 1, 1],
    });
    expect(minimum).toBeNull();
    expectClose([largest, smallest], [5 / 4, 1 / 4]);
  });

  test('does not exist for numbers whose squares overflow', () => {
    expect(dataCurvature(problemOn('logistic-regression', { x: column(1e200, 1), y: [0, 1] }))).toBeNull();
  });
});

test('the curvature is computed once for the same data and settings, and again for others', () => {
  const data = { x: column(-1, 0, 1), y: [2, 1, 6] };
  const first = curvatureOf('polynomial-regression', data, { degree: 2 });
  expect(curvatureOf('polynomial-regression', data, { degree: 1 })).not.toBe(first);
  expect(curvatureOf('linear-regression', data)).not.toBe(first);
  expect(curvatureOf('polynomial-regression', data, { degree: 2 })).toBe(first);
  expect(curvatureOf('polynomial-regression', { ...data }, { degree: 2 })).not.toBe(first);
});

test('there is no constant curvature of networks and of sampled data', () => {
  const data = { x: column(-1, 0, 1), y: [0, 1, 0] };
  expect(dataCurvature(problemOn('network-fit', data))).toBeNull();
  const { userData, ...sampled } = problemOn('linear-regression', data);
  expect(userData).toBe(data);
  expect(dataCurvature(sampled)).toBeNull();
});

describe('the bound of the curvature of a network', () => {
  const data = { x: column(-4, -2, 2, 2), y: [0, 1, 0, 1] };
  const two = {
    x: [
      [3, 4],
      [1, 0],
    ],
    y: [0, 1],
  };

  test('is |x|^2 + 1 for the hidden weights and biases, and one for each hidden unit and the last bias', () => {
    expect(networkCurvature(problemOn('network-fit', data, { hidden: 5 }))).toEqual({
      largest: 7 + 1 + 5 + 1,
      largestOfSample: 16 + 1 + 5 + 1,
    });
  });

  test('is a quarter of that for classes', () => {
    expect(networkCurvature(problemOn('network-classes', two, { hidden: 3 }))).toEqual({
      largest: (13 + 1 + 3 + 1) / 4,
      largestOfSample: (25 + 1 + 3 + 1) / 4,
    });
  });

  test('is that of standardized features if they are', () => {
    // Of mean 0 and a mean square of 1; the first is 3.5 away, of a variance of (3.5^2 + 1.5^2 + 2.5^2 + 2.5^2)/4 = 6.75.
    const { largest, largestOfSample } =
      networkCurvature(problemOn('network-fit', data, { hidden: 5, standardize: 1 })) ?? {};
    expect(largest).toBeCloseTo(8, 9);
    expect(largestOfSample).toBeCloseTo(3.5 ** 2 / 6.75 + 7, 9);
  });

  test('does not exist for other models, sampled data and numbers that overflow', () => {
    expect(networkCurvature(problemOn('linear-regression', data))).toBeNull();
    expect(networkCurvature(choiceOf('network-fit') as DataChoice)).toBeNull();
    expect(networkCurvature(problemOn('network-fit', { x: column(1e200, 1), y: [0, 1] }))).toBeNull();
  });
});
