import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunAnalysis } from '../../engine/theory';
import type { Trace } from '../../engine/trace/types';
import type { Experiment } from '../../experiment/core/types';
import { currentExperiment } from '../stores/experimentStore';
import { oncePerFrame } from './frame';
import { pageEngine } from './pageEngine';
import { pictureStore } from '../stores/pictureStore';
import { screenStore } from '../stores/screenStore';
import { whenChanged } from './whenChanged';

/** What theory says of the runs, by run; null where it has not answered yet. An answer stays until a newer one replaces it. */
interface AnalysisState {
  readonly analyses: readonly (RunAnalysis | null)[];
}

const analysisStore = createStore<AnalysisState>(() => ({ analyses: [] }));

/** The selected run first: it is the one that is looked at. */
const orderOf = ({ runs }: Experiment, selected: number): number[] =>
  [...runs.keys()].sort((a, b) => Number(b === selected) - Number(a === selected));

function keep(experiment: Experiment, analysis: RunAnalysis): void {
  analysisStore.setState(({ analyses }) => ({
    analyses: experiment.runs.map((_, run) => (run === analysis.run ? analysis : (analyses[run] ?? null))),
  }));
}

/** Asks about one run after another: the engine keeps only the newest question. */
function askInTurn(experiment: Experiment, traceId: number, [run, ...others]: readonly number[]): void {
  if (run === undefined || experiment !== currentExperiment()) return;
  pageEngine().ask('analyse', { traceId, run }, (analysis) => {
    if (experiment !== currentExperiment()) return;
    keep(experiment, analysis);
    askInTurn(experiment, traceId, others);
  });
}

/** Asks anew, once a frame at most, whenever runs have come to their end. */
function follow(): () => void {
  const request = whenChanged<[Trace, number]>((...[, traceId]) => {
    const experiment = currentExperiment();
    askInTurn(experiment, traceId, orderOf(experiment, screenStore.getState().selected));
  });
  const ask = oncePerFrame(() => {
    const { trace, traceId } = pictureStore.getState();
    if (traceId !== null && trace?.runs.every(({ outcome }) => outcome !== null)) request(trace, traceId);
  });
  ask();
  return pictureStore.subscribe(ask);
}

let readers = 0;
let stop: (() => void) | null = null;

/** What theory says of some of the runs. Asked for while anything on the screen reads it. */
export function useAnalyses<T>(select: (analyses: AnalysisState['analyses']) => T): T {
  useEffect(() => {
    readers += 1;
    stop ??= follow();
    return () => {
      readers -= 1;
      if (readers > 0) return;
      stop?.();
      stop = null;
    };
  }, []);
  return useStore(analysisStore, (state) => select(state.analyses));
}
