import { PAGE_ANSWER, isOfPageTrace } from '../../engine/worker/pageAnswer';
import type { AnswerOf, BodyOf, ScreenRequestKind } from '../../engine/worker/requests';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import type { FirstAnswer } from './loadFirstAnswers';

/**
 * For pages of which many are open at once: what is short the page computes by itself, in float32 as the worker would, and
 * the worker is asked only for the rest. When something is asked about a trace of the page that the page cannot answer, the
 * worker computes that trace too, and everything from then on.
 * @param load loads the code that computes on the page; where that fails, the worker answers
 */
export function sparingWorker(client: WorkerClient, load: () => Promise<FirstAnswer>): WorkerClient {
  const newest = new Map<ScreenRequestKind, object>();
  let isSpared = true;
  let askForTrace: () => void = () => undefined;

  function askWorker(): void {
    isSpared = false;
    askForTrace();
  }

  async function answer<K extends ScreenRequestKind>(
    kind: K,
    body: BodyOf<K>,
    receive: (answer: AnswerOf<K>, id: number) => void,
  ): Promise<void> {
    const firstAnswer = await load().catch(() => null);
    // Something newer may have been asked meanwhile.
    if (newest.get(kind) !== body) return;
    // Where the page fails, the worker says why.
    const found = firstAnswer && (await firstAnswer(kind, body).catch(() => null));
    if (newest.get(kind) !== body) return;
    if (found !== null) {
      client.cancel(kind);
      receive(found, PAGE_ANSWER);
    } else if (isOfPageTrace(body)) askWorker();
    else client.ask(kind, body, receive);
  }

  return {
    ...client,
    ask(kind, body, receive) {
      newest.set(kind, body);
      if (kind === 'trace') askForTrace = () => client.ask(kind, body, receive);
      if (isSpared) void answer(kind, body, receive);
      else if (!isOfPageTrace(body)) client.ask(kind, body, receive);
    },
  };
}
