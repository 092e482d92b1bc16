import { expect, test } from 'vitest';
import { choiceOf, descent, runOf } from '../testing/experiments';
import type { Run } from '../../experiment/core/types';
import type { View } from '../view/types';
import { answerRequests } from './answerRequests';
import type { Request, WorkerMessage } from './protocol';
import type { BodyOf, RequestKind } from './requests';

/* No request is left without a last word: the page would wait for it until a time-out. */

const experiment = descent(
  choiceOf('rosenbrock'),
  [-1.2, 1],
  20,
  runOf('adam', { lr: 0.02 }),
  runOf('asgd', { lr: 1e-3 }),
);
const onData = descent(choiceOf('linear-regression', { samples: 20 }), [0, 0, 0], 20, runOf('gd', { lr: 0.1 }));
const view: View = { kind: 'plane', axes: [0, 1], x: [-2, 2], y: [-1, 3], held: [0, 0] };
const axes = {
  x: { of: 'lr', from: 1e-3, to: 0.1, scale: 'log' },
  y: { of: 'beta1', from: 0, to: 0.9, scale: 'linear' },
} as const;
const sweep = { experiment, run: 0, ...axes, width: 4, height: 4 };

/** Id of the trace that the requests about a trace name. */
const TRACE = 1;

/** Something to ask of each kind. The trace is asked for first. */
const bodies: { readonly [K in RequestKind]: BodyOf<K> } = {
  trace: { experiment },
  landscape: { experiment, view },
  inspect: { traceId: TRACE, run: 0, step: 3 },
  data: { experiment: onData },
  analyse: { traceId: TRACE, run: 0 },
  horizon: { traceId: TRACE, run: 0 },
  series: { traceId: TRACE, quantity: 'gradient' },
  secondPaths: { traceId: TRACE },
  sweep,
  preview: { experiment },
  finder: { experiment },
  tune: { experiment, runs: [0] },
  probe: { experiment, point: [0, 0], direction: [1, 0], lr: 0.1 },
  loss: { experiment, point: [0, 0] },
  field: { experiment, view, width: 3, height: 3 },
  survey: { experiment },
  predictions: {
    model: { parameters: ['w'], columns: ['x', 'y'], prediction: 'w*x' },
    points: [[2]],
    inputs: { kind: 'grid', ranges: [[0, 1]], count: 2 },
  },
  scriptRun: { experiment, engine: 'float64' },
  landscapeAhead: { experiment, view },
  scriptSweep: { ...sweep, engine: 'float64' },
  scriptTune: { experiment, runs: [0], engine: 'float64' },
};

/** Asks the first and, once that is answered, the others; resolves with the last word on every request, by its id. */
function lastWords(asked: readonly Request[]): Promise<Map<number, WorkerMessage>> {
  return new Promise((resolve) => {
    const [first, ...others] = asked;
    const words = new Map<number, WorkerMessage>();
    const receive = answerRequests(
      (message) => {
        if (!('id' in message) || ('last' in message && !message.last)) return;
        expect(words.has(message.id), `a second last word on request ${message.id}`).toBe(false);
        words.set(message.id, message);
        if (words.size === 1) others.forEach(receive);
        if (words.size === asked.length) resolve(words);
      },
      { onPage: true },
    );
    if (first) receive(first);
  });
}

test('a request of every kind is answered, once', async () => {
  const asked = Object.entries(bodies).map(([kind, body], i) => ({ id: TRACE + i, kind, body }) as Request);
  const words = await lastWords(asked);
  expect(asked.map(({ id }) => words.get(id)?.kind)).toEqual(asked.map(({ kind }) => kind));
});

test('what is asked of a trace that is no more is said to have no answer', async () => {
  const about = (['inspect', 'analyse', 'horizon', 'series', 'secondPaths'] as const).map((kind, i) => ({
    id: 10 + i,
    kind,
    body: { ...bodies[kind], traceId: 5 },
  }));
  const words = await lastWords(about);
  expect([...words.values()].map(({ kind }) => kind)).toEqual(about.map(() => 'unanswered'));
});

test('what cannot be computed is answered with the reason', async () => {
  const [word] = (await lastWords([{ id: 1, kind: 'scriptSweep', body: { ...bodies.scriptSweep, run: 7 } }])).values();
  expect(word).toMatchObject({ kind: 'failed', message: expect.stringContaining('run') as unknown });
});

/** The last words on requests, each asked when the one before it is answered, all of one worker. */
async function lastWordsInTurn(asked: readonly Request[]): Promise<WorkerMessage[]> {
  const words: WorkerMessage[] = [];
  let isAnswered = (): void => undefined;
  const receive = answerRequests(
    (message) => {
      if (!('id' in message) || ('last' in message && !message.last)) return;
      words.push(message);
      isAnswered();
    },
    { onPage: true },
  );
  for (const request of asked) {
    await new Promise<void>((resolve) => {
      isAnswered = resolve;
      receive(request);
    });
  }
  return words;
}

/** The traces of these runs one after the other, each with the analyses of all its runs; of the last, the analyses. */
async function analysesAfter(...traced: readonly (readonly Run[])[]): Promise<unknown[]> {
  const asked = traced.flatMap((runs, i): Request[] => [
    { id: 10 * i, kind: 'trace', body: { experiment: { ...experiment, runs } } },
    ...runs.map((_, run): Request => ({ id: 10 * i + run + 1, kind: 'analyse', body: { traceId: 10 * i, run } })),
  ]);
  const words = await lastWordsInTurn(asked);
  return words.slice(-(traced.at(-1)?.length ?? 0)).map((word) => ('part' in word ? word.part : word));
}

test('while one run changes, the analyses of the others stay, under their own indices', async () => {
  const [kept, fast, slow] = [runOf('gd', { lr: 1e-3 }), runOf('gd', { lr: 1e-2 }), runOf('gd', { lr: 1e-4 })];
  const after = await analysesAfter([fast, kept], [slow, kept, kept]);
  expect(after).toMatchObject([{ run: 0 }, { run: 1 }, { run: 2 }]);
  expect(after).toEqual(await analysesAfter([slow, kept, kept]));
});
