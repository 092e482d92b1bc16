import { defaultStage, type Stage } from '../../experiment';
import { fitStage } from '../../experiment/link/linkStage';
import type { Experiment } from '../../experiment/core/types';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useExperiment } from '../stores/experimentStore';
import { screenStore, setScreen, useScreen } from '../stores/screenStore';

/** The stage that was chosen for what will be presented; null is the default one. While presenting, the screen has it. */
const choiceStore = createStore<{ readonly stage: Stage | null }>(() => ({ stage: null }));

/** The stage on which an experiment will be presented. */
export const chosenStage = (experiment: Experiment): Stage => stageFor(choiceStore.getState().stage, experiment);

const stageFor = (stage: Stage | null, experiment: Experiment): Stage =>
  stage ? fitStage(stage, experiment) : defaultStage(experiment);

/** The stage that is presented now, or the one on which the screen would be presented. */
export function useStageChoice(): Stage {
  const experiment = useExperiment();
  const chosen = useStore(choiceStore, (state) => state.stage);
  const shown = useScreen(({ presenting, stage }) => (presenting ? stage : null));
  return shown ?? stageFor(chosen, experiment);
}

export function chooseStage(stage: Stage): void {
  choiceStore.setState({ stage });
  if (screenStore.getState().presenting) setScreen({ stage });
}
