import { expect, test } from 'vitest';
import {
  changeHyper,
  changeUserData,
  defaultExperiment,
  defaultsFor,
  parseExperiment,
  toJson,
  updateCounts,
  defaultRanges,
} from '..';
import { fullBatch } from './defaults';
import type { UserData } from './types';

const userData = {
  x: Array.from({ length: 30 }, (_, i) => [1700 + 10 * (i % 7), i % 5]),
  y: Array.from({ length: 30 }, (_, i) => 60 + (i % 7)),
  names: ['height', '', 'weight'],
};

test('user data give a valid experiment of at least 200 updates and keep the seed and what is set of the runs', () => {
  const before = changeHyper({ ...defaultExperiment, seed: 7 }, 2, 'lr', 0.3);
  const after = changeUserData(before, 'linear-regression', userData, { standardize: 1, validation: 0.2 });
  expect(after).toMatchObject({
    seed: 7,
    start: null,
    problem: { userData, settings: { standardize: 1, validation: 0.2 } },
  });
  expect(after.runs.map(({ optimizer, hyper, batch }) => [optimizer, hyper, batch?.size])).toEqual(
    changeHyper(defaultsFor('linear-regression'), 2, 'lr', 0.3).runs.map(({ optimizer, hyper }) => [
      optimizer,
      hyper,
      'all',
    ]),
  );
  expect(Math.min(...updateCounts(after))).toBeGreaterThanOrEqual(200);
  expect(parseExperiment(toJson(after))).toMatchObject({ experiment: after, complaints: [] });
});

test('batches of more samples than there are become full batches, others keep their size', () => {
  const { runs } = defaultsFor('linear-regression');
  const sized = {
    ...defaultsFor('linear-regression'),
    runs: runs.map((run, i) => ({ ...run, ...(run.batch && { batch: { ...run.batch, size: [8, 30, 500][i] ?? 1 } }) })),
  };
  const after = changeUserData(sized, 'linear-regression', userData, {});
  expect(after.runs.map(({ batch }) => batch?.size)).toEqual([8, 'all', 'all']);
});

test('a batch that a run has is kept whole', () => {
  const own = { size: 29, accumulate: 2, reduce: 'sum', tail: 'exact', sampling: 'replacement', stages: 1 } as const;
  const { runs, ...rest } = defaultsFor('linear-regression');
  const after = changeUserData(
    { ...rest, runs: runs.map((run) => ({ ...run, batch: own })) },
    'linear-regression',
    userData,
    {},
  );
  expect(after.runs.map(({ batch }) => batch)).toEqual(runs.map(() => own));
});

test('epochs are those of the problem if they make 200 updates, else as many more, within the limits', () => {
  const many = {
    x: Array.from({ length: 100 }, (_, i) => [i, i % 5]),
    y: Array.from({ length: 100 }, (_, i) => i % 7),
  };
  const epochs = (size: number, order?: UserData['order']) => {
    const { runs, ...rest } = defaultsFor('linear-regression');
    const batches = runs.map((run, i) => ({ ...run, batch: { ...fullBatch, size: i === 0 ? 1 : size } }));
    const data = order ? { ...many, order } : many;
    return changeUserData({ ...rest, runs: batches }, 'linear-regression', data, {}).epochs;
  };
  // Batches of 1 make 100 updates an epoch, those of 50 two.
  expect(defaultsFor('linear-regression').epochs).toBe(3);
  expect([epochs(1), epochs(50)]).toEqual([3, 100]);
  // No more epochs than the file has visit orders.
  const order = [1, 2, 3, 4].map(() => many.y.map((_, i) => i));
  expect(epochs(50, order)).toBe(4);
});

test('the default view of user data contains the start and the line through the data', () => {
  const line = { x: [[100], [110], [120]], y: [5, 6, 7] };
  const within = (settings: Readonly<Record<string, number>>, point: readonly number[]) =>
    defaultRanges(changeUserData(defaultExperiment, 'linear-regression', line, settings).problem).every(
      ([low, high], i) => low < 0 && high > 0 && low < (point[i] ?? NaN) && high > (point[i] ?? NaN),
    );
  expect(within({ standardize: 0 }, [0.1, -5])).toBe(true);
  expect(within({ standardize: 1 }, [Math.sqrt(2 / 3), 6])).toBe(true);
});
