import { parametersOf } from '../../experiment';
import type { ParameterView, PlotView, ProblemChoice, SweepSettings } from '../../experiment/core/types';
import { experimentStore } from '../stores/experimentStore';
import { screenStore, showOnScreen, type ScreenState } from '../stores/screenStore';
import { ownView } from '../requests/subject';

/** What makes two problems the same place to look at: constants and drawn data may change without leaving it. */
const placeOf = (problem: ProblemChoice): string =>
  problem.kind === 'custom' ? parametersOf(problem).join(' ') : problem.id;

/** A person's own data: the very same list, whatever else of them changes. */
const givenOf = (problem: ProblemChoice) => (problem.kind === 'data' ? problem.given?.x : undefined);

const isSamePlace = (one: ProblemChoice, other: ProblemChoice): boolean =>
  placeOf(one) === placeOf(other) && givenOf(one) === givenOf(other);

/** Another problem is shown from its own view, at the end of its runs; one with other parameters as far as they are the same. */
export function resetViewWithProblem(): () => void {
  return experimentStore.subscribe(({ experiment: { problem } }, { experiment: { problem: before } }) => {
    if (problem === before) return;
    if (!isSamePlace(problem, before))
      showOnScreen({ view: null, planeDuringDrag: null, sweep: null, probe: null, step: null, playing: false });
    else if (parametersOf(problem).join() !== parametersOf(before).join())
      showOnScreen(fitted(screenStore.getState(), before, problem));
  });
}

/** What of the screen speaks of single parameters, after a setting has changed which there are. */
function fitted({ view, sweep }: ScreenState, before: ProblemChoice, problem: ProblemChoice): Partial<ScreenState> {
  return {
    view: fittedView(view, before, problem),
    planeDuringDrag: null,
    probe: null,
    sweep: sweep && startsIn(sweep) ? null : sweep,
  };
}

/** The same rectangle, if both parameters are still there. */
function fittedView(view: PlotView | null, before: ProblemChoice, problem: ProblemChoice): PlotView | null {
  const [old, names] = [parametersOf(before), parametersOf(problem)];
  if (view === null) return null;
  if (view.axes === 'principal') return names.length > 2 ? { axes: 'principal' } : null;
  const axes = view.axes.map((axis) => names.indexOf(old[axis] ?? ''));
  const [x = -1, y] = axes;
  if (axes.includes(-1)) return null;
  const { held } = ownView(problem);
  return { ...view, axes: y === undefined ? [x] : [x, y], held } satisfies ParameterView;
}

const startsIn = ({ x, y }: SweepSettings): boolean => [x, y].some(({ of }) => of.startsWith('start.'));
