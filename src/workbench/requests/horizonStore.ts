import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Horizon } from '../../engine/theory';
import { PAGE_ANSWER } from '../../engine/worker/pageAnswer';
import { useResults } from '../stores/resultStore';
import { followCompleteTrace } from './followCompleteTrace';
import { workerClient } from './pageWorkerClient';

/** The last answer, with the trace and the run that it is about. */
interface Answer {
  readonly traceId: number;
  readonly run: number;
  readonly horizon: Horizon | null;
}

const store = createStore<{ readonly answer: Answer | null }>(() => ({ answer: null }));

/** Of a trace that the page computed it is not asked: an embed of a short run has no worker, and needs none for it. */
const followHorizon = (run: number): (() => void) =>
  followCompleteTrace((traceId) => {
    if (traceId === PAGE_ANSWER) return;
    workerClient().ask('horizon', { traceId, run }, (horizon) => store.setState({ answer: { traceId, run, horizon } }));
  });

/**
 * Where rounding decides the course of a run of the trace on the screen, kept up to date as long as the component is mounted; null
 * where it does not, and of a trace of the page; undefined until it is known. It is computed for one run at a time, because the run is
 * computed again for it.
 */
export function useFollowedHorizon(run: number): Horizon | null | undefined {
  useEffect(() => followHorizon(run), [run]);
  const traceId = useResults((state) => state.traceId);
  const known = useStore(store, ({ answer }) =>
    answer && answer.traceId === traceId && answer.run === run ? answer.horizon : undefined,
  );
  return traceId === PAGE_ANSWER ? null : known;
}
