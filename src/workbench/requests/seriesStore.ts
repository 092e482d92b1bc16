import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SeriesReport } from '../../engine/series';
import { isComplete } from '../../engine/trace/rows';
import { follow } from './follow';
import { workerClient } from './pageWorkerClient';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';

/** The series that is plotted along the steps instead of the loss. It stays until a newer one replaces it. */
const seriesStore = createStore<{ readonly report: SeriesReport | null }>(() => ({ report: null }));

/** Asks again whenever all runs of a trace have ended or another quantity is chosen. */
const followSeries = (): (() => void) =>
  follow(
    [resultStore, screenStore],
    () => {
      const { trace, traceId } = resultStore.getState();
      const { quantity } = screenStore.getState().plot;
      if (quantity === 'loss' || traceId === null) return null;
      return trace && isComplete(trace) ? [trace, traceId, quantity] : null;
    },
    ([, traceId, quantity]) =>
      workerClient().ask('series', { traceId, quantity }, (report) => seriesStore.setState({ report })),
  );

/** The last series that arrived, of every run; null before the first. */
export const useSeries = (): SeriesReport | null => useStore(seriesStore, (state) => state.report);

/** The same, kept up to date as long as the component is mounted. */
export function useFollowedSeries(): SeriesReport | null {
  useEffect(followSeries, []);
  return useSeries();
}
