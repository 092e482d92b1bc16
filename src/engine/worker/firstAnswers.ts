import { isMethod } from '../../catalogue';
import { runReference } from '../float64/reference';
import { runToEnd } from '../common/slice';
import { lossOverGrid } from '../view/lossOverGrid';
import { sampleCount, updateCounts, type Experiment } from '../../experiment';
import { planExperiment, planProblem } from '../plan/plan';
import type { Plan } from '../plan/types';
import { analyseInSlices } from '../theory';
import { landscapeInSlices } from '../view/contours';
import { gridOver } from '../view/grid';
import { traceOf } from './handlers/traceHeader';
import { PAGE_ANSWER } from './pageAnswer';
import type { AnswerOf, BodyOf, ScreenRequestKind } from './requests';

/** Most evaluations of a sample's loss in one answer: a few hundredths of a second on a slow telephone. */
const MAX_EVALUATIONS = 2 ** 16;

/** What the step and the row of an update cost besides, in evaluations: 8 runs of 1,000 updates are computed here. */
const UPDATE_COST = 7;

/** How many the full loss takes, known before the experiment is planned: planning itself passes over all samples several times. */
const evaluationsOf = (experiment: Experiment): number => Math.max(1, sampleCount(experiment));

let last: { readonly plan: Plan; readonly runs: ReturnType<typeof runReference> } | null = null;

/**
 * Answers on the page, in float32 as the worker's, so that its answers change nothing in the picture; null leaves it to the
 * worker, for what would take long. They yield when it is time to pause for other work, and before the end, so that
 * drawing them is another task than computing them.
 */
const answers: { readonly [K in ScreenRequestKind]?: (body: BodyOf<K>) => Generator<void, AnswerOf<K> | null> } = {
  *trace({ experiment }) {
    // The methods' algorithms are not on the page, nor are other precisions.
    if (experiment.runs.some(({ optimizer, precision }) => precision || isMethod(optimizer))) return null;
    const rows = updateCounts(experiment).reduce((sum, updates) => sum + updates + 1, 0);
    if (rows * (evaluationsOf(experiment) + UPDATE_COST) > MAX_EVALUATIONS) return null;
    const plan = planExperiment(experiment);
    const runs = runReference(plan, 'float32');
    const trace = traceOf(plan, runs, 'cpu');
    yield;
    last = { plan, runs };
    return trace;
  },
  *landscape({ experiment, view }) {
    const samples = evaluationsOf(experiment);
    const grid = gridOver(view, samples);
    const nodes = grid.width * grid.height;
    if (nodes * samples > MAX_EVALUATIONS) return null;
    const losses = lossOverGrid(planProblem(experiment), grid, new Float32Array(nodes));
    const landscape = yield* landscapeInSlices(view, grid, losses);
    yield;
    return landscape;
  },
  *analyse({ traceId, run }) {
    const trace = last?.runs[run];
    if (!last || !trace || traceId !== PAGE_ANSWER) return null;
    const analysis = yield* analyseInSlices(last.plan, run, trace, 'float32');
    yield;
    return analysis;
  },
};

/** @returns the answer to a request of the screen; null where the worker should give it */
export function* firstAnswerInSlices<K extends ScreenRequestKind>(
  kind: K,
  body: BodyOf<K>,
): Generator<void, AnswerOf<K> | null> {
  const steps = answers[kind]?.(body);
  return steps ? yield* steps : null;
}

/** The same without a pause. */
export const firstAnswer = <K extends ScreenRequestKind>(kind: K, body: BodyOf<K>): AnswerOf<K> | null =>
  runToEnd(firstAnswerInSlices(kind, body));
