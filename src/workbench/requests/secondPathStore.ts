import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SeriesReport } from '../../engine/series';
import { isComplete } from '../../engine/trace/rows';
import { resultStore } from '../stores/resultStore';
import { follow } from './follow';
import { workerClient } from './pageWorkerClient';

const store = createStore<{ readonly report: SeriesReport | null }>(() => ({ report: null }));

/** Asks again whenever all runs of a trace have ended. */
const followSecondPaths = (): (() => void) =>
  follow(
    [resultStore],
    () => {
      const { trace, traceId } = resultStore.getState();
      return trace && traceId !== null && isComplete(trace) ? [trace, traceId] : null;
    },
    ([, traceId]) => workerClient().ask('secondPaths', { traceId }, (report) => store.setState({ report })),
  );

/** What rules have drawn beside the paths of their runs, kept up to date as long as the component is mounted; null before the first. */
export function useFollowedSecondPaths(): SeriesReport | null {
  useEffect(followSecondPaths, []);
  return useStore(store, ({ report }) => report);
}
