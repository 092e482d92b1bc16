import { expect, test } from 'vitest';
import { PAGE_ANSWER } from '../../engine/worker/pageAnswer';
import type { AnswerOf, ScreenRequestKind } from '../../engine/worker/requests';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { defaultsFor } from '../../experiment';
import { sparingWorker } from './sparingWorker';

type Trace = AnswerOf<'trace'>;
const traceOf = (engine: Trace['engine']): Trace => ({
  engine,
  parameters: ['x'],
  totals: [],
  epochSize: 0,
  minima: [],
  runs: [],
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** @param onPage what the page answers; null leaves it to the worker, which answers at once */
function setUp(onPage: (kind: ScreenRequestKind) => Trace | null) {
  const asked: string[] = [];
  const cancelled: string[] = [];
  const client = {
    ask(kind: string, _body: object, receive: (trace: Trace, id: number) => void) {
      asked.push(kind);
      receive(traceOf('webgl'), 5);
    },
    cancel: (kind: string) => cancelled.push(kind),
  } as unknown as WorkerClient;
  // eslint-disable-next-line @typescript-eslint/require-await -- What throws is to reject.
  const firstAnswer = async (kind: ScreenRequestKind) => onPage(kind);
  const sparing = sparingWorker(client, () => Promise.resolve(firstAnswer as never));
  const seen: [string, number][] = [];
  const askTrace = () =>
    sparing.ask('trace', { experiment: defaultsFor('square') }, ({ engine }, id) => seen.push([engine, id]));
  const askSeries = (traceId: number) =>
    sparing.ask('series', { traceId, quantity: 'gradient' }, () => seen.push(['series', traceId]));
  return { asked, cancelled, seen, askTrace, askSeries };
}

test('what the page can answer never reaches the worker', async () => {
  const { asked, cancelled, seen, askTrace } = setUp(() => traceOf('cpu'));
  askTrace();
  askTrace();
  await turn();
  expect(seen).toEqual([['cpu', PAGE_ANSWER]]);
  expect(asked).toEqual([]);
  // An older, longer request may still be in progress there.
  expect(cancelled).toEqual(['trace']);
});

test('what is too long, or fails, on the page is asked of the worker', async () => {
  for (const onPage of [
    () => null,
    () => {
      throw new RangeError('too much');
    },
  ]) {
    const { asked, seen, askTrace } = setUp(onPage);
    askTrace();
    await turn();
    expect(asked).toEqual(['trace']);
    expect(seen).toEqual([['webgl', 5]]);
  }
});

test('a question about a trace of the page that the page cannot answer brings the worker in, from the trace on', async () => {
  const { asked, seen, askTrace, askSeries } = setUp((kind) => (kind === 'trace' ? traceOf('cpu') : null));
  askTrace();
  await turn();
  askSeries(PAGE_ANSWER);
  await turn();
  expect(asked).toEqual(['trace']);
  askSeries(PAGE_ANSWER);
  askSeries(5);
  await turn();
  expect(asked).toEqual(['trace', 'series']);
  expect(seen).toEqual([
    ['cpu', PAGE_ANSWER],
    ['webgl', 5],
    ['series', 5],
  ]);
});
