import { expect, test } from 'vitest';
import { changeUserData, changeSetting, defaultExperiment } from '../../experiment';
import type { Experiment, UserData } from '../../experiment/core/types';
import { SentDataReceiver, SentDataSender } from './sentData';
import { memoKey } from '../common/memoKey';
import type { SweepRequest } from '../sweep/types';

const rows = (count: number): UserData => ({
  x: Array.from({ length: count }, (_, i) => [i]),
  y: Array.from({ length: count }, (_, i) => 2 * i + (i % 3)),
});
const withData = (data: UserData): Experiment => changeUserData(defaultExperiment, 'linear-regression', data, {});

interface Body {
  readonly experiment: Experiment;
}

/** Passes bodies of requests from a page to its worker: the size of what was sent, and what arrived. */
function connection() {
  const [sender, receiver] = [new SentDataSender(), new SentDataReceiver()];
  return (meant: Body) => {
    const sent = structuredClone(sender.send(meant));
    return { size: JSON.stringify(sent).length, arrived: receiver.receive(sent) };
  };
}

const dataIn = ({ experiment: { problem } }: Body) => (problem.kind === 'data' ? problem.userData : undefined);

test('every request arrives as the page meant it, and the rows are sent only when they have changed', () => {
  const pass = connection();
  const [one, two] = [withData(rows(500)), withData(rows(700))];
  const later = changeSetting(one, 'standardize', 1);
  const sweep: SweepRequest = {
    experiment: later,
    run: 0,
    x: { of: 'lr', from: 0.1, to: 1, scale: 'log' },
    y: { of: 'momentum', from: 0, to: 0.9, scale: 'linear' },
    width: 4,
    height: 4,
  };
  const meant = [
    { experiment: one },
    { experiment: later },
    { experiment: defaultExperiment },
    sweep,
    { experiment: two },
    { experiment: two },
    { experiment: one },
  ];
  const passed = meant.map(pass);
  expect(passed.map(({ arrived }) => arrived)).toEqual(meant);
  expect(passed.map(({ size }) => size > 4000)).toEqual([true, false, false, false, true, false, true]);
});

test('the same user data arrive as the same object', () => {
  const pass = connection();
  const first = dataIn(pass({ experiment: withData(rows(50)) }).arrived);
  expect(dataIn(pass({ experiment: withData(rows(50)) }).arrived)).not.toBe(first);
  const data = rows(50);
  const [a, b] = [withData(data), changeSetting(withData(data), 'standardize', 1)].map((experiment) =>
    dataIn(pass({ experiment: experiment }).arrived),
  );
  expect(a).toEqual(data);
  expect(b).toBe(a);
});

test('a key distinguishes user data by identity, and everything else by value', () => {
  const [one, two] = [withData(rows(20)), withData(rows(20))];
  expect(memoKey(one)).toBe(memoKey({ ...one }));
  expect(memoKey(one)).not.toBe(memoKey(two));
  expect(memoKey(one)).not.toBe(memoKey({ ...one, seed: 9 }));
  expect(memoKey(defaultExperiment)).toBe(JSON.stringify(defaultExperiment));
});

test('features to predict for are sent only when they have changed', () => {
  const [sender, receiver] = [new SentDataSender(), new SentDataReceiver()];
  const columns = (factor: number) =>
    [0, 1, 2].map((j) => Float64Array.from({ length: 900 }, (_, i) => factor * i + j));
  const [one, two] = [columns(1), columns(2)];
  const inputsOf = (features: readonly Float64Array[]) => ({ inputs: { kind: 'samples', features } }) as const;
  const passed = [one, one, two, two, one].map((features) => {
    const sent = structuredClone(sender.send(inputsOf(features)));
    return { columns: sent.inputs.features.length, arrived: receiver.receive(sent).inputs.features };
  });
  expect(passed.map(({ arrived }) => arrived)).toEqual([one, one, two, two, one]);
  expect(passed.map((each) => each.columns)).toEqual([3, 0, 3, 0, 3]);
  // A grid is no sample, and goes as it is.
  const grid = { inputs: { kind: 'grid', ranges: [[0, 1]], count: 5 } } as const;
  expect(receiver.receive(sender.send(grid))).toEqual(grid);
});
