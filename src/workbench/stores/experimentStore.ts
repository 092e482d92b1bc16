import { temporal } from 'zundo';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { screenStore, setScreen, type ScreenState } from './screenStore';

interface ExperimentState {
  readonly experiment: Experiment;
}

/** The experiment on the screen. Undo and redo change it, and the words beside it. */
export const experimentStore = createStore<ExperimentState>()(
  temporal((): ExperimentState => ({ experiment: defaultExperiment }), {
    limit: 200,
    equality: (past, current) => past.experiment === current.experiment,
  }),
);

const history = () => experimentStore.temporal.getState();

export const currentExperiment = (): Experiment => experimentStore.getState().experiment;

/**
 * Shows another experiment. `settled` is false while a drag lasts: the first change of the drag adds the experiment
 * before it to the history, the later changes add nothing, so that the whole drag is one entry.
 */
export function edit(experiment: Experiment, settled = true): void {
  rememberWords();
  experimentStore.setState({ experiment });
  if (settled) settle();
  else history().pause();
}

/** Changes what follows from the experiment, such as a default view that was found, without an entry in the history. */
export function amend(experiment: Experiment): void {
  const { isTracking } = history();
  history().pause();
  experimentStore.setState({ experiment });
  if (isTracking) history().resume();
}

/** Ends a drag, even if the last value is the one that it began with. */
export const settle = (): void => history().resume();

export const undo = (): void => travel(() => history().undo());
export const redo = (): void => travel(() => history().redo());

function travel(go: () => void): void {
  settle();
  rememberWords();
  go();
  const words = wordsBeside.get(currentExperiment());
  if (!words) return;
  const { stage, ...others } = words;
  // Out of the opening, but not back into it: who has left it for the workbench stays there.
  setScreen(screenStore.getState().stage === null ? others : { ...others, stage });
}

/** What is said beside an experiment: which lesson, question and stop of the opening. */
type Words = Pick<ScreenState, 'lesson' | 'question' | 'stage'>;

/** The words that stood beside each experiment when it was left: undo and redo bring them back with it. */
const wordsBeside = new WeakMap<Experiment, Words>();

function rememberWords(): void {
  const { lesson, question, stage } = screenStore.getState();
  wordsBeside.set(currentExperiment(), { lesson, question, stage });
}

/** Empties the history: the page was opened with the current experiment, so there is nothing to undo. */
export const forgetHistory = (): void => history().clear();

/** A part of the experiment. A component that uses it renders again only when this part changes. */
export const useExperimentPart = <T>(select: (experiment: Experiment) => T): T =>
  useStore(experimentStore, (state) => select(state.experiment));

export const useExperiment = (): Experiment => useExperimentPart((experiment) => experiment);
export const useCanUndo = (): boolean => useStore(experimentStore.temporal, (state) => state.pastStates.length > 0);
export const useCanRedo = (): boolean => useStore(experimentStore.temporal, (state) => state.futureStates.length > 0);
