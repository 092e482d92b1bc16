import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunAnalysis } from '../../engine/theory';
import { isComplete } from '../../engine/trace/rows';
import type { Experiment } from '../../experiment/core/types';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { follow } from './follow';
import { workerClient } from './pageWorkerClient';
import { hasSameViewKey } from './resetViewWithProblem';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';

/**
 * The analysis of each run, null until the first has arrived. It stays until a newer one replaces it, or another problem
 * makes it untrue.
 */
interface AnalysisState {
  readonly analyses: readonly (RunAnalysis | null)[];
}

export const analysisStore = createStore<AnalysisState>(() => ({ analyses: [] }));

/** Indices of the runs, the selected one first, because the panels show it. */
const selectedFirst = ({ runs }: Experiment, selected: number): number[] =>
  [...runs.keys()].sort((a, b) => Number(b === selected) - Number(a === selected));

function storeAnalysis(experiment: Experiment, analysis: RunAnalysis): void {
  analysisStore.setState(({ analyses }) => ({
    analyses: experiment.runs.map((_, run) => (run === analysis.run ? analysis : (analyses[run] ?? null))),
  }));
}

/** Asks about one run after another: of several waiting requests of a kind, the worker keeps only the newest. */
function requestNext(experiment: Experiment, traceId: number, [run, ...others]: readonly number[]): void {
  if (run === undefined || experiment !== currentExperiment()) return;
  workerClient().ask('analyse', { traceId, run }, (analysis) => {
    if (experiment !== currentExperiment()) return;
    storeAnalysis(experiment, analysis);
    requestNext(experiment, traceId, others);
  });
}

/** Asks again whenever all runs of a trace have ended. */
const followAnalyses = (): (() => void) =>
  follow(
    [resultStore],
    () => {
      const { trace, traceId } = resultStore.getState();
      return traceId !== null && trace && isComplete(trace) ? [trace, traceId] : null;
    },
    ([, traceId]) => {
      const experiment = currentExperiment();
      requestNext(experiment, traceId, selectedFirst(experiment, screenStore.getState().selected));
    },
  );

/** Forgets the analyses of a problem that is no longer shown: an edge of it says nothing of another loss. */
const forgetWithProblem = (): (() => void) =>
  experimentStore.subscribe(({ experiment: { problem } }, { experiment: { problem: before } }) => {
    if (problem !== before && !hasSameViewKey(problem, before)) analysisStore.setState({ analyses: [] });
  });

/** Keeps the analyses those of the runs on the screen, until the returned function is called. */
export function startAnalyses(): () => void {
  const stops = [followAnalyses(), forgetWithProblem()];
  return () => stops.forEach((end) => end());
}

let readers = 0;
let stop: (() => void) | null = null;

/** A part of the analyses of the runs, which are requested as long as any component reads them. */
export function useAnalyses<T>(select: (analyses: AnalysisState['analyses']) => T): T {
  useEffect(() => {
    readers += 1;
    stop ??= startAnalyses();
    return () => {
      readers -= 1;
      if (readers > 0) return;
      stop?.();
      stop = null;
      // Nobody would notice a change of the problem.
      analysisStore.setState({ analyses: [] });
    };
  }, []);
  return useStore(analysisStore, (state) => select(state.analyses));
}
