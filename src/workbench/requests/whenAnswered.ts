import type { ScreenRequestKind } from '../../engine/worker/requests';
import { workerClient } from './pageWorkerClient';

/** What the plots show of the transport's step. */
const ofTheStep: readonly ScreenRequestKind[] = [
  'trace',
  'landscape',
  'inspect',
  'field',
  'probe',
  'predictions',
  'data',
];

/** The longest wait, in milliseconds; after it the last answer is used. */
const LONGEST_WAIT_MS = 5000;

/** Resolves when the worker has answered all that the plots show of the current step. */
export async function whenAnswered(): Promise<void> {
  const end = performance.now() + LONGEST_WAIT_MS;
  const isWaiting = () => ofTheStep.some((kind) => workerClient().isAsked(kind));
  while (isWaiting() && performance.now() < end)
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
}
