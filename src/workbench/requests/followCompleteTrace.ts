import { isComplete } from '../../engine/trace/rows';
import { resultStore } from '../stores/resultStore';
import { follow } from './follow';

/**
 * Asks about a trace, and again whenever all runs of another one have ended.
 * @returns a function that stops it
 */
export const followCompleteTrace = (ask: (traceId: number) => void): (() => void) =>
  follow(
    [resultStore],
    () => {
      const { trace, traceId } = resultStore.getState();
      return trace && traceId !== null && isComplete(trace) ? [trace, traceId] : null;
    },
    ([, traceId]) => ask(traceId),
  );
