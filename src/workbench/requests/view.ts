import { loadOnce } from '../../late/loadOnce';
import { coordinateAlong, withCoordinates } from '../../engine/view/projection';
import { pointAtRow, rowAt } from '../../engine/trace/rows';
import { roundedRange } from '../../engine/view/roundedRange';
import type { Trace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { parametersOf } from '../../experiment';
import type { ParameterView, PlotView, ProblemChoice } from '../../experiment/core/types';
import { currentExperiment, useExperimentPart } from '../stores/experimentStore';
import { resultStore, useResults } from '../stores/resultStore';
import type { principalViewOf } from './principal';
import { setStart } from '../edits/edits';
import { screenStore, setScreen, useScreen, type ScreenState } from '../stores/screenStore';
import { unitsOf, withEqualUnits } from './equalUnits';
import { defaultView } from './parameterViews';
import { viewChanged } from './viewChanged';
import type { wideningNow } from './widening';

const defaultViews = new WeakMap<ProblemChoice, ParameterView>();

/** The problem's default view: the same object until the problem changes. */
function rememberedDefaultView(problem: ProblemChoice): ParameterView {
  const view = defaultViews.get(problem) ?? defaultView(problem);
  defaultViews.set(problem, view);
  return view;
}

/** The selected run's point at the transport's step; of a run that diverged before it, the last finite point. */
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

/** The last result of `withHeldAt`, which is returned again for equal arguments. */
let latest: { readonly base: View; readonly view: View } | null = null;

/** The same view with the parameters that are on no axis held at a point. */
function withHeldAt(base: View, point: readonly number[]): View {
  const [first, second] = base.axes;
  const here = [first, ...(second === undefined ? [] : [second])].map((axis) => coordinateAlong(axis, base.held));
  const held = withCoordinates(point, base.axes, here);
  if (latest?.base === base && latest.view.held.every((value, i) => value === held[i])) return latest.view;
  latest = { base, view: { ...base, held } };
  return latest.view;
}

/** Widens a view; null until it has loaded. */
let widen: typeof wideningNow | null = null;

/** The last view with equal units, which is returned again for the same view and plot. */
let lastEqual: { readonly base: View; readonly aspect: number; readonly view: View } | null = null;

function rememberedEqualView(base: View, aspect: number): View {
  if (lastEqual?.base !== base || lastEqual.aspect !== aspect)
    lastEqual = { base, aspect, view: withEqualUnits(base, aspect) };
  return lastEqual.view;
}

/** What of the screen the view depends on. */
type ViewInputs = Pick<
  ScreenState,
  | 'view'
  | 'planeDuringDrag'
  | 'selected'
  | 'step'
  | 'stage'
  | 'framing'
  | 'viewAtBreak'
  | 'units'
  | 'tab'
  | 'arrows'
  | 'pathAspect'
>;

/** The view that the path's plot has with this screen; with the units of its axes equal where they are to be. */
export function viewAt(problem: ProblemChoice, screen: ViewInputs, trace: Trace | null): View {
  const view = fittedView(problem, screen, trace);
  const isEqual = unitsOf(screen) !== 'fit' && view.kind !== 'curve';
  return isEqual && screen.pathAspect !== null ? rememberedEqualView(view, screen.pathAspect) : view;
}

/**
 * The view that fills the plot: the one that the user chose, or the problem's default. Parameters on no axis are held where the
 * selected run is, so that its path lies on the surface at the current step.
 */
function fittedView(problem: ProblemChoice, screen: ViewInputs, trace: Trace | null): View {
  const count = parametersOf(problem).length;
  const answered = trace?.parameters.length === count ? trace : null;
  const base =
    screen.planeDuringDrag?.held.length === count ? screen.planeDuringDrag : chosenView(problem, screen, answered);
  const point = answered && base.axes.length < count ? pointOf(answered, screen) : null;
  const held = point === null ? base : withHeldAt(base, point);
  const { stage, framing, view, viewAtBreak } = screen;
  const isWidened = framing === 'break' ? view === viewAtBreak : stage && !view;
  return isWidened && answered && widen ? widen(held, answered) : held;
}

/** Computes the principal plane; null until it has loaded. */
let findPrincipalView: typeof principalViewOf | null = null;

const loadPrincipal = loadOnce(() => import('./principal'));

const loadWidening = loadOnce(() => import('./widening'));

const isPrincipal = ({ view }: ScreenState): boolean => view?.kind === 'principal';
const mayBeWidened = ({ stage, framing }: ScreenState): boolean => stage !== null || framing === 'break';

/** Loads the code for principal planes and for widened views when one is first shown; until then the default view is. */
export const loadViewsWhenShown = (): (() => void) =>
  screenStore.subscribe((screen, before) => {
    if (isPrincipal(screen) && !isPrincipal(before) && !findPrincipalView)
      void loadPrincipal().then(({ principalViewOf: loaded }) => {
        findPrincipalView = loaded;
        viewChanged();
      });
    if (mayBeWidened(screen) && !mayBeWidened(before) && !widen)
      void loadWidening().then(({ wideningNow: loaded }) => {
        widen = loaded;
        viewChanged();
      });
  });

/** The chosen view; the default one instead of a principal plane if the path has no rows yet or does not move. */
function chosenView(
  problem: ProblemChoice,
  { view, selected }: Pick<ScreenState, 'view' | 'selected'>,
  trace: Trace | null,
): View {
  if (view?.kind !== 'principal') return view ?? rememberedDefaultView(problem);
  return (trace && findPrincipalView?.(view, problem, trace, selected)) ?? rememberedDefaultView(problem);
}

export const currentView = (): View =>
  viewAt(currentExperiment().problem, screenStore.getState(), resultStore.getState().trace);

export function useView(): View {
  const problem = useExperimentPart((experiment) => experiment.problem);
  const trace = useResults((state) => state.trace);
  return useScreen((screen) => viewAt(problem, screen, trace));
}

/** The chosen view, or the default one; unlike `useView` it does not change with the held values while a run plays. */
function useChosenView(): PlotView {
  const problem = useExperimentPart((experiment) => experiment.problem);
  return useScreen(({ view }) => view ?? rememberedDefaultView(problem));
}

/** Indices of the parameters along the axes; null for a principal view. */
export function useParameterAxes(): ParameterView['axes'] | null {
  const view = useChosenView();
  return view.kind === 'principal' ? null : view.axes;
}

/** Whether the view has two axes. */
export const useHasPlane = (): boolean => useChosenView().kind !== 'curve';

/**
 * Shows other axes or ranges. So that links stay short, the ranges have no more digits than a pixel needs; the held values
 * follow the run and are no part of the choice.
 */
export function chooseView(view: View): void {
  const { held } = rememberedDefaultView(currentExperiment().problem);
  const [x, y] = [roundedRange(view.x), roundedRange(view.y)];
  setScreen({ view: view.kind === 'principal' ? { kind: 'principal', ranges: [x, y] } : { ...view, x, y, held } });
}

/** Shows the principal plane of the selected run, with ranges that hold all runs. */
export const choosePrincipal = (): void => setScreen({ view: { kind: 'principal' } });

/** Back to the default ranges: those of the problem or, in the principal plane, ranges that hold all runs. */
export const resetView = (): void =>
  setScreen({ view: screenStore.getState().view?.kind === 'principal' ? { kind: 'principal' } : null });

/**
 * Moves the start. During a drag the principal plane stays fixed, because the start would otherwise move away from under
 * the pointer; afterwards the plane is that of the new path.
 */
export function dragStart(start: readonly number[], settled: boolean): void {
  const { view, planeDuringDrag } = screenStore.getState();
  if (view?.kind === 'principal') setScreen({ planeDuringDrag: settled ? null : (planeDuringDrag ?? currentView()) });
  setStart(start, settled);
}
