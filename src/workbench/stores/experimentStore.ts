import { temporal } from 'zundo';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';

interface ExperimentState {
  readonly experiment: Experiment;
}

/** The experiment being edited: the only thing on the screen that undo and redo speak of. */
export const experimentStore = createStore<ExperimentState>()(
  temporal((): ExperimentState => ({ experiment: defaultExperiment }), {
    limit: 200,
    equality: (past, current) => past.experiment === current.experiment,
  }),
);

const history = () => experimentStore.temporal.getState();

export const currentExperiment = (): Experiment => experimentStore.getState().experiment;

/**
 * Shows another experiment. `settled` is false while a drag lasts: its first change is remembered with what was
 * there before it, the following ones are not, so that the whole drag is one entry of the history.
 */
export function edit(experiment: Experiment, settled = true): void {
  experimentStore.setState({ experiment });
  if (settled) settle();
  else history().pause();
}

/** Ends a drag, also one that came back to where it began. */
export const settle = (): void => history().resume();

export function undo(): void {
  settle();
  history().undo();
}

export function redo(): void {
  settle();
  history().redo();
}

/** What was there before can no longer be undone to: the page was opened with this. */
export const forgetHistory = (): void => history().clear();

/** A part of the experiment; what shows it is made anew only when the part is another one. */
export const useExperimentPart = <T>(select: (experiment: Experiment) => T): T =>
  useStore(experimentStore, (state) => select(state.experiment));

export const useExperiment = (): Experiment => useExperimentPart((experiment) => experiment);
export const useCanUndo = (): boolean => useStore(experimentStore.temporal, (state) => state.pastStates.length > 0);
export const useCanRedo = (): boolean => useStore(experimentStore.temporal, (state) => state.futureStates.length > 0);
