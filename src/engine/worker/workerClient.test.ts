import { expect, test, vi } from 'vitest';
import { changeUserData, defaultExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import type { TracePart } from '../trace/types';
import type { Request, StopOrder, WorkerMessage } from './protocol';
import type { PartOf } from './requests';
import { createWorkerClient } from './workerClient';

/** A worker that the test speaks for. */
class FakeWorker extends EventTarget implements Worker {
  readonly sent: (Request | StopOrder)[] = [];
  isTerminated = false;
  onmessage: Worker['onmessage'] = null;
  onmessageerror: Worker['onmessageerror'] = null;
  onerror: Worker['onerror'] = null;

  postMessage(message: Request | StopOrder): void {
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
    this.onerror?.(Object.assign(new Event('error'), message !== undefined && { message }) as ErrorEvent);
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const client = createWorkerClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const errors: string[] = [];
  client.onError((message) => errors.push(message));
  const newest = (): FakeWorker => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker was started');
    return worker;
  };
  return { client, workers, newest, errors };
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
const samples = (value: number): PartOf<'data'> => ({ training: [numbers(value)], validation: null });

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

test('a cancelled request is stopped in the worker, and its answer is ignored', () => {
  const { client, newest } = setUp();
  const seen: unknown[] = [];
  client.cancel('data');
  client.ask('data', { experiment }, (answer) => seen.push(answer));
  client.cancel('data');
  newest().says({ id: 1, kind: 'data', part: samples(1), last: true });
  expect(newest().sent.slice(1)).toEqual([{ kind: 'stop', request: 'data' }]);
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
    client.askForScript('run', { experiment: { ...experiment, seed }, engine: 'cpu' }),
  );
  const answered = { ...complete, runs: [] };
  newest().says({ id: 2, kind: 'failed', message: 'The browser has no cpu engine.' });
  newest().says({ id: 1, kind: 'run', part: answered, last: true });
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

test.each([
  [
    'an uncaught error',
    'Uncaught RangeError: out of memory',
    "The page's worker stopped: Uncaught RangeError: out of memory",
  ],
  ['a script that cannot be loaded', undefined, "The script of the page's worker could not be loaded."],
])(
  'when the worker dies of %s, every promise rejects with the cause, and it is reported once',
  async (_, message, cause) => {
    const { client, newest, errors } = setUp();
    const promises = [1, 2].map(() => client.askForScript('run', { experiment, engine: 'cpu' }));
    client.ask('trace', { experiment }, () => undefined);
    newest().dies(message);
    for (const promise of promises) await expect(promise).rejects.toThrow(cause);
    expect(errors).toEqual([cause]);
    expect(newest().isTerminated).toBe(true);
  },
);

test('after a death the next request starts a new worker, which gets the user data again', () => {
  const { client, workers, newest } = setUp();
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
  expect(workers).toHaveLength(1);

  client.ask('data', { experiment: withData }, () => seen.push(3));
  client.ask('trace', { experiment: withData }, () => seen.push(4));
  expect(workers).toHaveLength(2);
  expect(sentRows()).toEqual([5, 0]);
  newest().says({ id: 3, kind: 'data', part: samples(1), last: true });
  newest().says({ id: 4, kind: 'trace', part: complete, last: true });
  expect(seen).toEqual([3, 4]);
});
