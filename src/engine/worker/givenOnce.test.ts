import { expect, test } from 'vitest';
import { changeData, changeSetting, defaultExperiment } from '../../experiment';
import type { Experiment, GivenData } from '../../experiment/core/types';
import { GivenReceiver, GivenSender } from './givenOnce';
import { keyOf } from '../plan/keyOf';
import type { RequestBody } from './protocol';

const rows = (count: number): GivenData => ({
  x: Array.from({ length: count }, (_, i) => [i]),
  y: Array.from({ length: count }, (_, i) => 2 * i + (i % 3)),
});
const on = (given: GivenData): Experiment => changeData(defaultExperiment, 'linear-regression', given, {});
const trace = (experiment: Experiment): RequestBody => ({ kind: 'trace', experiment });

/** A page and its worker: what was meant, what was sent, and what arrived. */
function line() {
  const [sender, receiver] = [new GivenSender(), new GivenReceiver()];
  return (meant: RequestBody) => {
    const sent = structuredClone(sender.send(meant));
    return { size: JSON.stringify(sent).length, arrived: receiver.receive(sent) };
  };
}

const givenIn = (body: RequestBody) =>
  'experiment' in body && body.experiment.problem.kind === 'data' ? body.experiment.problem.given : undefined;

test('every request arrives as it was meant, and carries the rows only when they are others than before', () => {
  const pass = line();
  const [one, two] = [on(rows(500)), on(rows(700))];
  const later = changeSetting(one, 'standardize', 1);
  const sweep: RequestBody = {
    kind: 'sweep',
    sweep: {
      experiment: later,
      run: 0,
      x: { of: 'lr', from: 0.1, to: 1, scale: 'log' },
      y: { of: 'momentum', from: 0, to: 0.9, scale: 'linear' },
      width: 4,
      height: 4,
    },
  };
  const meant = [trace(one), trace(later), trace(defaultExperiment), sweep, trace(two), trace(two), trace(one)];
  const passed = meant.map(pass);
  expect(passed.map(({ arrived }) => arrived)).toEqual(meant);
  expect(passed.map(({ size }) => size > 4000)).toEqual([true, false, false, false, true, false, true]);
});

test('the same data are the same object on arrival, so that they are known without being read', () => {
  const pass = line();
  const first = givenIn(pass(trace(on(rows(50)))).arrived);
  expect(givenIn(pass(trace(on(rows(50)))).arrived)).not.toBe(first);
  const data = rows(50);
  const [a, b] = [on(data), changeSetting(on(data), 'standardize', 1)].map((experiment) =>
    givenIn(pass(trace(experiment)).arrived),
  );
  expect(a).toEqual(data);
  expect(b).toBe(a);
});

test('a key tells data apart by which they are, and everything else by what it says', () => {
  const [one, two] = [on(rows(20)), on(rows(20))];
  expect(keyOf(one)).toBe(keyOf({ ...one }));
  expect(keyOf(one)).not.toBe(keyOf(two));
  expect(keyOf(one)).not.toBe(keyOf({ ...one, seed: 9 }));
  expect(keyOf(defaultExperiment)).toBe(JSON.stringify(defaultExperiment));
});
