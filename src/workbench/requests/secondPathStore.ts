import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SeriesReport } from '../../engine/series';
import { followCompleteTrace } from './followCompleteTrace';
import { workerClient } from './pageWorkerClient';

const store = createStore<{ readonly report: SeriesReport | null }>(() => ({ report: null }));

const followSecondPaths = (): (() => void) =>
  followCompleteTrace((traceId) =>
    workerClient().ask('secondPaths', { traceId }, (report) => store.setState({ report })),
  );

/** What rules have drawn beside the paths of their runs, kept up to date as long as the component is mounted; null before the first. */
export function useFollowedSecondPaths(): SeriesReport | null {
  useEffect(followSecondPaths, []);
  return useStore(store, ({ report }) => report);
}
