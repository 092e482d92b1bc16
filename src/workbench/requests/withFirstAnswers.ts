import { PAGE_ANSWER, isOfPageTrace } from '../../engine/worker/pageAnswer';
import type { AnswerOf, BodyOf, ScreenRequestKind } from '../../engine/worker/requests';
import { answeredAhead } from './ahead';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import type { FirstAnswer } from './loadFirstAnswers';

interface FirstAnswersHost {
  /** Loads the code that computes on the page; where that fails, the worker's answers are waited for. */
  readonly load: () => Promise<FirstAnswer>;
  /** Lets the page draw what has been answered. */
  readonly pause: () => Promise<void>;
  /** Called when the page has answered a request of this kind; `by` is `worker` where it has left the answer to it. */
  readonly onHandled: (kind: ScreenRequestKind, by: 'page' | 'worker') => void;
}

/**
 * Until the worker has loaded and computed for the first time, the page answers what is short by itself, so that the first
 * picture and the first moves of a slider do not wait for TensorFlow.js. The worker is asked all the same, and its answers
 * take the place of these. Answers computed ahead are replaced in the same way.
 */
export function withFirstAnswers(client: WorkerClient, { load, pause, onHandled }: FirstAnswersHost): WorkerClient {
  const answeredByWorker = new Set<ScreenRequestKind>();
  const newest = new Map<ScreenRequestKind, object>();
  const handled = new Set<ScreenRequestKind>();

  async function answerFirst<K extends ScreenRequestKind>(
    kind: K,
    body: BodyOf<K>,
    receive: (answer: AnswerOf<K>, id: number) => void,
  ): Promise<'page' | 'worker' | null> {
    const firstAnswer = await load();
    // In the first picture the runs are drawn before the ground under them is computed, which takes longer.
    if (kind !== 'trace' && !handled.has(kind)) await pause();
    const isNewest = () => newest.get(kind) === body;
    const answer = !answeredByWorker.has(kind) && isNewest() ? await firstAnswer(kind, body) : null;
    if (answeredByWorker.has(kind)) return 'worker';
    if (!isNewest()) return null;
    if (answer === null) return 'worker';
    receive(answer, PAGE_ANSWER);
    return 'page';
  }

  return {
    ...client,
    ask(kind, body, receive) {
      newest.set(kind, body);
      const ahead = answeredAhead(kind, body);
      if (ahead !== null) receive(ahead, PAGE_ANSWER);
      if (!isOfPageTrace(body))
        client.ask(kind, body, (answer, id) => {
          answeredByWorker.add(kind);
          receive(answer, id);
        });
      if (answeredByWorker.has(kind)) return;
      void answerFirst(kind, body, receive)
        // What cannot be loaded or computed here, the worker answers, with its error where there is one.
        .catch(() => 'worker' as const)
        .then((by) => {
          // Something newer has been asked, and is handled instead.
          if (by === null) return;
          handled.add(kind);
          onHandled(kind, by);
        });
    },
  };
}
