import { isMethod } from '../../catalogue';
import { testRandomSource } from '../../catalogue/testing/randomSource';
import { runToEnd } from '../../engine/common/slice';
import { runReference } from '../../engine/float64/reference';
import { Stepper } from '../../engine/float64/stepper';
import { runEveryReference } from '../../engine/methods/runEveryRun';
import { planEveryRun } from '../../engine/plan/everyRun';
import { planExperiment } from '../../engine/plan/plan';
import type { Plan } from '../../engine/plan/types';
import { pointAtRow } from '../../engine/trace/rows';
import type { RunTrace } from '../../engine/trace/types';
import { precision } from '../../engine/precision';
import { providePrecision } from '../../engine/float64/precisionParts';
import type { Experiment, NumberFormat } from '../../experiment/core/types';
import type { CodeCase } from './cases';
import { shakenMethodRows } from './methodAgreement';

export type Rows = readonly (readonly number[])[];
/** What a program prints: null for numbers that are not finite. */
export type PrintedRows = readonly (readonly (number | null)[])[];

const isByMethod = ({ experiment, run }: CodeCase): boolean => isMethod(experiment.runs[run]?.optimizer ?? '');

providePrecision(precision);

/** The rows of a run on the page, in its own precision or in float64; of a classical method once `loadMethods` has loaded them. */
export function referenceRows(subject: CodeCase): Rows {
  const trace = referenceTrace(subject);
  return Array.from({ length: trace.rows }, (_, row) => Array.from(pointAtRow(trace, row)));
}

function referenceTrace(subject: CodeCase): RunTrace {
  const { experiment, run } = subject;
  const [trace] = isByMethod(subject)
    ? runToEnd(runEveryReference(planEveryRun(withOneRun(experiment, run))))
    : runReference(planOf(experiment, run));
  if (!trace) throw new RangeError(`no run ${run}`);
  return trace;
}

const withOneRun = (experiment: Experiment, run: number): Experiment => ({
  ...experiment,
  runs: experiment.runs.slice(run, run + 1),
});

const planOf = (experiment: Experiment, run: number): Plan => planExperiment(withOneRun(experiment, run));

/** The format of a run that does not compute in float64; null of others. */
export function otherFormat({ experiment, run }: CodeCase): NumberFormat | null {
  const format = experiment.runs[run]?.precision?.format ?? 'float64';
  return format === 'float64' ? null : format;
}

/** The distance from 1 to the next number of a format. */
const UNITS = { float32: 2 ** -23, bfloat16: 2 ** -7, float16: 2 ** -10, float64: 2 ** -52 };

/**
 * The first row at which two traces of a run do not have the same bits, and how far they are apart there: in units of the format's
 * last place, of the largest parameter in that row. Null if all rows have the same bits. Rows that are not finite in both agree.
 */
export function firstDifference(
  rows: PrintedRows,
  wanted: Rows,
  format: NumberFormat,
): { row: number; units: number } | null {
  const row = wanted.findIndex((numbers, k) => numbers.some((x, i) => isOther(rows[k]?.[i], x)));
  if (row === -1) return rows.length === wanted.length ? null : { row: wanted.length, units: Infinity };
  const [ours, theirs] = [wanted[row] ?? [], rows[row] ?? []];
  if (!ours.every(Number.isFinite) && theirs.includes(null)) return { row, units: 0 };
  const apart = ours.map((x, i) => Math.abs(x - (theirs[i] ?? Number.NaN)));
  const largest = Math.max(...ours.map(Math.abs));
  return { row, units: Math.max(...apart) / largest / UNITS[format] };
}

const isOther = (printed: number | null | undefined, x: number): boolean =>
  Number.isFinite(x) ? printed !== x : printed !== null;

/**
 * How far two traces of a run are apart at each row: the largest difference of a parameter, divided by the largest
 * parameter of the path up to there. Numbers that are not finite agree with one another.
 */
export function distances(rows: PrintedRows, wanted: Rows): number[] {
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
 * engine; so they do in a line search near a minimum. The run is compared up to the row at which the reference leaves itself by
 * `limit` if every row, or what a method evaluates, is shaken in its last digit, as another order of the same operations would do.
 */
export function determinedRows(subject: CodeCase, rows: Rows, limit: number): number {
  const others = isByMethod(subject)
    ? shakenMethodRows(withOneRun(subject.experiment, subject.run))
    : [shakenRows(subject, rows.length)];
  return Math.min(...others.map((other) => commonRows(other, rows, limit)));
}

/** How many rows two traces share; all of them only if they end together. */
function commonRows(other: Rows, rows: Rows, limit: number): number {
  const left = distances(other, rows).findIndex((distance) => distance > limit);
  if (left !== -1) return left;
  return other.length > rows.length ? rows.length - 1 : rows.length;
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
