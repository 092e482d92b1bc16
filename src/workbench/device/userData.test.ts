import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { decodeLink, encodeLink, parseExperiment, toJson } from '../../experiment';
import { defaultLossScale } from '../../experiment/core/lossScale';
import type { Experiment } from '../../experiment/core/types';
import { keptUnder } from './device';
import { forgetUserData, keepAgain, keepUserData, restoreUserData } from './userData';
import { userDataStore } from './userDataStore';

/** An experiment on data of three features, with what a link to sampled data cannot say: a start and frozen parameters of this model. */
const experimentOn = (seed: number): Experiment =>
  parseExperiment({
    version: 1,
    problem: {
      id: 'linear-regression',
      data: {
        x: [
          [1, 2, seed],
          [3, 4, 5],
          [5, 7, 8],
        ],
        y: [1, 2, 3],
        names: ['a', 'b', 'c', 'd'],
        standardize: 1,
      },
    },
    start: [1, 2, 3, 4],
    epochs: 7,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.25 }, modifiers: { frozen: ['w3'] } }],
  }).experiment;

const linkTo = (experiment: Experiment): string =>
  encodeLink({ experiment, lossScale: defaultLossScale(experiment.problem), lossAxis: 'step' });

/** What a reload with this link shows. */
async function reload(link: string): Promise<Experiment | null> {
  const { state, complaints } = decodeLink(link);
  expect(complaints).toEqual([]);
  return state.userData === undefined ? null : restoreUserData(state.userData, link);
}

afterEach(() => vi.restoreAllMocks());

test('a link brings the data back with all else that was set', async () => {
  const experiment = experimentOn(9);
  await keepUserData(experiment, linkTo(experiment));
  expect(userDataStore.getState().keeping).toBe('kept');
  expect(toJson((await reload(linkTo(experiment))) ?? experimentOn(0))).toEqual(toJson(experiment));
});

test('rows that are to be kept twice at once are written once', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const experiment = experimentOn(8);
  const changed = { ...experiment, epochs: 9 };
  await Promise.all([
    keepUserData(experiment, linkTo(experiment)),
    keepUserData(changed, linkTo(changed)),
    keepUserData(experiment, linkTo(experiment)),
  ]);
  const written = put.mock.calls.map(([, key]) => key);
  expect(new Set(written)).toHaveLength(2);
  expect(written).toHaveLength(1 + 3);
  expect(await reload(linkTo(changed))).not.toBeNull();
});

test('an older link on the same data has what it says, on these data', async () => {
  const older = experimentOn(9);
  const newer = { ...older, epochs: 9 };
  await keepUserData(older, linkTo(older));
  await keepUserData(newer, linkTo(newer));
  const found = await reload(linkTo(older));
  expect(found?.problem).toEqual(older.problem);
  expect(found).toMatchObject({ epochs: 7, runs: [{ optimizer: 'adam', hyper: { lr: 0.25 } }] });
});

test('what is forgotten is gone, and is not kept again by itself', async () => {
  const experiment = experimentOn(3);
  const link = linkTo(experiment);
  await keepUserData(experiment, link);
  await forgetUserData(experiment);
  await keepUserData({ ...experiment, epochs: 8 }, link);
  expect(userDataStore.getState().keeping).toBe('forgotten');
  expect(await reload(link)).toBeNull();
  await keepAgain(experiment, link);
  expect(await reload(link)).not.toBeNull();
});

test('only the newest five data sets are kept', async () => {
  for (let seed = 20; seed < 27; seed++) {
    vi.spyOn(Date, 'now').mockReturnValue(2e12 + seed);
    await keepUserData(experimentOn(seed), linkTo(experimentOn(seed)));
  }
  expect(await keptUnder('data/')).toHaveLength(5);
  expect(await reload(linkTo(experimentOn(20)))).toBeNull();
  expect(await reload(linkTo(experimentOn(26)))).not.toBeNull();
});

test('a browser that refuses is said to, and does no harm', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await keepUserData(experimentOn(40), linkTo(experimentOn(40)));
  expect(userDataStore.getState().keeping).toBe('refused');
  expect(await reload(linkTo(experimentOn(40)))).toBeNull();
});

test('a link on data that are elsewhere has no data to restore', async () => {
  expect(await reload('v=1&p=linear-regression&data=0123456789')).toBeNull();
});
