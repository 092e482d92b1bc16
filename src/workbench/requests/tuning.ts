import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { memoKey } from '../../engine/common/memoKey';
import { bestRateOf } from '../../engine/tuning/bestRate';
import type { RateCurve } from '../../engine/tuning/triedRates';
import type { Experiment } from '../../experiment/core/types';
import { readsSetRate, triedLength, withRates } from '../../experiment/tuning';
import { currentExperiment, edit, experimentStore } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import { follow } from './follow';
import { lossNow } from './lossNow';
import { workerClient } from './pageWorkerClient';

interface TuningState {
  /** What was found by trying the rates, by the keys of the runs. */
  readonly curves: ReadonlyMap<string, RateCurve>;
  /** The keys of the runs that the user wants tuned as soon as their curves are known; null for none. */
  readonly wanted: string | null;
  /** What tuning made of the experiment, and of how many runs it changed the rate; null before. */
  readonly tuned: { readonly experiment: Experiment; readonly changed: number } | null;
}

const tuningStore = createStore<TuningState>(() => ({ curves: new Map(), wanted: null, tuned: null }));

export const useTuning = <T>(select: (state: TuningState) => T): T => useStore(tuningStore, select);

/**
 * For each run, everything that its curve depends on as a text to compare; null where the rule reads no rate. The rate itself
 * is left out: a run that gets another rate keeps its curve.
 */
export function tuningKeys(experiment: Experiment): (string | null)[] {
  const { runs, ...rest } = triedLength(experiment);
  return runs.map((run) =>
    readsSetRate(experiment, run) ? memoKey([rest, { ...run, hyper: { ...run.hyper, lr: null } }]) : null,
  );
}

/** The keys as one text. */
const joined = (keys: readonly (string | null)[]): string => keys.join('\n');

/** Gives every run its best rate, in one edit, if that is wanted and all curves are known; a run that ends better as it is keeps its own. */
function tuneIfWanted(): void {
  const { wanted, curves } = tuningStore.getState();
  const experiment = currentExperiment();
  const keys = tuningKeys(experiment);
  if (wanted !== joined(keys) || keys.some((key) => key !== null && !curves.has(key))) return;
  const results = resultStore.getState();
  const rates = experiment.runs.map((run, i) =>
    bestRateOf(run, curves.get(keys[i] ?? '') ?? null, lossNow(results, experiment, i)),
  );
  const tuned = withRates(experiment, rates);
  const changed = tuned.runs.filter((run, i) => run !== experiment.runs[i]).length;
  if (changed > 0) edit(tuned);
  tuningStore.setState({ wanted: null, tuned: { experiment: tuned, changed } });
}

/** Gives every run its best rate once all rates have been tried, unless the experiment changes before. The tab asks for what is missing (`followTuning`). */
export function tune(): void {
  tuningStore.setState({ wanted: joined(tuningKeys(currentExperiment())), tuned: null });
  tuneIfWanted();
}

/** Asks for the curves that are missing. */
function askForCurves(): void {
  const experiment = currentExperiment();
  const keys = tuningKeys(experiment);
  const isNeeded = new Set(keys);
  tuningStore.setState(({ curves, wanted }) => ({
    curves: new Map([...curves].filter(([key]) => isNeeded.has(key))),
    wanted: wanted === joined(keys) ? wanted : null,
  }));
  const { curves } = tuningStore.getState();
  const missing = keys.flatMap((key, run) => (key === null || curves.has(key) || keys.indexOf(key) < run ? [] : [run]));
  if (missing.length === 0) {
    workerClient().cancel('tune');
    tuneIfWanted();
    return;
  }
  workerClient().ask('tune', { experiment, runs: missing }, ({ run, curve }) => {
    const key = keys[run];
    if (typeof key !== 'string') return;
    tuningStore.setState(({ curves: known }) => ({ curves: new Map([...known, [key, curve]]) }));
    tuneIfWanted();
  });
}

/** Keeps the curves up to date with the experiment. */
export function followTuning(): () => void {
  const stop = follow([experimentStore], () => [joined(tuningKeys(currentExperiment()))], askForCurves);
  return () => {
    stop();
    workerClient().cancel('tune');
    // A user who leaves the tab before all rates have been tried gets no other rates later.
    if (screenStore.getState().tab !== 'tune') tuningStore.setState({ wanted: null });
  };
}
