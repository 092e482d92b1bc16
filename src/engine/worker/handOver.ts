import type { answerRequests } from './answerRequests';

/** The event by which pageWorker.ts gives the page what it runs. */
export const HANDED_OVER = 'overshoot-engine';

declare global {
  interface WindowEventMap {
    [HANDED_OVER]: CustomEvent<typeof answerRequests>;
  }
}
