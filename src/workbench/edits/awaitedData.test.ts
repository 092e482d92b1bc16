import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changeHyper, decodeLink, encodeLink, parseExperiment, toJson } from '../../experiment';
import { defaultLossScale } from '../../experiment/core/lossScale';
import type { Experiment, UserData } from '../../experiment/core/types';
import { linkState, openState } from '../address/address';
import { currentExperiment, edit, undo } from '../stores/experimentStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { awaitedData, awaitedSettings, experimentOnData, setUserData } from './userData';

/** 57 rows of three features, as a file gives them. */
const userData: UserData = {
  x: Array.from({ length: 57 }, (_, i) => [Math.sin(i), Math.cos(2 * i), Math.sin(3 * i + 1)]),
  y: Array.from({ length: 57 }, (_, i) => 2 + Math.sin(i) - Math.cos(2 * i)),
  names: ['a', 'b', 'c', 'd'],
};
const others: UserData = { ...userData, names: ['a', 'b', 'e', 'd'] };
const settings = { standardize: 0, validation: 0 };

/** What the sender set: nothing of it suits the data best, the start and the frozen weight fit only the sender's data. */
const sent = parseExperiment({
  version: 1,
  problem: { id: 'linear-regression', data: { ...userData, ...settings } },
  start: [1, -1, 0.5, 2],
  epochs: 330,
  seed: 8,
  runs: [
    { optimizer: 'sgd', hyper: { lr: 0.02 }, batch: { size: 16 }, modifiers: { frozen: ['w3'] } },
    { optimizer: 'adam', hyper: { lr: 0.5 }, batch: { size: 16 }, schedule: { kind: 'cosine', tMax: 1320, etaMin: 0 } },
  ],
}).experiment;
const linkTo = (experiment: Experiment): string =>
  encodeLink({ experiment, lossScale: defaultLossScale(experiment.problem), lossAxis: 'step' });
const link = linkTo(sent);

/** Opens a link on a device that has not seen the data. */
const open = (fragment: string): Promise<void> => openState(decodeLink(fragment).state, fragment);
const missing = () => screenStore.getState().complaints.filter(({ code }) => code === 'dataElsewhere');

// The browser's language, which links leave out.
vi.stubGlobal('navigator', { languages: ['en'] });
beforeEach(() => setScreen({ complaints: [] }));

describe('a link on data that are elsewhere', () => {
  test('shows as many sampled data, and stays in the address as it is', async () => {
    await open(link);
    expect(missing()).toHaveLength(1);
    expect(currentExperiment()).toMatchObject({
      problem: { id: 'linear-regression', settings: { samples: 57 } },
      start: null,
      epochs: 330,
      runs: [
        { hyper: { lr: 0.02 }, batch: { size: 16 } },
        { hyper: { lr: 0.5 }, schedule: { kind: 'cosine' } },
      ],
    });
    expect(encodeLink(linkState())).toBe(link);
  });

  test('gets all its settings back with the data, and its complaint ends', async () => {
    await open(`${link}&scale=linear&axis=epoch&curvature=linear`);
    expect(awaitedData()).toEqual({ id: 'linear-regression', rows: 57, features: 3 });
    expect(awaitedSettings('linear-regression', userData)).toMatchObject(settings);
    setUserData('linear-regression', userData, settings);
    expect(toJson(currentExperiment())).toEqual(toJson(sent));
    expect(screenStore.getState()).toMatchObject({ lossScale: 'linear', lossAxis: 'epoch', curvature: 'linear' });
    expect(missing()).toEqual([]);
    undo();
    expect(awaitedData()).not.toBeNull();
  });

  test('keeps with the data what was changed before they came', async () => {
    await open(link);
    edit(changeHyper({ ...currentExperiment(), seed: 9 }, 0, 'lr', 0.07));
    const changed = linkState();
    expect(decodeLink(encodeLink(changed))).toMatchObject({
      state: { experiment: currentExperiment() },
      complaints: [],
    });
    setUserData('linear-regression', userData, { ...settings, validation: 0.25 });
    const { start, epochs, seed, runs, problem } = currentExperiment();
    expect({ start, epochs, seed }).toEqual({ start: sent.start, epochs: 330, seed: 9 });
    expect(runs.map(({ hyper }) => hyper.lr)).toEqual([0.07, 0.5]);
    expect(problem).toMatchObject({ userData, settings: { validation: 0.25 } });
  });

  test.each([
    ['other columns', 'linear-regression', others],
    ['another model', 'network-fit', userData],
  ])('takes up %s like any new file', async (_, id, data) => {
    await open(link);
    const before = currentExperiment();
    expect(awaitedSettings(id, data)).toBeNull();
    setUserData(id, data, settings);
    expect(currentExperiment()).toEqual(experimentOnData(before, id, data, settings));
    expect(currentExperiment().runs[0]?.hyper.lr).not.toBe(0.02);
    expect(linkState().userData).toBeUndefined();
  });

  test('no longer waits once its problem is changed', async () => {
    await open(link);
    await open('v=1&p=linear-regression');
    expect(awaitedData()).toBeNull();
  });
});

test('a link of an earlier release on data that are elsewhere keeps its rates and epochs', async () => {
  const [name = ''] = /(?<=data=)\w+/.exec(link) ?? [];
  const old = `v=1&p=linear-regression&e=250&r=sgd;lr=0.02;batch=16&data=${name}`;
  await open(old);
  expect(encodeLink(linkState())).toBe(old);
  setUserData('linear-regression', userData, settings);
  expect(currentExperiment()).toMatchObject({ epochs: 250, runs: [{ hyper: { lr: 0.02 }, batch: { size: 16 } }] });
});
