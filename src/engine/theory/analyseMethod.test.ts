import { beforeAll, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { NEVER_PAUSE, runToEnd } from '../common/slice';
import { loadMethods } from '../methods/load';
import { runEveryReference } from '../methods/runEveryRun';
import { planEveryRun } from '../plan/everyRun';
import type { RunTrace } from '../trace/types';
import { analyseMethodInSlices } from './analyseMethod';
import { Curvature, NO_TRANSFORM } from './curvature';

beforeAll(loadMethods);

function planFor(problem: object, steps: number, start: readonly number[]) {
  const runs = [{ optimizer: 'gd' }, { optimizer: 'newton' }];
  return planEveryRun(readExperiment({ version: 1, problem, start, steps, runs }));
}

/** The analysis of the second run, by Newton's method, and its trace. */
function analysed(problem: object, steps: number, start: readonly number[]) {
  const plan = planFor(problem, steps, start);
  const trace = runToEnd(runEveryReference(plan))[1];
  if (!trace) throw new RangeError('no run');
  return { trace, analysis: runToEnd(analyseMethodInSlices(plan, 1, trace, NEVER_PAUSE)) };
}

test('a run by a method has no edge, but the curvature at its end', () => {
  // The minimum of this loss is at (1, -2), and its Hessian [[6, 2], [2, 3]] has the eigenvalues 7 and 2.
  const loss = '3*(x - 1)^2 + 2*(x - 1)*(y + 2) + 1.5*(y + 2)^2';
  const { analysis, trace } = analysed({ loss, parameters: ['x', 'y'] }, 5, [4, 4]);
  const { edge, path, ...rest } = analysis;
  expect(rest).toEqual({ run: 1, why: [], betterStart: null });
  const { lambda, eigenvalues, point, ...others } = edge;
  expect(others).toEqual({
    limit: null,
    curvature: 'hessian',
    weight: 1,
    penalty: 0,
    free: null,
    at: 'end',
    applies: 'none',
    reasons: ['noRate'],
  });
  expect(lambda).toBeCloseTo(7, 9);
  expect(eigenvalues).toHaveLength(2);
  expect(eigenvalues?.[0]).toBeCloseTo(7, 9);
  expect(eigenvalues?.[1]).toBeCloseTo(2, 9);
  expect(point[0]).toBeCloseTo(1, 9);
  expect(point[1]).toBeCloseTo(-2, 9);
  expect(path.rows).toEqual(Array.from({ length: trace.rows }, (_, row) => row));
  path.rows.forEach((_, i) => {
    expect(path.largest[i]).toBeCloseTo(7, 9);
    expect(path.smallest[i]).toBeCloseTo(2, 9);
    expect(path.limit[i]).toBeNull();
  });
});

test('the curvature along its path is that of the loss at each of its points', () => {
  const { analysis, trace } = analysed({ loss: 'x^4 + x^2', parameters: ['x'] }, 8, [3]);
  const wanted = Array.from(trace.params, (x) => 12 * x * x + 2);
  expect(wanted.length).toBeGreaterThan(3);
  expect(analysis.path.largest).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect((analysis.path.largest[i] ?? Number.NaN) / value).toBeCloseTo(1, 9);
    expect(analysis.path.smallest[i]).toBe(analysis.path.largest[i]);
  });
  expect(analysis.edge.lambda).toBe(analysis.path.largest.at(-1));
});

/** A trace of one parameter with these points and losses. */
const traceOf = (params: readonly number[], loss: readonly number[]): RunTrace => ({
  rows: params.length,
  params: Float64Array.from(params),
  loss: Float64Array.from(loss),
  state: new Float64Array(),
  outcome: null,
  samplesSeen: Float64Array.from(params.keys()),
  lr: new Float64Array(params.length - 1).fill(Number.NaN),
});

test('it is not known where the loss has no value, and ends with the last finite point', () => {
  const plan = planFor({ loss: '-log(x)', parameters: ['x'] }, 5, [2]);
  const of = (trace: RunTrace) => runToEnd(analyseMethodInSlices(plan, 1, trace, NEVER_PAUSE));
  // The second derivative 1/x^2 has a value where the logarithm has none.
  const { edge, path } = of(traceOf([2, -1], [-Math.log(2), Number.NaN]));
  expect(path.largest).toEqual([1 / 4, null]);
  expect(path.smallest).toEqual([1 / 4, null]);
  expect(edge).toMatchObject({ lambda: null, eigenvalues: null, point: [-1] });
  const away = of(traceOf([2, 1, Infinity], [-Math.log(2), 0, -Infinity]));
  expect(away.path.rows).toEqual([0, 1]);
  expect(away.edge).toMatchObject({ lambda: 1, eigenvalues: [1], point: [1] });
});

test('it pauses after each point when time is up, and only then, and says the same', () => {
  const plan = planFor({ loss: 'x^4 + x^2', parameters: ['x'] }, 5, [3]);
  const trace = traceOf([3, 2, 1], [90, 20, 2]);
  const always = { isTimeUp: () => true };
  const within = [3, 2, 1].map((x) => [...new Curvature(plan).inSlices([x], NO_TRANSFORM, always)].length);
  const pauses = [...analyseMethodInSlices(plan, 1, trace, always)].length;
  expect(pauses).toBe(3 + within.reduce((sum, count) => sum + count));
  expect([...analyseMethodInSlices(plan, 1, trace, NEVER_PAUSE)]).toEqual([]);
  expect(runToEnd(analyseMethodInSlices(plan, 1, trace, always))).toEqual(
    runToEnd(analyseMethodInSlices(plan, 1, trace, NEVER_PAUSE)),
  );
});

test('a long run has as many points of the path as a plot can show', () => {
  const plan = planFor({ loss: 'x^4 + x^2', parameters: ['x'] }, 1000, [3]);
  const long = Array.from({ length: 1001 }, (_, i) => 3 - i / 500);
  const { path } = runToEnd(analyseMethodInSlices(plan, 1, traceOf(long, long), NEVER_PAUSE));
  expect(path.rows).toHaveLength(200);
  expect([path.rows[0], path.rows.at(-1)]).toEqual([0, 1000]);
});
