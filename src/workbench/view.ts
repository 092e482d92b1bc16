import type { Trace, View } from '../engine/types';
import { parametersOf } from '../experiment';
import type { ProblemChoice } from '../experiment/types';
import { currentExperiment, experimentStore, useExperimentPart } from './experimentStore';
import { pictureStore, usePicture } from './pictureStore';
import { screenStore, showOnScreen, useScreen, type ScreenState } from './screenStore';
import { ownView } from './subject';

const ownViews = new WeakMap<ProblemChoice, View>();

/** The problem's own view: the same object until the problem changes. */
function ownViewOf(problem: ProblemChoice): View {
  const own = ownViews.get(problem) ?? ownView(problem);
  ownViews.set(problem, own);
  return own;
}

/** Where the selected run is at the transport's step; where it ran out of numbers, the last point before that. */
export function pointOf(trace: Trace, { selected, step }: Pick<ScreenState, 'selected' | 'step'>): readonly number[] | null {
  const run = trace.runs[Math.min(selected, trace.runs.length - 1)];
  if (!run) return null;
  const width = trace.parameters.length;
  for (let row = Math.min(step ?? Infinity, run.rows - 1); row >= 0; row -= 1) {
    const point = Array.from(run.params.subarray(row * width, (row + 1) * width));
    if (point.every(Number.isFinite)) return point;
  }
  return null;
}

/** The last answer of `holding`: asked for the same again, it is the same object. */
let latest: { readonly base: View; readonly view: View } | null = null;

/** The same picture with the parameters off its axes held at a point. */
function holding(base: View, point: readonly number[]): View {
  const held = base.held.map((value, i) => (base.axes.some((axis) => axis === i) ? value : (point[i] ?? value)));
  if (latest?.base === base && latest.view.held.every((value, i) => value === held[i])) return latest.view;
  latest = { base, view: { ...base, held } };
  return latest.view;
}

/**
 * The view that is drawn: the one the person chose, or the problem's own. What is on neither axis is held where the
 * selected run is, so that its path lies on the surface at the step shown.
 */
export function viewAt(problem: ProblemChoice, screen: Pick<ScreenState, 'view' | 'selected' | 'step'>, trace: Trace | null): View {
  const base = screen.view ?? ownViewOf(problem);
  const count = parametersOf(problem).length;
  if (base.axes.length === count || trace?.parameters.length !== count) return base;
  const point = pointOf(trace, screen);
  return point === null ? base : holding(base, point);
}

export const currentView = (): View => viewAt(currentExperiment().problem, screenStore.getState(), pictureStore.getState().trace);

export function useView(): View {
  const problem = useExperimentPart((experiment) => experiment.problem);
  const trace = usePicture((state) => state.trace);
  return useScreen((screen) => viewAt(problem, screen, trace));
}

/** Indices of the parameters along the axes: what is held may change many times a second, these do not. */
export function useAxes(): View['axes'] {
  const problem = useExperimentPart((experiment) => experiment.problem);
  return useScreen(({ view }) => (view ?? ownViewOf(problem)).axes);
}

/** Shows other axes or ranges. What is held follows the run and is not part of the choice, so links stay short. */
export const chooseView = (view: View): void => showOnScreen({ view: { ...view, held: ownViewOf(currentExperiment().problem).held } });

/** What makes two problems the same place to look at: constants and data may change without leaving it. */
const placeOf = (problem: ProblemChoice): string => (problem.kind === 'custom' ? parametersOf(problem).join(' ') : problem.id);

/** Another problem is shown from its own view, at the end of its runs. */
export function resetViewWithProblem(): () => void {
  return experimentStore.subscribe(({ experiment }, before) => {
    if (placeOf(experiment.problem) !== placeOf(before.experiment.problem)) showOnScreen({ view: null, sweep: null, probePoint: null, step: null, playing: false });
  });
}
