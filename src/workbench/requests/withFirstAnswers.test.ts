import { expect, test } from 'vitest';
import { PAGE_ANSWER } from '../../engine/worker/pageAnswer';
import type { AnswerOf } from '../../engine/worker/requests';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { defaultsFor } from '../../experiment';
import { setAnswersAhead } from './ahead';
import { withFirstAnswers } from './withFirstAnswers';

type Trace = AnswerOf<'trace'>;
const traceOf = (engine: Trace['engine']): Trace => ({
  engine,
  parameters: ['x'],
  totals: [],
  epochSize: 0,
  minima: [],
  runs: [],
});

/** A client whose worker answers when the test says so. */
function fakeClient() {
  const asked: { kind: string; answer: (trace: Trace, id: number) => void }[] = [];
  const client = {
    ask: (kind: string, _body: object, answer: (trace: Trace, id: number) => void) => asked.push({ kind, answer }),
  };
  return { asked, client: client as unknown as WorkerClient };
}

/** Lets what has been promised happen. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

function setUp(firstAnswer: (kind: string) => Trace | null, paused = Promise.resolve()) {
  const { asked, client } = fakeClient();
  const seen: [string, number][] = [];
  const handled: string[] = [];
  // eslint-disable-next-line @typescript-eslint/require-await -- What throws is to reject.
  const answerLater = async (kind: string) => firstAnswer(kind);
  const wrapped = withFirstAnswers(client, {
    load: () => Promise.resolve(answerLater as never),
    pause: () => paused,
    onHandled: (kind, by) => handled.push(`${kind} by ${by}`),
  });
  const ask = () =>
    wrapped.ask('trace', { experiment: defaultsFor('square') }, ({ engine }, id) => seen.push([engine, id]));
  return { asked, ask, seen, wrapped, handled: () => handled };
}

test('the page answers until the worker has, whose answer takes its place', async () => {
  const { asked, ask, seen, handled } = setUp(() => traceOf('float64'));
  ask();
  await turn();
  expect(seen).toEqual([['float64', PAGE_ANSWER]]);
  expect(handled()).toEqual(['trace by page']);
  asked[0]?.answer(traceOf('webgl'), 7);
  ask();
  await turn();
  expect(seen).toEqual([
    ['float64', PAGE_ANSWER],
    ['webgl', 7],
  ]);
});

test('of several requests the newest alone is answered, and none that the worker answered meanwhile', async () => {
  const { asked, ask, seen, handled } = setUp(() => traceOf('float64'));
  ask();
  ask();
  await turn();
  expect(seen.length).toBe(1);
  expect(handled()).toEqual(['trace by page']);
  ask();
  asked.at(-1)?.answer(traceOf('webgl'), 3);
  await turn();
  expect(seen.map(([engine]) => engine)).toEqual(['float64', 'webgl']);
});

test('an answer of the worker that comes while the page computes stands', async () => {
  const { asked, ask, seen, handled } = setUp(() => {
    asked[0]?.answer(traceOf('webgl'), 7);
    return traceOf('float64');
  });
  ask();
  await turn();
  expect(seen).toEqual([['webgl', 7]]);
  expect(handled()).toEqual(['trace by worker']);
});

test('what the page leaves to the worker or fails at is waited for', async () => {
  for (const answer of [
    () => null,
    () => {
      throw new RangeError('too much');
    },
  ]) {
    const { asked, ask, seen, handled } = setUp(answer);
    ask();
    await turn();
    expect(seen).toEqual([]);
    expect(handled()).toEqual(['trace by worker']);
    expect(asked.length).toBe(1);
  }
});

test('the worker is not asked about a trace that it does not know', () => {
  const { asked, wrapped } = setUp(() => null);
  wrapped.ask('analyse', { traceId: PAGE_ANSWER, run: 0 }, () => undefined);
  wrapped.ask('analyse', { traceId: 4, run: 0 }, () => undefined);
  expect(asked.map(({ kind }) => kind)).toEqual(['analyse']);
});

test('what was computed ahead stands there at once, also when the worker has answered before', () => {
  const { asked, ask, seen } = setUp(() => null);
  ask();
  asked[0]?.answer(traceOf('webgl'), 7);
  setAnswersAhead(<K>(): K => traceOf('cpu') as K);
  ask();
  expect(seen.at(-1)).toEqual(['cpu', PAGE_ANSWER]);
  asked[1]?.answer(traceOf('webgl'), 8);
  expect(seen.at(-1)).toEqual(['webgl', 8]);
  setAnswersAhead(() => null);
});

test('the runs are answered at once, and the ground under them once they have been drawn', async () => {
  let draw: () => void = () => undefined;
  const drawn = new Promise<void>((resolve) => {
    draw = resolve;
  });
  const { ask, wrapped, handled } = setUp(() => traceOf('float64'), drawn);
  wrapped.ask('landscape', { experiment: defaultsFor('square'), view: null as never }, () => undefined);
  ask();
  await turn();
  expect(handled()).toEqual(['trace by page']);
  draw();
  await turn();
  expect(handled()).toEqual(['trace by page', 'landscape by page']);
});
