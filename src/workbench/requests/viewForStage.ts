import type { PlotView } from '../../experiment/core/types';
import { currentExperiment } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import { defaultView } from './parameterViews';
import { widenedView } from './widenedView';

/**
 * The view with which a stage shows what the workbench shows now: the chosen one. A stage widens the default view for runs that
 * leave it, so where one has left, the default view is named; otherwise it is null, and a link stays short.
 */
export function viewForStage(): PlotView | null {
  const { view, stage, framing } = screenStore.getState();
  const { trace } = resultStore.getState();
  // On a stage, and where the growth of a run is shown, the view has been widened already.
  if (view || stage || framing === 'break') return view;
  const base = defaultView(currentExperiment().problem);
  return trace?.parameters.length === base.held.length && widenedView(base, trace) !== base ? base : null;
}
