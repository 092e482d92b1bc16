import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SeriesQuantity, SeriesReport } from '../../engine/series';
import type { Trace } from '../../engine/trace/types';
import { oncePerFrame } from './frame';
import { pageEngine } from './pageEngine';
import { pictureStore } from '../stores/pictureStore';
import { screenStore } from '../stores/screenStore';
import { whenChanged } from './whenChanged';

/** The quantity that is drawn along the steps instead of the loss. An answer stays until a newer one replaces it. */
const seriesStore = createStore<{ readonly report: SeriesReport | null }>(() => ({ report: null }));

/** Asks anew, once a frame at most, whenever runs have come to their end or another quantity is chosen. */
function follow(): () => void {
  let isOver = false;
  const request = whenChanged<[Trace, number, SeriesQuantity]>((...[, traceId, quantity]) =>
    pageEngine().ask('series', { traceId, quantity }, (report) => seriesStore.setState({ report })),
  );
  const ask = oncePerFrame(() => {
    const { trace, traceId } = pictureStore.getState();
    const { quantity } = screenStore.getState().plot;
    if (isOver || quantity === 'loss' || traceId === null) return;
    if (trace?.runs.every(({ outcome }) => outcome !== null)) request(trace, traceId, quantity);
  });
  const stops = [pictureStore.subscribe(ask), screenStore.subscribe(ask)];
  ask();
  return () => {
    isOver = true;
    stops.forEach((stop) => stop());
  };
}

/** The quantity that was asked for last, along every run; null before. */
export const useSeries = (): SeriesReport | null => useStore(seriesStore, (state) => state.report);

/** The same, kept up to date with the choice and the runs while it is on the screen. */
export function useFollowedSeries(): SeriesReport | null {
  useEffect(follow, []);
  return useSeries();
}
