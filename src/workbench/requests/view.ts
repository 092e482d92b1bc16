import { coordinateAlong, withCoordinates } from '../../engine/view/projection';
import { pointAtRow, rowAt } from '../../engine/trace/rows';
import type { Trace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { parametersOf } from '../../experiment';
import type { ParameterView, PlotView, ProblemChoice } from '../../experiment/core/types';
import { currentExperiment, useExperimentPart } from '../stores/experimentStore';
import { pictureStore, usePicture } from '../stores/pictureStore';
import type { principalViewOf } from './principal';
import { setStart } from '../edits/edits';
import { screenStore, showOnScreen, useScreen, type ScreenState } from '../stores/screenStore';
import { ownView } from './subject';

const ownViews = new WeakMap<ProblemChoice, ParameterView>();

/** The problem's own view: the same object until the problem changes. */
function ownViewOf(problem: ProblemChoice): ParameterView {
  const own = ownViews.get(problem) ?? ownView(problem);
  ownViews.set(problem, own);
  return own;
}

/** Where the selected run is at the transport's step; where it ran out of numbers, the last point before that. */
export function pointOf(
  trace: Trace,
  { selected, step }: Pick<ScreenState, 'selected' | 'step'>,
): readonly number[] | null {
  const run = trace.runs[Math.min(selected, trace.runs.length - 1)];
  if (!run) return null;
  for (let row = rowAt(run, step ?? Infinity); row >= 0; row -= 1) {
    const point = pointAtRow(run, row);
    if (point.every(Number.isFinite)) return Array.from(point);
  }
  return null;
}

/** The last answer of `holding`: asked for the same again, it is the same object. */
let latest: { readonly base: View; readonly view: View } | null = null;

/** The same picture with what is off its axes held at a point. */
function holding(base: View, point: readonly number[]): View {
  const [first, second] = base.axes;
  const here = [first, ...(second === undefined ? [] : [second])].map((axis) => coordinateAlong(axis, base.held));
  const held = withCoordinates(point, base.axes, here);
  if (latest?.base === base && latest.view.held.every((value, i) => value === held[i])) return latest.view;
  latest = { base, view: { ...base, held } };
  return latest.view;
}

/**
 * The view that is drawn: the one the person chose, or the problem's own. What is on neither axis is held where the
 * selected run is, so that its path lies on the surface at the step shown.
 */
function viewAt(
  problem: ProblemChoice,
  screen: Pick<ScreenState, 'view' | 'planeDuringDrag' | 'selected' | 'step'>,
  trace: Trace | null,
): View {
  const count = parametersOf(problem).length;
  const answered = trace?.parameters.length === count ? trace : null;
  const base =
    screen.planeDuringDrag?.held.length === count ? screen.planeDuringDrag : baseOf(problem, screen, answered);
  const point = answered && base.axes.length < count ? pointOf(answered, screen) : null;
  return point === null ? base : holding(base, point);
}

/** Finds the principal directions; loads when a path's plane is first chosen. */
let findPlane: typeof principalViewOf | null = null;

/** Loads what finds the plane as soon as it is chosen, by a person or a link; until then the problem's own view is shown. */
export const loadPlaneWhenChosen = (): (() => void) =>
  screenStore.subscribe(({ view }, before) => {
    if (view?.axes !== 'principal' || before.view?.axes === 'principal' || findPlane) return;
    void import('./principal').then((loaded) => {
      findPlane = loaded.principalViewOf;
      // The same state anew: what was drawn without the plane is drawn with it.
      showOnScreen({});
    });
  });

/** What was chosen; the problem's own view where the plane of a path that is not known, or does not move, was. */
function baseOf(
  problem: ProblemChoice,
  { view, selected }: Pick<ScreenState, 'view' | 'selected'>,
  trace: Trace | null,
): View {
  if (view?.axes !== 'principal') return view ?? ownViewOf(problem);
  return (trace && findPlane?.(view, problem, trace, selected)) ?? ownViewOf(problem);
}

export const currentView = (): View =>
  viewAt(currentExperiment().problem, screenStore.getState(), pictureStore.getState().trace);

export function useView(): View {
  const problem = useExperimentPart((experiment) => experiment.problem);
  const trace = usePicture((state) => state.trace);
  return useScreen((screen) => viewAt(problem, screen, trace));
}

/** Indices of the parameters along the axes: what is held may change many times a second, these do not. */
export function useAxes(): PlotView['axes'] {
  const problem = useExperimentPart((experiment) => experiment.problem);
  return useScreen(({ view }) => (view ?? ownViewOf(problem)).axes);
}

/** Whether the picture has two axes. */
export const useHasPlane = (): boolean => {
  const axes = useAxes();
  return axes === 'principal' || axes.length > 1;
};

/** Shows other axes or ranges. What is held follows the run and is not part of the choice, so links stay short. */
export function chooseView({ axes, x, y }: View): void {
  const { held } = ownViewOf(currentExperiment().problem);
  showOnScreen({ view: isParameters(axes) ? { axes, x, y, held } : { axes: 'principal', ranges: [x, y] } });
}

const isParameters = (axes: View['axes']): axes is ParameterView['axes'] => typeof axes[0] === 'number';

/** Shows the plane of the selected run's principal directions, as far as the runs reach. */
export const choosePrincipal = (): void => showOnScreen({ view: { axes: 'principal' } });

/** Shows everything: the problem's own ranges or, in the plane of the principal directions, as far as the runs reach. */
export const resetView = (): void =>
  showOnScreen({ view: screenStore.getState().view?.axes === 'principal' ? { axes: 'principal' } : null });

/**
 * Moves the start. While a drag lasts the plane of the principal directions stays as it is, or the start would slip away
 * from under the pointer with every step; then it is that of the new path.
 */
export function dragStart(start: readonly number[], settled: boolean): void {
  const { view, planeDuringDrag } = screenStore.getState();
  if (view?.axes === 'principal')
    showOnScreen({ planeDuringDrag: settled ? null : (planeDuringDrag ?? currentView()) });
  setStart(start, settled);
}
