import { LossEvaluator } from '../loss/evaluator';
import { evaluationsOf, type LossSource } from '../loss/source';
import { isQuadratic } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { rateAt, runAt } from '../plan/run';
import { evenRows, lastFiniteRow, pointAtRow, stateAt } from '../trace/rows';
import type { PauseSignal } from '../common/slice';
import type { RunTrace } from '../trace/types';
import type { Curvature, Spectrum } from './curvature';
import {
  modifiedLossOf,
  curvatureLimit,
  hessianTransformOf,
  isClipped,
  optimizerOf,
  rateLimit,
  theoryHyperOfPlan,
  stabilityOf,
  type NoLimit,
} from './limits';
import { reachOf } from './distance';
import { isMinimum, targetOf, type Target } from './target';

/** Why a limit holds only near the point where it was computed, or only on average. */
export type Caveat =
  'noMinimum' | 'notQuadratic' | 'adaptive' | 'notConstantRate' | 'noisy' | 'noiseAdded' | 'clipped' | 'decays';

/** The stability edge of a run: the learning rate below which it converges at its target minimum. */
export interface Edge {
  /** Null if there is none; `reasons` then says why. */
  readonly limit: number | null;
  /** The largest eigenvalue of the effective curvature at `point`. */
  readonly lambda: number | null;
  /** All eigenvalues, largest first; null where not all are known. */
  readonly eigenvalues: readonly number[] | null;
  readonly curvature: 'hessian' | 'preconditioned';
  /** What the batch's reduction multiplies the curvature by; already in `lambda`. */
  readonly weight: number;
  /** What a penalty adds to the curvature; already in `lambda`. */
  readonly penalty: number;
  /** Indices of the parameters that are not frozen, whose curvature it is; null for all. */
  readonly free: readonly number[] | null;
  readonly at: Target['at'];
  readonly point: readonly number[];
  /** `exact`: for the whole run. `local`: near the point, for the reasons given, the weightiest first. */
  readonly applies: 'exact' | 'local' | 'none';
  readonly reasons: readonly (NoLimit | Caveat)[];
}

/** The stability edge of one run, from the exact Hessian at the minimum that it heads for. Yields when it is time to pause. */
export function* edgeOf(
  plan: Plan,
  index: number,
  trace: RunTrace,
  curvature: Curvature,
  slice: PauseSignal,
): Generator<void, Edge> {
  const run = runAt(plan, index);
  const target = yield* targetOf(plan, trace, slice, modifiedLossOf(run));
  const optimizer = optimizerOf(run);
  const row = lastFiniteRow(trace);
  const transform = hessianTransformOf(run, stateAt(trace, row), row);
  // Derivatives may have a value where the loss has none: that of -log(x) at -1 does.
  const isDefined = plan.kind === 'data' || Number.isFinite(new LossEvaluator(plan, 'float64').lossAt(target.point));
  const spectrum = isDefined ? yield* curvature.inSlices(target.point, transform, slice) : null;
  const beside = isMinimum(target) ? yield* curvature.inSlices(besideOf(plan, target.point), transform, slice) : null;
  const limit = spectrum
    ? rateLimit(optimizer, theoryHyperOfPlan(run), isFlat(spectrum.largest.value, beside) ? 0 : spectrum.largest.value)
    : noSpectrum(run, isDefined, isListed(plan, target.point));
  const base = {
    lambda: spectrum?.largest.value ?? null,
    eigenvalues: spectrum?.values ?? null,
    curvature: transform.divisor ? ('preconditioned' as const) : ('hessian' as const),
    weight: transform.weight,
    penalty: transform.penalty,
    free: transform.free,
    ...target,
  };
  if (typeof limit === 'string') return { ...base, limit: null, applies: 'none', reasons: [limit] };
  const reasons = caveats(plan, run, target, transform.divisor !== null);
  return { ...base, limit, applies: reasons.length === 0 ? 'exact' : 'local', reasons };
}

/** A curvature below this share of that just beside a minimum belongs to a loss that is flatter there than a parabola. */
const FLAT_SHARE = 1e-4;

/**
 * Whether the curvature at a minimum vanishes as a run comes to it, as that of (x - 3)^4. It then allows any rate, and
 * says nothing of how fast the run comes nearer.
 * @param beside the curvature at `besideOf` the minimum; far away, that of a steep loss is a million times as large, too
 */
export const isFlat = (lambda: number, beside: Spectrum | null): boolean =>
  lambda > 0 && beside !== null && lambda <= FLAT_SHARE * beside.smallest.value;

/** A point about as far beside a minimum as its reach, along no axis nor diagonal: along one, a loss may be level. */
export const besideOf = (plan: Plan, minimum: readonly number[]): number[] =>
  minimum.map((x, i) => x + (reachOf(plan) * (i + 1)) / minimum.length);

const isListed = ({ minima }: Plan, point: readonly number[]): boolean =>
  minima.some((minimum) => minimum.every((x, i) => x === point[i]));

/** Why there is no limit at a point without eigenvalues; a rule without a theory is the more important reason. */
function noSpectrum(run: RunPlan, isDefined: boolean, isKnown: boolean): NoLimit {
  const stability = stabilityOf(optimizerOf(run), theoryHyperOfPlan(run));
  if (typeof stability === 'string') return stability;
  // If nothing moves, every rate is stable.
  if (!run.parameterInputs.free.some((moves) => moves === 1)) return 'unbounded';
  if (!isDefined) return 'undefined';
  // A minimum is listed without a Hessian only where the loss has a kink, as Ackley's tip.
  return isKnown ? 'kink' : 'noHessian';
}

function caveats(plan: Plan, run: RunPlan, { at }: Target, adaptive: boolean): Caveat[] {
  const holds: Readonly<Record<Caveat, boolean>> = {
    noMinimum: !isMinimum({ at }),
    notConstantRate: run.rates.some((rate) => rate !== run.rates[0]),
    noisy: isNoisy(run),
    noiseAdded: Number(run.hyper.noiseScale ?? 0) !== 0,
    clipped: isClipped(run),
    decays: [run.hyper.decay, run.hyper.weightDecay].some((decay) => Number(decay ?? 0) !== 0),
    adaptive,
    notQuadratic: !isQuadratic(plan.loss),
  };
  return (Object.keys(holds) as Caveat[]).filter((caveat) => holds[caveat]);
}

/** Whether any update differs from a full batch: not every sample once, unequal weights, or dropout. */
export function isNoisy(run: RunPlan): boolean {
  if (run.kind === 'function') return false;
  if (run.dropout) return true;
  const { data, visits } = run;
  const { start, tailStart, end, headWeight, tailWeight } = run.batches;
  return start.some((from, u) => {
    const to = end[u] as number;
    // Thousands of updates may repeat the same visits; check these once.
    const isAgain = from === start[u - 1];
    return (
      to - from !== data.size ||
      (tailStart[u] !== to && headWeight[u] !== tailWeight[u]) ||
      (!isAgain && new Set(visits.subarray(from, to)).size !== data.size)
    );
  });
}

/** Curvature along a path, with the curvature limit of each update's rate. Null where a number does not exist. */
export interface CurvaturePath {
  /** Rows of the trace, the first and the last among them. */
  readonly rows: readonly number[];
  /** Extreme eigenvalues of the effective curvature. */
  readonly largest: readonly (number | null)[];
  readonly smallest: readonly (number | null)[];
  /** The curvature limit of the rate of that row's update. */
  readonly limit: readonly (number | null)[];
}

/** Most points of a path; a plot cannot show more. */
export const PATH_POINTS = 200;
/** Fewer points if each is costly: this many entries of single samples' Hessians are summed in about a second. */
const PATH_WORK = 1e7;
/** Fewest points that still show the course. */
const FEWEST_POINTS = 25;

/** Number of points of a path at which the curvature is computed. */
export const pathPoints = (source: LossSource): number =>
  Math.max(
    FEWEST_POINTS,
    Math.min(PATH_POINTS, Math.floor(PATH_WORK / (source.loss.parameters.length ** 2 * evaluationsOf(source)))),
  );

/** The curvature at rows of a run. Yields when it is time to pause. */
export function* curvatureAlong(
  plan: Plan,
  index: number,
  trace: RunTrace,
  curvature: Curvature,
  slice: PauseSignal,
): Generator<void, CurvaturePath> {
  const run = runAt(plan, index);
  const optimizer = optimizerOf(run);
  const rows = evenRows(lastFiniteRow(trace), isQuadratic(plan.loss) ? PATH_POINTS : pathPoints(plan));
  const spectra: (Spectrum | null)[] = [];
  for (const row of rows) {
    if (!Number.isFinite(trace.loss[row])) spectra.push(null);
    else
      spectra.push(
        yield* curvature.inSlices(pointAtRow(trace, row), hessianTransformOf(run, stateAt(trace, row), row), slice),
      );
    if (slice.isTimeUp()) yield;
  }
  return {
    rows,
    largest: spectra.map((spectrum) => spectrum?.largest.value ?? null),
    smallest: spectra.map((spectrum) => spectrum?.smallest.value ?? null),
    limit: rows.map((row) => {
      const limit = curvatureLimit(optimizer, theoryHyperOfPlan(run), rateAt(run, row));
      return typeof limit === 'string' ? null : limit;
    }),
  };
}
