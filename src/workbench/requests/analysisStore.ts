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
import { resultStore, useResults } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';

/** An analysis with the id of the trace that it is of. */
export interface TraceAnalysis extends RunAnalysis {
  readonly traceId: number;
}

/**
 * The analysis of each run, null until the first has arrived. It stays until a newer one replaces it, or another problem or optimizer
 * makes it untrue: the edge on a slider does not vanish while the rate is dragged. What is said of a trace comes from
 * `useAnalysisOfTrace`.
 */
interface AnalysisState {
  readonly analyses: readonly (TraceAnalysis | null)[];
}

export const analysisStore = createStore<AnalysisState>(() => ({ analyses: [] }));

/** Indices of the runs, the selected one first, because the panels show it. */
const selectedFirst = ({ runs }: Experiment, selected: number): number[] =>
  [...runs.keys()].sort((a, b) => Number(b === selected) - Number(a === selected));

function storeAnalysis(experiment: Experiment, analysis: TraceAnalysis): void {
  analysisStore.setState(({ analyses }) => ({
    analyses: experiment.runs.map((_, run) => (run === analysis.run ? analysis : (analyses[run] ?? null))),
  }));
}

/** Asks about one run after another: of several waiting requests of a kind, the worker keeps only the newest. */
function requestNext(experiment: Experiment, traceId: number, [run, ...others]: readonly number[]): void {
  if (run === undefined || experiment !== currentExperiment()) return;
  workerClient().ask('analyse', { traceId, run }, (analysis) => {
    if (experiment !== currentExperiment()) return;
    storeAnalysis(experiment, { ...analysis, traceId });
    requestNext(experiment, traceId, others);
  });
}

/** Asks again whenever all runs of a trace have ended. */
const followAnalyses = (): (() => void) =>
  follow(
    [resultStore],
    () => {
      const { trace, traced, traceId } = resultStore.getState();
      return traceId !== null && traced !== null && trace && isComplete(trace) ? [traced, trace, traceId] : null;
    },
    ([experiment, , traceId]) => {
      requestNext(experiment, traceId, selectedFirst(experiment, screenStore.getState().selected));
    },
  );

/** Forgets the analyses of a problem or an optimizer that is no longer shown: an edge of it says nothing of another. */
const forgetWithExperiment = (): (() => void) =>
  experimentStore.subscribe(({ experiment }, { experiment: before }) => {
    const { analyses } = analysisStore.getState();
    if (experiment.problem !== before.problem && !hasSameViewKey(experiment.problem, before.problem))
      analysisStore.setState({ analyses: [] });
    else if (analyses.some((_, run) => hasOtherOptimizer(experiment, before, run)))
      analysisStore.setState({
        analyses: analyses.map((analysis, run) => (hasOtherOptimizer(experiment, before, run) ? null : analysis)),
      });
  });

const hasOtherOptimizer = ({ runs }: Experiment, before: Experiment, run: number): boolean =>
  runs[run]?.optimizer !== before.runs[run]?.optimizer;

/** Keeps the analyses those of the runs on the screen, until the returned function is called. */
export function startAnalyses(): () => void {
  const stops = [followAnalyses(), forgetWithExperiment()];
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

/** The analysis of a run if it is of the trace on the screen; null until it has come. */
export function useAnalysisOfTrace(run: number): TraceAnalysis | null {
  const traceId = useResults((state) => state.traceId);
  return useAnalyses((analyses) => (analyses[run]?.traceId === traceId ? analyses[run] : null));
}
