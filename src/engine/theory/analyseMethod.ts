import type { PlannedProblem } from '../plan/types';
import { TimeSlice, type PauseSignal } from '../common/slice';
import { isQuadratic } from '../plan/plan';
import { evenRows, lastFiniteRow, pointAtRow } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import type { RunAnalysis } from './analyse';
import { Curvature, NO_TRANSFORM, type Spectrum } from './curvature';
import { PATH_POINTS, pathPoints } from './edge';

/**
 * The curvature along a run by a classical method, and at its end. Such a method has no learning rate, and so no stability edge;
 * why it stopped is in its trace.
 */
export function* analyseMethodInSlices(
  plan: PlannedProblem,
  run: number,
  trace: RunTrace,
  slice: PauseSignal = new TimeSlice(),
): Generator<void, RunAnalysis> {
  const curvature = new Curvature(plan);
  const last = lastFiniteRow(trace);
  const rows = evenRows(last, isQuadratic(plan.loss) ? PATH_POINTS : pathPoints(plan));
  const spectra: (Spectrum | null)[] = [];
  for (const row of rows) {
    const isDefined = Number.isFinite(trace.loss[row]);
    spectra.push(isDefined ? yield* curvature.inSlices(pointAtRow(trace, row), NO_TRANSFORM, slice) : null);
    if (slice.isTimeUp()) yield;
  }
  const end = spectra.at(-1) ?? null;
  return {
    run,
    edge: {
      limit: null,
      lambda: end?.largest.value ?? null,
      eigenvalues: end?.values ?? null,
      curvature: 'hessian',
      weight: 1,
      penalty: 0,
      free: null,
      at: 'end',
      point: Array.from(pointAtRow(trace, last)),
      applies: 'none',
      reasons: ['noRate'],
    },
    path: {
      rows,
      largest: spectra.map((spectrum) => spectrum?.largest.value ?? null),
      smallest: spectra.map((spectrum) => spectrum?.smallest.value ?? null),
      limit: rows.map(() => null),
    },
    why: [],
    betterStart: null,
  };
}
