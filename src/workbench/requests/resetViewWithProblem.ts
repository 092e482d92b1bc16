import { parametersOf } from '../../experiment';
import type { PlotView, ProblemChoice, SweepChoice } from '../../experiment/core/types';
import { viewFor } from '../edits/edits';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { screenStore, setScreen, type ScreenState } from '../stores/screenStore';
import { defaultView } from './parameterViews';

/** Changing to a problem with the same key keeps the view: constants and sampled data may change without resetting it. */
const viewKey = (problem: ProblemChoice): string =>
  problem.kind === 'custom' ? parametersOf(problem).join(' ') : problem.id;

/** The rows of user data, which are compared by identity. */
const userRowsOf = (problem: ProblemChoice) => (problem.kind === 'data' ? problem.userData?.x : undefined);

export const hasSameViewKey = (one: ProblemChoice, other: ProblemChoice): boolean =>
  viewKey(one) === viewKey(other) && userRowsOf(one) === userRowsOf(other);

/** Whether a problem is another one than that of the experiment on the screen. */
export const isFormerProblem = (problem: ProblemChoice): boolean =>
  !hasSameViewKey(problem, currentExperiment().problem);

/** Resets the view and the step when the problem changes; if only its parameters change, keeps what still applies. */
export function resetViewWithProblem(): () => void {
  return experimentStore.subscribe(({ experiment: { problem } }, { experiment: { problem: before } }) => {
    if (problem === before) return;
    if (!hasSameViewKey(problem, before))
      setScreen({
        view: problem.kind === 'custom' ? viewFor(problem) : null,
        framing: 'all',
        planeDuringDrag: null,
        sweep: null,
        probe: null,
        step: null,
        playing: false,
      });
    else if (parametersOf(problem).join() !== parametersOf(before).join())
      setScreen(screenForNewParameters(screenStore.getState(), before, problem));
  });
}

/** The screen fields that refer to single parameters, after a setting has changed which parameters there are. */
function screenForNewParameters(
  { view, sweep }: ScreenState,
  before: ProblemChoice,
  problem: ProblemChoice,
): Partial<ScreenState> {
  return {
    view: viewForNewParameters(view, before, problem),
    planeDuringDrag: null,
    probe: null,
    sweep: sweep && variesStart(sweep) ? null : sweep,
  };
}

/** The same axes and ranges if the parameters of all axes still exist; otherwise null, which is the default view. */
function viewForNewParameters(view: PlotView | null, before: ProblemChoice, problem: ProblemChoice): PlotView | null {
  const [old, names] = [parametersOf(before), parametersOf(problem)];
  if (view === null) return null;
  if (view.kind === 'principal') return names.length > 2 ? { kind: 'principal' } : null;
  const axes = view.axes.map((axis) => names.indexOf(old[axis] ?? ''));
  const [x = -1, y] = axes;
  if (axes.includes(-1)) return null;
  const { held } = defaultView(problem);
  const { x: xRange, y: yRange } = view;
  return y === undefined
    ? { kind: 'curve', axes: [x], x: xRange, y: yRange, held }
    : { kind: 'plane', axes: [x, y], x: xRange, y: yRange, held };
}

const variesStart = ({ x, y }: SweepChoice): boolean => [x, y].some(({ target }) => target.kind === 'start');
