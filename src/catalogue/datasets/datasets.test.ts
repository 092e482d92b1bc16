import { describe, expect, test } from 'vitest';
import { problems } from '..';
import { deviation, mean, testRandomSource } from '../testing/randomSource';
import { defaultSettings } from '../testing/models';
import type { DataProblem, SettingValues } from '../types';

const all = problems.filter((problem): problem is DataProblem => problem.kind === 'data');

function sampledData(id: string, settings: SettingValues, seed = 1) {
  const problem = all.find((entry) => entry.id === id);
  if (!problem) throw new RangeError(`no data problem ${id}`);
  const data = problem.sample({ ...defaultSettings(problem), ...settings }, testRandomSource(seed));
  return { ...data, column: (j: number): Float64Array => data.columns[j] ?? new Float64Array() };
}

const MANY = { samples: 20_000 };

test.each(all.map((problem) => [problem.id, problem] as const))(
  '%s samples a number in every column for every sample, the same for the same seed',
  (id, problem) => {
    for (const samples of [2, 57]) {
      const data = sampledData(id, { samples });
      const { columns } = problem.model(defaultSettings(problem));
      expect([data.size, data.columns.length, data.difficulty?.length]).toEqual([samples, columns.length, samples]);
      for (const column of [...data.columns, data.difficulty ?? []]) {
        expect(column).toHaveLength(samples);
        expect(Array.from(column).every(Number.isFinite)).toBe(true);
      }
      expect(sampledData(id, { samples }).columns).toEqual(data.columns);
      expect(sampledData(id, { samples }, 2).columns).not.toEqual(data.columns);
    }
  },
);

test.each(all.filter(({ id }) => id !== 'noisy-quadratic').map(({ id }) => id))(
  'a larger number of samples does not change the first samples of %s',
  (id) => {
    const few = sampledData(id, { samples: 9 });
    expect(sampledData(id, { samples: 30 }).columns.map((column) => column.slice(0, 9))).toEqual(few.columns);
  },
);

test.each(all.filter(({ target }) => target === 'class').map(({ id }) => id))(
  '%s has as many samples of one class as of the other',
  (id) => {
    const { column } = sampledData(id, { samples: 200 });
    const labels = Array.from(column(2));
    expect([0, 1].map((label) => labels.filter((y) => y === label).length)).toEqual([100, 100]);
  },
);

test('samples of curves have the noise of the setting, at uniform positions', () => {
  const functions = [
    (x: number) => Math.sin(Math.PI * x),
    (x: number) => (x < 0 ? -1 : 1),
    (x: number) => Math.exp(-20 * x * x),
  ];
  functions.forEach((f, curve) => {
    const { column } = sampledData('network-fit', { ...MANY, curve, noise: 0.5 });
    const [x, y] = [column(0), column(1)];
    expect(Math.max(...x.map(Math.abs))).toBeLessThan(1);
    // Five standard errors: 0.577/141 of the mean, 0.5/200 of the deviation.
    expect(Math.abs(mean(x))).toBeLessThan(0.021);
    expect(Math.abs(deviation(x) - 1 / Math.sqrt(3))).toBeLessThan(0.01);
    const errors = y.map((value, i) => value - f(x[i] ?? Number.NaN));
    expect(Math.abs(mean(errors))).toBeLessThan(0.018);
    expect(Math.abs(deviation(errors) - 0.5)).toBeLessThan(0.0125);
  });
});

test('another curve or noise does not change the positions', () => {
  const x = sampledData('network-fit', { noise: 0.1 }).column(0);
  expect(sampledData('network-fit', { noise: 0, curve: 2 }).column(0)).toEqual(x);
  expect(sampledData('polynomial-regression', { samples: 100, noise: 0 }).column(0)).toEqual(x);
});

test('clouds have variance 1, the separation of the setting, and the scale of the second feature', () => {
  const { column } = sampledData('logistic-regression', { ...MANY, separation: 3, scale: 10 });
  const y = column(2);
  for (const [feature, scale] of [
    [0, 1],
    [1, 10],
  ] as const) {
    const values = [0, 1].map((label) =>
      Array.from(column(feature))
        .filter((_, i) => y[i] === label)
        .map((x) => x / scale),
    );
    values.forEach((own, label) => {
      expect(Math.abs(mean(own) - ((2 * label - 1) * 1.5) / Math.SQRT2)).toBeLessThan(0.05);
      expect(Math.abs(deviation(own) - 1)).toBeLessThan(0.035);
    });
  }
});

test('a sample of the clouds is harder the likelier it is under the other class', () => {
  const { column, size, difficulty = [] } = sampledData('logistic-regression', { samples: 400, scale: 1 });
  const [x1, x2, y] = [column(0), column(1), column(2)];
  // Densities of the two normal clouds, up to a factor that they share.
  const density = (i: number, side: number) =>
    Math.exp(
      -(((x1[i] ?? 0) - (side * 1.25) / Math.SQRT2) ** 2 + ((x2[i] ?? 0) - (side * 1.25) / Math.SQRT2) ** 2) / 2,
    );
  const other = Array.from({ length: size }, (_, i) =>
    Math.log(density(i, y[i] === 1 ? -1 : 1) / density(i, y[i] === 1 ? 1 : -1)),
  );
  const order = (values: ArrayLike<number>) =>
    Array.from({ length: size }, (_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  expect(order(difficulty)).toEqual(order(other));
});

test('points of the shapes lie on their curve without noise', () => {
  const shape = (index: number) => {
    const { column, size } = sampledData('network-classes', { samples: 500, shape: index, noise: 0 });
    return Array.from({ length: size }, (_, i) => ({
      x: column(0)[i] ?? Number.NaN,
      y: column(1)[i] ?? Number.NaN,
      label: column(2)[i],
    }));
  };
  // scikit-learn's moons: half a circle about (0, 0), and half of one about (1, 0.5) that opens in the opposite direction; moved by (0.5, 0.25).
  for (const { x, y, label } of shape(0)) {
    const [right, up] = label === 0 ? [x + 0.5, y + 0.25] : [x + 0.5 - 1, y + 0.25 - 0.5];
    expect(Math.hypot(right, up)).toBeCloseTo(1, 12);
    expect(label === 0 ? up : -up).toBeGreaterThanOrEqual(0);
  }
  for (const { x, y, label } of shape(1)) expect(Math.hypot(x, y)).toBeCloseTo(label === 0 ? 1 : 0.5, 12);
  for (const { x, y, label } of shape(2)) {
    const radius = Math.hypot(x, y);
    expect(radius).toBeLessThan(1);
    const angle = Math.atan2(y, x) - 2 * Math.PI * radius - (label === 1 ? Math.PI : 0);
    expect(Math.cos(angle)).toBeCloseTo(1, 9);
  }
});

test('noise moves points by its standard deviation along each feature, and points moved farther are harder', () => {
  for (const shape of [0, 1, 2]) {
    const [clean, noisy] = [
      sampledData('network-classes', { ...MANY, shape, noise: 0 }),
      sampledData('network-classes', { ...MANY, shape, noise: 0.2 }),
    ];
    const moved = [0, 1].map((j) => noisy.column(j).map((value, i) => value - (clean.column(j)[i] ?? Number.NaN)));
    for (const along of moved) expect(Math.abs(deviation(along) - 0.2)).toBeLessThan(0.005);
    noisy.difficulty?.forEach((hard, i) =>
      expect(0.2 * hard).toBeCloseTo(Math.hypot(moved[0]?.[i] ?? 0, moved[1]?.[i] ?? 0), 12),
    );
  }
});

test('slopes of the noisy quadratic have mean 0 and exactly the standard deviation of the setting', () => {
  for (const samples of [2, 3, 1000]) {
    const { columns } = sampledData('noisy-quadratic', { samples, noise: 2.5, curvature1: 0.7, curvature2: 9 });
    expect(
      columns
        .map((column) => [mean(column), deviation(column)])
        .flat()
        .map((value) => Number(value.toPrecision(12)) || 0)
        .map((value) => (Math.abs(value) < 1e-12 ? 0 : value)),
    ).toEqual([0.7, 0, 0, 2.5, 9, 0, 0, 2.5]);
  }
  expect(sampledData('noisy-quadratic', { dimensions: 1 }).columns).toHaveLength(2);
});

describe('facts of the associative memory', () => {
  /** Each fact's key and value, in the order in which the samples bring them, and how often it comes. */
  function facts(settings: SettingValues) {
    const { columns, size } = sampledData('associative-memory', settings);
    const counts = new Map<string, number>();
    for (let i = 0; i < size; i += 1) {
      const text = JSON.stringify(columns.map((column) => column[i]));
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const half = columns.length / 2;
    return [...counts].map(([text, count]) => {
      const vector = JSON.parse(text) as number[];
      return { key: vector.slice(0, half), value: vector.slice(half), count };
    });
  }

  test('have orthonormal keys and values', () => {
    for (const rotated of [0, 1]) {
      const found = facts({ size: 6, zipf: 0.5, rotated });
      expect(found).toHaveLength(6);
      for (const side of ['key', 'value'] as const)
        found.forEach((one, i) =>
          found.forEach((other, j) => {
            const inner = one[side].reduce((sum, x, k) => sum + x * (other[side][k] ?? Number.NaN), 0);
            expect(inner).toBeCloseTo(Number(i === j), 14);
          }),
        );
      const isOnAxes = found.every(({ key }) => key.filter((x) => x === 0).length === 5);
      expect(isOnAxes).toBe(rotated === 0);
    }
  });

  test('come as often as the law of Zipf says, to less than one sample', () => {
    for (const [samples, zipf] of [
      [64, 1.5],
      [1000, 1],
      [100, 0],
    ] as const) {
      const counts = facts({ size: 8, samples, zipf }).map(({ count }) => count);
      const total = [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, k) => sum + 1 / k ** zipf, 0);
      counts.forEach((count, k) => expect(Math.abs(count - samples / (k + 1) ** zipf / total)).toBeLessThan(1));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(samples);
    }
  });
});
