import { testRandomSource } from '../../catalogue/testing/randomSource';
import { runReference } from '../../engine/float64/reference';
import { Stepper } from '../../engine/float64/stepper';
import { planExperiment } from '../../engine/plan/plan';
import type { Plan } from '../../engine/plan/types';
import { pointAtRow } from '../../engine/trace/rows';
import { changePrecision } from '../../experiment/core/changePrecision';
import type { Experiment } from '../../experiment/core/types';
import type { CodeCase } from './cases';

export type Rows = readonly (readonly number[])[];

/** The rows of a run by the float64 reference. */
export function referenceRows({ experiment, run }: CodeCase): Rows {
  const [trace] = runReference(planOf(experiment, run));
  if (!trace) throw new RangeError(`no run ${run}`);
  return Array.from({ length: trace.rows }, (_, row) => Array.from(pointAtRow(trace, row)));
}

/** Programs compute in float64, whatever the run's precision. */
const planOf = (experiment: Experiment, run: number): Plan =>
  planExperiment(changePrecision({ ...experiment, runs: experiment.runs.slice(run, run + 1) }, 0));

/**
 * How far two traces of a run are apart at each row: the largest difference of a parameter, divided by the largest
 * parameter of the path up to there. Numbers that are not finite agree with one another.
 */
export function distances(rows: readonly (readonly (number | null)[])[], wanted: Rows): number[] {
  let scale = 0;
  return wanted.map((row, k) => {
    scale = Math.max(scale, ...row.filter(Number.isFinite).map(Math.abs));
    return Math.max(...row.map((value, i) => difference(rows[k]?.[i] ?? Number.NaN, value))) / (scale || 1);
  });
}

const difference = (a: number, b: number): number =>
  Number.isFinite(a) && Number.isFinite(b) ? Math.abs(a - b) : Number.isFinite(a) === Number.isFinite(b) ? 0 : Infinity;

/**
 * How many rows of a run float64 determines. On a chaotic path roundings grow until they decide where it goes, on any
 * engine. The run is compared up to the row at which the reference leaves itself by `limit` if every row is shaken in its
 * last digit, as another order of the same operations would do.
 */
export function determinedRows(subject: CodeCase, rows: Rows, limit: number): number {
  const left = distances(shakenRows(subject, rows.length), rows).findIndex((distance) => distance > limit);
  return left === -1 ? rows.length : left;
}

/** One or a few units in the last place of a float64. */
const LAST_DIGIT = 2 ** -52;

function shakenRows({ experiment, run }: CodeCase, count: number): Rows {
  const plan = planOf(experiment, run);
  const [only] = plan.runs;
  if (!only) throw new RangeError(`no run ${run}`);
  const stepper = new Stepper(plan, only, 'float64');
  const { uniform } = testRandomSource(1);
  return Array.from({ length: count }, (_, row) => {
    if (row > 0) stepper.advance(row - 1);
    stepper.theta.forEach((value, i) => (stepper.theta[i] = value * (1 + LAST_DIGIT * Math.round(4 * uniform() - 2))));
    return Array.from(stepper.theta);
  });
}
