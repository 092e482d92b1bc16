import { nextTask } from '../../engine/common/nextTask';
import type { AnswerOf, BodyOf, ScreenRequestKind } from '../../engine/worker/requests';
import { loadOnce } from '../../late/loadOnce';

/** Answers a request of the screen on the page; null leaves it to the worker. */
export type FirstAnswer = <K extends ScreenRequestKind>(kind: K, body: BodyOf<K>) => Promise<AnswerOf<K> | null>;

/** Runs a computation to its end; before it begins, and where it yields, what else waits for the page's thread comes first. */
async function inTasks<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    await nextTask();
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Loads the code that computes on the page. It is in the page's second file, for it is needed for the first picture. */
export const loadFirstAnswers = loadOnce(async (): Promise<FirstAnswer> => {
  const { firstAnswerInSlices } = await import('../../engine/worker/firstAnswers');
  return (kind, body) => inTasks(firstAnswerInSlices(kind, body));
});
