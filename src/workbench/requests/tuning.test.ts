import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RateCurve } from '../../engine/tuning/triedRates';
import type { BodyOf } from '../../engine/worker/requests';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import type { Trace } from '../../engine/trace/types';
import { readExperiment } from '../../experiment';
import { setHyper, setStart } from '../edits/edits';
import { currentExperiment, edit, experimentStore, forgetHistory, redo, undo } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { setScreen } from '../stores/screenStore';
import { setWorkerClient } from './pageWorkerClient';
import { followTuning, tune } from './tuning';

const rates = Float64Array.of(0.01, 0.1, 1);
/** A worker that has found the best rate of run i to be rates[i]. */
const curveOf = (run: number): RateCurve => ({
  arrivals: rates.map(() => NaN),
  rates,
  losses: rates.map((_, k) => (k === run ? 1 : k > run ? NaN : 2)),
});

type Body = BodyOf<'tune'>;
type Receive = (answer: { run: number; curve: RateCurve }) => void;
const asked: { readonly body: Body; readonly receive: Receive }[] = [];
const client = {
  ask: (_: string, body: Body, receive: Receive) => asked.push({ body, receive }),
  cancel: () => undefined,
} as unknown as WorkerClient;

/** The worker answers its newest request. */
function answer(): void {
  const newest = asked.at(-1);
  for (const run of newest?.body.runs ?? []) newest?.receive({ run, curve: curveOf(run) });
}

const frames: (() => void)[] = [];
const nextFrame = () => frames.splice(0).forEach((work) => work());
const ratesNow = () => currentExperiment().runs.map(({ hyper }) => hyper.lr);
const pastCount = () => experimentStore.temporal.getState().pastStates.length;

/** Another one in each test, so that no curve is known from the test before. */
let seed = 0;
let stop = (): void => undefined;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  setWorkerClient(client);
  const runs = ['gd', 'sgd', 'adam'].map((optimizer) => ({ optimizer, hyper: { lr: 0.5 } }));
  edit(
    readExperiment({
      version: 1,
      problem: { id: 'booth' },
      start: [-6, 4],
      steps: 50,
      seed: (seed += 1),
      runs,
    }),
  );
  forgetHistory();
  setScreen({ tab: 'tune' });
  asked.length = 0;
  stop = followTuning();
  nextFrame();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('every run gets its best rate in one edit, which undo takes back and redo makes again', () => {
  expect(asked.map(({ body }) => body.runs)).toEqual([[0, 1, 2]]);
  tune();
  expect(ratesNow()).toEqual([0.5, 0.5, 0.5]);
  answer();
  expect(ratesNow()).toEqual([0.01, 0.1, 1]);
  expect(pastCount()).toBe(1);
  undo();
  expect(ratesNow()).toEqual([0.5, 0.5, 0.5]);
  redo();
  expect(ratesNow()).toEqual([0.01, 0.1, 1]);
});

test('a run that ends better at a rate between two that were tried keeps it', () => {
  answer();
  const experiment = currentExperiment();
  const ending = (loss: number) => ({ outcome: { kind: 'descending' }, loss: Float64Array.of(9, loss), rows: 2 });
  // The best of the rates that were tried ends at 1.
  const trace = { runs: [ending(0.9), ending(1.1), ending(NaN)] } as unknown as Trace;
  resultStore.setState({ trace, traced: experiment });
  tune();
  expect(ratesNow()).toEqual([0.5, 0.1, 1]);
  // What is on the screen is of another experiment now.
  undo();
  edit({ ...currentExperiment(), seed: (seed += 1) });
  nextFrame();
  answer();
  tune();
  expect(ratesNow()).toEqual([0.01, 0.1, 1]);
});

test('a run that diverged gets the best rate, even where its loss fell without a bound', () => {
  answer();
  const diverged = { outcome: { kind: 'diverged' }, loss: Float64Array.of(9, -Infinity), rows: 2 };
  resultStore.setState({
    trace: { runs: [diverged, diverged, diverged] } as unknown as Trace,
    traced: currentExperiment(),
  });
  tune();
  expect(ratesNow()).toEqual([0.01, 0.1, 1]);
});

test('a run that climbs keeps its rate where its loss is above that at every rate that was tried', () => {
  const experiment = currentExperiment();
  edit({
    ...experiment,
    runs: experiment.runs.map((run, i) => (i === 2 ? { ...run, modifiers: { maximize: true as const } } : run)),
  });
  nextFrame();
  answer();
  const ending = (loss: number) => ({ outcome: { kind: 'left' }, loss: Float64Array.of(9, loss), rows: 2 });
  const show = (loss: number) =>
    resultStore.setState({
      trace: { runs: [ending(5), ending(5), ending(loss)] } as unknown as Trace,
      traced: currentExperiment(),
    });
  // The highest loss at the rates that were tried is 2.
  show(2.1);
  tune();
  expect(ratesNow()[2]).toBe(0.5);
  show(1.9);
  tune();
  expect(ratesNow()[2]).toBe(0.01);
});

test('without a press nothing changes, and a press when all is known changes at once', () => {
  answer();
  expect(ratesNow()).toEqual([0.5, 0.5, 0.5]);
  tune();
  expect(ratesNow()).toEqual([0.01, 0.1, 1]);
});

test('a run that has its best rate is no edit', () => {
  tune();
  answer();
  tune();
  expect(pastCount()).toBe(1);
});

test('other rates need no new search, another hyperparameter one of its run, another start one of all', () => {
  answer();
  setHyper(0, 'lr', 0.3);
  nextFrame();
  expect(asked).toHaveLength(1);
  setHyper(1, 'momentum', 0.7);
  nextFrame();
  expect(asked.at(-1)?.body.runs).toEqual([1]);
  answer();
  setStart([1, 1]);
  nextFrame();
  expect(asked.at(-1)?.body.runs).toEqual([0, 1, 2]);
});

test('an experiment that changes before the answer is searched, but its rates are left alone', () => {
  tune();
  setStart([1, 1]);
  nextFrame();
  answer();
  expect(ratesNow()).toEqual([0.5, 0.5, 0.5]);
});

test('a press is forgotten with its tab', () => {
  tune();
  setScreen({ tab: 'rule' });
  stop();
  answer();
  expect(ratesNow()).toEqual([0.5, 0.5, 0.5]);
});
