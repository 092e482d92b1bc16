import { expect, test, vi } from 'vitest';
import { changeUserData, defaultExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import type { TracePart } from '../trace/types';
import type { CancelOrder, Ping, Request, WorkerMessage } from './protocol';
import type { PartOf } from './requests';
import { createWorkerClient } from './workerClient';
import type { WorkerTrouble } from './workerDeath';
import type { WorkerPort } from './workerPort';

/** A worker that the test speaks for. */
class FakeWorker implements WorkerPort {
  readonly sent: (Request | CancelOrder | Ping)[] = [];
  isTerminated = false;
  onmessage: WorkerPort['onmessage'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  onerror: WorkerPort['onerror'] = null;

  constructor(readonly place: 'worker' | 'page') {}

  postMessage(message: Request | CancelOrder | Ping): void {
    this.sent.push(structuredClone(message));
  }
  terminate(): void {
    this.isTerminated = true;
  }
  says(message: WorkerMessage): void {
    this.onmessage?.(new MessageEvent('message', { data: message }));
  }
  /** An error without a message is what browsers report of a script that cannot be loaded. */
  dies(message?: string): void {
    this.onerror?.({ ...(message !== undefined && { message }) });
  }
}

function setUp(isLate = false) {
  const workers: FakeWorker[] = [];
  const start = (place: FakeWorker['place']) => () => {
    const worker = new FakeWorker(place);
    workers.push(worker);
    return worker;
  };
  const client = createWorkerClient({
    ...(isLate && { startFirst: null }),
    startWorker: start('worker'),
    startOnPage: start('page'),
  });
  const errors: string[] = [];
  client.onError((message) => errors.push(message));
  const troubles: WorkerTrouble[] = [];
  client.onTrouble((trouble) => troubles.push(trouble));
  const newest = (): FakeWorker => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker was started');
    return worker;
  };
  return { client, workers, newest, errors, troubles };
}

const experiment = defaultExperiment;
const numbers = (...values: number[]) => Float64Array.from(values);

/** Rows of a trace of one run of one parameter without state, whose parameter in row k is k. */
function partOf(first: number, rows: number, isComplete = false): TracePart {
  const steps = Array.from({ length: rows - first }, (_, i) => first + i);
  return {
    engine: 'cpu',
    parameters: ['x'],
    totals: [4],
    epochSize: 0,
    minima: [],
    runs: [
      {
        first,
        rows,
        params: numbers(...steps),
        loss: numbers(...steps),
        state: numbers(),
        samplesSeen: numbers(...steps),
        lr: numbers(...steps.filter((step) => step > 0)),
        outcome: isComplete ? { kind: 'descending' } : null,
      },
    ],
  };
}

const complete = partOf(0, 4, true);
const samples = (value: number): PartOf<'data'> => ({ training: [numbers(value)], validation: null, scales: null });

test('an answer in parts reaches the page as a growing whole, with the id of its request', () => {
  const { client, newest } = setUp();
  const seen: unknown[] = [];
  client.ask('trace', { experiment }, ({ runs: [run] }, id) =>
    seen.push([id, ...(run?.params ?? []), run?.outcome?.kind]),
  );
  newest().says({ id: 1, kind: 'trace', part: partOf(0, 2), last: false });
  newest().says({ id: 1, kind: 'trace', part: partOf(2, 4, true), last: true });
  expect(seen).toEqual([
    [1, 0, 1, undefined],
    [1, 0, 1, 2, 3, 'descending'],
  ]);
});

test('only the newest of several requests is sent after the one in progress, and others never call back', () => {
  const { client, newest } = setUp();
  const seen: number[] = [];
  for (const seed of [1, 2, 3])
    client.ask('trace', { experiment: { ...experiment, seed } }, (_, id) => seen.push(seed, id));
  expect(newest().sent).toMatchObject([{ id: 1, body: { experiment: { seed: 1 } } }]);
  newest().says({ id: 1, kind: 'trace', part: complete, last: true });
  expect(newest().sent[1]).toMatchObject({ id: 2, body: { experiment: { seed: 3 } } });
  newest().says({ id: 2, kind: 'trace', part: complete, last: true });
  expect(seen).toEqual([1, 1, 3, 2]);
});

test('a request of a kind without grace supersedes at once, and a late answer to the old one is ignored', () => {
  const { client, newest } = setUp();
  const seen: number[] = [];
  for (const seed of [1, 2]) client.ask('data', { experiment: { ...experiment, seed } }, () => seen.push(seed));
  newest().says({ id: 1, kind: 'data', part: samples(1), last: true });
  expect(seen).toEqual([]);
  newest().says({ id: 2, kind: 'data', part: samples(2), last: true });
  expect(seen).toEqual([2]);
});

test('a cancelled request is cancelled in the worker too, and its answer is ignored', () => {
  const { client, newest } = setUp();
  const seen: unknown[] = [];
  client.cancel('data');
  client.ask('data', { experiment }, (answer) => seen.push(answer));
  client.cancel('data');
  newest().says({ id: 1, kind: 'data', part: samples(1), last: true });
  expect(newest().sent.slice(1)).toEqual([{ kind: 'cancel', request: 'data' }]);
  expect(seen).toEqual([]);
});

test('a failed request is reported, and the next one of its kind is sent', () => {
  const { client, newest, errors } = setUp();
  for (const seed of [1, 2]) client.ask('trace', { experiment: { ...experiment, seed } }, () => undefined);
  newest().says({ id: 1, kind: 'failed', message: 'The loss is not a number.' });
  expect(errors).toEqual(['The loss is not a number.']);
  expect(newest().sent[1]).toMatchObject({ id: 2, body: { experiment: { seed: 2 } } });
});

test('every request of a script is answered or rejected on its own, and not reported', async () => {
  const { client, newest, errors } = setUp();
  const [first, second] = [1, 2].map((seed) =>
    client.askForScript('scriptRun', { experiment: { ...experiment, seed }, engine: 'cpu' }),
  );
  const answered = { ...complete, runs: [] };
  newest().says({ id: 2, kind: 'failed', message: 'The browser has no cpu engine.' });
  newest().says({ id: 1, kind: 'scriptRun', part: answered, last: true });
  await expect(first).resolves.toEqual(answered);
  await expect(second).rejects.toThrow('The browser has no cpu engine.');
  expect(errors).toEqual([]);
});

test('the state of the device reaches its listeners until they are removed', () => {
  const { client, newest } = setUp();
  const listener = vi.fn();
  const remove = client.onStatus(listener);
  const status = { engine: 'cpu' } as const;
  newest().says({ kind: 'status', status });
  remove();
  newest().says({ kind: 'status', status });
  expect(listener.mock.calls).toEqual([[status]]);
});

test('a request without an answer makes room for the next one of its kind', () => {
  const { client, newest, errors } = setUp();
  for (const step of [1, 2]) client.ask('inspect', { traceId: 1, run: 0, step }, () => undefined);
  newest().says({ id: 1, kind: 'unanswered' });
  expect(newest().sent[1]).toMatchObject({ id: 2, body: { step: 2 } });
  expect(errors).toEqual([]);
});

test.each([
  ['an uncaught error', 'out of memory', { kind: 'stopped', message: 'out of memory' }],
  ['a script that cannot be loaded', undefined, { kind: 'notLoaded' }],
])('when the worker dies of %s, another one is asked the same, and the cause is told', async (_, message, cause) => {
  const { client, workers, newest, troubles } = setUp();
  const seen: unknown[] = [];
  const promise = client.askForScript('scriptRun', { experiment, engine: 'cpu' });
  client.ask('trace', { experiment }, (_trace, id) => seen.push(id));
  newest().dies(message);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  expect(troubles).toEqual([{ kind: 'restarted', cause }]);
  expect(newest().sent).toMatchObject([
    { id: 3, kind: 'trace' },
    { id: 4, kind: 'scriptRun' },
  ]);
  newest().says({ id: 3, kind: 'trace', part: complete, last: true });
  newest().says({ id: 4, kind: 'scriptRun', part: complete, last: true });
  expect(seen).toEqual([3]);
  await expect(promise).resolves.toMatchObject({ runs: [{ rows: 4 }] });
});

test('what died while it grew is put together anew from its first row', () => {
  const { client, newest } = setUp();
  const seen: unknown[] = [];
  client.ask('trace', { experiment }, ({ runs: [run] }) => seen.push([...(run?.params ?? [])]));
  newest().says({ id: 1, kind: 'trace', part: partOf(0, 3), last: false });
  newest().dies('out of memory');
  newest().says({ id: 2, kind: 'trace', part: partOf(0, 2), last: false });
  expect(seen).toEqual([
    [0, 1, 2],
    [0, 1],
  ]);
});

test('a new worker answers the last trace again, which others refer to, but not what is complete without it', () => {
  const { client, newest } = setUp();
  const ids: number[] = [];
  client.ask('trace', { experiment }, (_trace, id) => ids.push(id));
  client.ask('data', { experiment }, () => undefined);
  newest().says({ id: 1, kind: 'trace', part: complete, last: true });
  newest().says({ id: 2, kind: 'data', part: samples(1), last: true });
  newest().dies('out of memory');
  expect(newest().sent).toMatchObject([{ id: 3, kind: 'trace' }]);
  newest().says({ id: 3, kind: 'trace', part: complete, last: true });
  expect(ids).toEqual([1, 3]);
});

test('after three deaths the page computes, and if that cannot be loaded every promise rejects with the cause', async () => {
  const { client, workers, newest, troubles } = setUp();
  const promise = client.askForScript('scriptRun', { experiment, engine: 'cpu' });
  for (let death = 0; death < 3; death += 1) newest().dies();
  expect(workers.map(({ place }) => place)).toEqual(['worker', 'worker', 'worker', 'page']);
  expect(newest().sent).toMatchObject([{ kind: 'scriptRun' }]);
  newest().dies();
  await expect(promise).rejects.toThrow("the script of the page's worker could not be loaded");
  expect(troubles.map(({ kind }) => kind)).toEqual(['restarted', 'restarted', 'onPage', 'lost']);

  client.ask('trace', { experiment }, () => undefined);
  await Promise.resolve();
  expect(newest().place).toBe('worker');
  expect(newest().sent).toMatchObject([{ kind: 'trace' }]);
});

test('where the browser forbids workers, the page computes', async () => {
  const page = new FakeWorker('page');
  const startWorker = () => {
    throw new DOMException('not here', 'SecurityError');
  };
  const client = createWorkerClient({ startWorker, startOnPage: () => page });
  client.ask('trace', { experiment }, () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(page.sent).toMatchObject([{ kind: 'trace' }]);
});

test('a worker that answers no ping for half a minute is replaced, one that is alive is not', () => {
  vi.useFakeTimers();
  try {
    const { client, workers, newest, troubles } = setUp();
    client.ask('trace', { experiment }, () => undefined);
    vi.advanceTimersByTime(25_000);
    newest().says({ kind: 'alive' });
    vi.advanceTimersByTime(25_000);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(15_000);
    expect(workers).toHaveLength(2);
    expect(troubles).toEqual([{ kind: 'restarted', cause: { kind: 'silent', seconds: 30 } }]);
    newest().says({ id: 2, kind: 'trace', part: complete, last: true });
    vi.advanceTimersByTime(600_000);
    expect(workers).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test('a new worker gets the user data again', () => {
  const { client, newest } = setUp();
  const rows = Array.from({ length: 5 }, (_, i) => i);
  const withData: Experiment = changeUserData(
    experiment,
    'linear-regression',
    { x: rows.map((x) => [x]), y: rows },
    {},
  );
  const sentRows = () =>
    newest().sent.map((message) => {
      const problem = 'body' in message && 'experiment' in message.body ? message.body.experiment.problem : null;
      return problem?.kind === 'data' ? problem.userData?.y.length : null;
    });
  const seen: number[] = [];
  client.ask('data', { experiment: withData }, () => seen.push(1));
  client.ask('trace', { experiment: withData }, () => seen.push(2));
  expect(sentRows()).toEqual([5, 0]);
  newest().dies('out of memory');
  expect(sentRows()).toEqual([5, 0]);
  newest().says({ id: 3, kind: 'data', part: samples(1), last: true });
  newest().says({ id: 4, kind: 'trace', part: complete, last: true });
  expect(seen).toEqual([1, 2]);
});

test('a client on demand starts its worker with the first request, and asks that of it once', async () => {
  const { client, workers, newest } = setUp(true);
  expect(workers).toEqual([]);
  client.ask('trace', { experiment }, () => undefined);
  await Promise.resolve();
  expect(workers).toHaveLength(1);
  expect(newest().sent).toMatchObject([{ kind: 'trace' }]);
});

test('a released worker is ended, unless an answer is due; the next request starts another that computes the trace again', async () => {
  const { client, workers, newest, troubles } = setUp();
  const seen: number[] = [];
  client.ask('trace', { experiment }, (_, id) => seen.push(id));
  client.release();
  expect(newest().isTerminated).toBe(false);
  newest().says({ id: 1, kind: 'trace', part: complete, last: true });
  client.release();
  client.release();
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);

  const answer = client.askForScript('scriptRun', { experiment, engine: 'cpu' });
  await Promise.resolve();
  expect(newest().sent.map((message) => message.kind)).toEqual(['trace', 'scriptRun']);
  const [trace, run] = newest().sent;
  if (trace && 'id' in trace) newest().says({ id: trace.id, kind: 'trace', part: complete, last: true });
  if (run && 'id' in run) newest().says({ id: run.id, kind: 'scriptRun', part: { ...complete, runs: [] }, last: true });
  await expect(answer).resolves.toMatchObject({ engine: 'cpu' });
  expect(seen).toHaveLength(2);
  expect(troubles).toEqual([]);
});
