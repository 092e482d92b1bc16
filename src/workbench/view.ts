import type { View } from '../engine/types';
import type { ProblemChoice } from '../experiment/types';
import { currentExperiment, experimentStore } from './experimentStore';
import { screenStore, showOnScreen } from './screenStore';
import { ownView } from './subject';
import { parametersOf } from '../experiment';

const ownViews = new WeakMap<ProblemChoice, View>();

/** The view that is drawn: the one the person chose, or the problem's own, which is the same object until the problem changes. */
export function viewOf(problem: ProblemChoice, chosen: View | null): View {
  if (chosen !== null) return chosen;
  const own = ownViews.get(problem) ?? ownView(problem);
  ownViews.set(problem, own);
  return own;
}

export const currentView = (): View => viewOf(currentExperiment().problem, screenStore.getState().view);

/** What makes two problems the same place to look at: constants and data may change without leaving it. */
const placeOf = (problem: ProblemChoice): string => (problem.kind === 'custom' ? parametersOf(problem).join(' ') : problem.id);

/** Another problem is shown from its own view, at the end of its runs. */
export function resetViewWithProblem(): () => void {
  return experimentStore.subscribe(({ experiment }, before) => {
    if (placeOf(experiment.problem) !== placeOf(before.experiment.problem)) showOnScreen({ view: null, step: null, playing: false });
  });
}
