import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultsFor } from '../../experiment';
import type { Trace } from '../../engine/trace/types';
import type { Landscape } from '../../engine/view/types';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { edit } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { followPicture } from './requests';

const asked: { readonly kind: string; readonly receive: (answer: unknown, id: number) => void }[] = [];
const client = {
  ask: (kind: string, _: object, receive: (answer: unknown, id: number) => void) => asked.push({ kind, receive }),
  onStatus: () => () => undefined,
  onError: () => () => undefined,
  onTrouble: () => () => undefined,
} as unknown as WorkerClient;

const trace: Trace = { engine: 'float64', parameters: [], totals: [], runs: [], epochSize: 0, minima: [] };
const landscape = {} as Landscape;
const answerAll = (requests = asked.splice(0)) =>
  requests.forEach(({ kind, receive }) => receive(kind === 'trace' ? trace : landscape, 1));

const frames: (() => void)[] = [];
/** What is asked at once is asked when what caused it is done. */
async function nextFrame(): Promise<void> {
  await Promise.resolve();
  frames.splice(0).forEach((work) => work());
}
let stop = (): void => undefined;
beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  edit(defaultsFor('rosenbrock'));
  stop = followPicture(client);
  await nextFrame();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('an answer about the problem before that comes late is not shown', async () => {
  const late = asked.splice(0);
  expect(late.map(({ kind }) => kind).sort()).toEqual(['landscape', 'trace']);
  edit(defaultsFor('booth'));
  await nextFrame();
  answerAll(late);
  expect(resultStore.getState()).toMatchObject({ trace: null, landscape: null });
  answerAll();
  expect(resultStore.getState()).toMatchObject({
    landscape,
    landscapeOf: { id: 'booth' },
    traced: { problem: { id: 'booth' } },
  });
});
