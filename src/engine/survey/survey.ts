import { isMethod } from '../../catalogue';
import { UNKNOWN_RANGE } from '../../experiment/core/choice';
import type { Experiment } from '../../experiment/core/types';
import type { PauseSignal } from '../common/slice';
import { runReference } from '../float64/reference';
import { LossEvaluator } from '../loss/evaluator';
import { planExperiment } from '../plan/plan';
import type { FunctionPlan, Plan } from '../plan/types';
import { descend } from '../search/descend';
import { isInside, minimaBelow, startsIn, widthOf, type Ranges } from '../search/minima';
import { pointAtRow } from '../trace/rows';
import { limitRanges, rangesAround, widened } from './ranges';

type Point = readonly number[];

/** Boxes around 0 from which minima are looked for, by the factor to the usual range; the last two only if there was none. */
const SCALES = [1, 10, 100, 1000];
const ALWAYS = 2;
/** Updates of the runs whose paths the view holds. */
const MOST_UPDATES = 300;
/** Up to this many minima are all shown, unless they are farther away than `NEAR_MINIMA` widths; of more, those near by. */
const FEW = 4;
/** How far from the start and its valley a minimum may be, in units of their width or of the usual range. */
const NEAR_MINIMA = 4;
/** The same for points of the paths: those of a run that leaves do not count. */
const NEAR_PATHS = 1;
/** A view that is needed less than this share of the usual one is a view of its own. */
const LEAST_SHARE = 0.1;

/**
 * A default view for a typed loss, which holds the start, the minimum below it, the minima near by, and the paths of the
 * runs as far as they stay near by. The usual range where that holds them all; null if the problem is no typed loss. Yields
 * when it is time to pause.
 */
export function* surveyInSlices(experiment: Experiment, slice: PauseSignal): Generator<void, Ranges | null> {
  if (experiment.problem.kind !== 'custom') return null;
  // Paths of rules alone: the algorithms of classical methods may not have been loaded.
  const runs = experiment.runs.filter(({ optimizer }) => !isMethod(optimizer));
  const plan = planExperiment({ ...experiment, runs, steps: Math.min(experiment.steps ?? MOST_UPDATES, MOST_UPDATES) });
  if (plan.kind !== 'function') return null;
  const usual: Ranges = plan.parameters.map(() => UNKNOWN_RANGE);
  const start = experiment.start ?? plan.parameters.map(() => 0);
  // At a kink there is a lowest point that is no minimum by its curvature.
  const bottom = descend(new LossEvaluator(plan, 'float64'), start);
  const core = rangesAround([start, ...(bottom?.isLowest && !isFar(bottom.point, start) ? [bottom.point] : [])]);
  const minima = yield* minimaAround(plan, start, experiment.seed, slice);
  const lowest = minima.slice(0, 1).filter((point) => !isFar(point, start));
  const valley = rangesAround([...pointsOf(core), ...lowest]);
  const reach = widened(valley, minima.length > FEW ? 0 : NEAR_MINIMA, usual);
  const near = minima.filter((point) => isInside(point, reach));
  const places = rangesAround([...pointsOf(valley), ...near]);
  const room = widened(places, NEAR_PATHS, usual);
  const paths = pathPoints(plan).filter((point) => isInside(point, room));
  if (slice.isTimeUp()) yield;
  const needed = rangesAround([...pointsOf(places), ...paths]);
  const fits = needed.every(([low, high], i) => low >= (usual[i]?.[0] ?? 0) && high <= (usual[i]?.[1] ?? 0));
  // Where nothing moves, the start alone makes no view.
  const isPoint = widthOf(needed) === 0;
  if (fits && (isPoint || widthOf(needed) >= LEAST_SHARE * widthOf(usual))) return usual;
  return limitRanges(isPoint ? rangesAround([start, ...pointsOf(usual)]) : needed);
}

/** A way down that runs this far, in units of the usual range or of the start's own size, has no bottom. */
const FAR = 1e4;
const isFar = (point: Point, start: Point): boolean =>
  point.some((x, i) => Math.abs(x) > FAR * Math.max(UNKNOWN_RANGE[1], Math.abs(start[i] as number)));

const pointsOf = (ranges: Ranges): Point[] => [ranges.map(([low]) => low), ranges.map(([, high]) => high)];

/** The minima that a search finds from the start and from boxes around 0; the lowest first. */
function* minimaAround(
  plan: FunctionPlan,
  start: Point,
  seed: number,
  slice: PauseSignal,
): Generator<void, readonly Point[]> {
  const boxes = SCALES.map((scale) =>
    plan.parameters.map(() => UNKNOWN_RANGE.map((end) => scale * end) as [number, number]),
  );
  const [usual] = boxes;
  for (let from = 0, to = ALWAYS; from < boxes.length; from = to, to += 1) {
    const starts = [start, ...boxes.slice(from, to).flatMap((box) => startsIn(box, seed))];
    const found = yield* minimaBelow(plan, starts, widthOf(usual ?? []), slice);
    if (found.length > 0) return found.map(({ point }) => point);
  }
  return [];
}

/** Every point of every run that does not diverge. */
const pathPoints = (plan: Plan): Point[] =>
  runReference(plan)
    .filter(({ outcome }) => outcome?.kind !== 'diverged')
    .flatMap((trace) => Array.from({ length: trace.rows }, (_, row) => Array.from(pointAtRow(trace, row))));
