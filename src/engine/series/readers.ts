import { findRule, isOwnRule } from '../../catalogue';
import { linearize } from '../../formula';
import { matricesOfRule } from '../plan/matricesOfRule';
import type { Plan, PlannedProblem, RunPlan } from '../plan/types';
import { LossEvaluator } from '../loss/evaluator';
import { evaluationsOf } from '../loss/source';
import { Stepper } from '../float64/stepper';
import { pointAtRow, stateAt } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { dividesByNothing, effectiveRates } from './effectiveRate';
import { RunCoefficients } from '../plan/runCoefficients';
import type { TimeSlice } from '../common/slice';
import type { SeriesQuantity } from './types';

/** Reads one quantity of a run, row by row, in ascending order. */
export interface SeriesReader {
  readonly components: number;
  /** Approximate number of operations per row. */
  readonly cost: number;
  /** Yields when it is time to pause. The numbers are valid until the next row is read. */
  readonly read: (row: number) => Generator<void, ArrayLike<number>>;
}

/** A reader of a quantity that takes almost no time per row. */
const immediate = (
  slice: TimeSlice,
  components: number,
  cost: number,
  at: (row: number) => ArrayLike<number>,
): SeriesReader => ({
  components,
  cost,
  *read(row) {
    if (slice.isTimeUp()) yield;
    return at(row);
  },
});

const notDefined = [Number.NaN];

/** The same of a run by a classical method, which has no rates, states or lines. */
export function methodReaderOf(
  plan: PlannedProblem,
  trace: RunTrace,
  quantity: SeriesQuantity,
  slice: TimeSlice,
): SeriesReader | null {
  if (quantity === 'gradient') return gradientReader(plan, trace, slice);
  return quantity === 'update' ? updateReader(plan.parameters.length, trace, slice) : null;
}

/** Null if the run has no such quantity: a name of another rule, or the effective rate of an unknown rule. */
export function seriesReaderOf(
  plan: Plan,
  run: RunPlan,
  trace: RunTrace,
  quantity: SeriesQuantity,
  slice: TimeSlice,
): SeriesReader | null {
  const n = run.step.parameterCount;
  switch (quantity) {
    case 'gradient':
      return gradientReader(plan, trace, slice);
    case 'update':
      return updateReader(n, trace, slice);
    case 'lr':
      return rateItself(trace, slice);
    case 'rate':
      return rateReader(plan, run, trace, slice);
    case 'drawn':
      return drawnReader(plan, run, trace, slice);
    default:
      return quantity.startsWith('state.')
        ? stateReader(run, trace, slice, quantity.slice('state.'.length))
        : lineReader(plan, run, trace, slice, quantity.slice('line.'.length));
  }
}

const lengthOf = (a: Float64Array, b: Float64Array): number => Math.hypot(...a.map((x, i) => x - (b[i] as number)));

const updateReader = (n: number, trace: RunTrace, slice: TimeSlice): SeriesReader =>
  immediate(slice, 1, n, (row) =>
    row === 0 ? notDefined : [lengthOf(pointAtRow(trace, row), pointAtRow(trace, row - 1))],
  );

function gradientReader(plan: PlannedProblem, trace: RunTrace, slice: TimeSlice): SeriesReader {
  const loss = new LossEvaluator(plan, 'float64');
  const operations = linearize(plan.loss.graph, [plan.loss.gradient]).flat().length;
  return {
    components: 1,
    cost: (operations + 1) * evaluationsOf(plan),
    *read(row) {
      return [Math.hypot(...(yield* loss.fullGradientInSlices(pointAtRow(trace, row), slice)))];
    },
  };
}

const rateItself = (trace: RunTrace, slice: TimeSlice): SeriesReader =>
  immediate(slice, 1, 1, (row) => (row === 0 ? notDefined : [trace.lr[row - 1] as number]));

function rateReader(plan: Plan, run: RunPlan, trace: RunTrace, slice: TimeSlice): SeriesReader | null {
  const optimizer = findRule(run.optimizer);
  // Nobody has said by what a rule of the user's divides its rate.
  if (!optimizer || isOwnRule(run.optimizer)) return null;
  // A rule over matrices divides by none of a parameter's own where there is a matrix.
  if (matricesOfRule(run.step.rule, plan.tensors).length > 0) return null;
  if (dividesByNothing(optimizer)) return rateItself(trace, slice);
  const n = run.step.parameterCount;
  const rates = effectiveRates(run, optimizer, trace);
  const none = new Float64Array(n).fill(Number.NaN);
  return immediate(slice, n, 30 * n, (row) => (row === 0 ? none : rates(row)));
}

function stateReader(run: RunPlan, trace: RunTrace, slice: TimeSlice, name: string): SeriesReader | null {
  const { parameterCount: n, states, coefficients } = run.step;
  const index = states.findIndex((state) => state.name === name);
  if (index >= 0) return immediate(slice, n, n, (row) => stateAt(trace, row).subarray(index * n, (index + 1) * n));
  const state = coefficients.states.find((candidate) => candidate.name === name);
  if (!state) return null;
  const runCoefficients = new RunCoefficients(run);
  // Row 0 shows the value that the first update starts from.
  return immediate(slice, 1, 10, (row) => [
    row === 0 ? (runCoefficients.at(1)[state.before] as number) : (runCoefficients.at(row)[state.next] as number),
  ]);
}

/** The second path of a rule, at every row but the start, where no state has a value yet; null if the rule has none. */
function drawnReader(plan: Plan, run: RunPlan, trace: RunTrace, slice: TimeSlice): SeriesReader | null {
  const { drawn } = run.step.rule;
  if (drawn === undefined) return null;
  const reader = stateReader(run, trace, slice, drawn) ?? lineReader(plan, run, trace, slice, drawn);
  const n = run.step.parameterCount;
  if (reader?.components !== n) return null;
  const none = new Float64Array(n).fill(Number.NaN);
  return { ...reader, read: (row) => (row === 0 ? immediate(slice, n, n, () => none) : reader).read(row) };
}

/** What a line assigns, the last one where several assign the same name; every update is made again from the row before. */
function lineReader(plan: Plan, run: RunPlan, trace: RunTrace, slice: TimeSlice, name: string): SeriesReader | null {
  const value = run.step.lines.findLast((line) => line.name === name)?.value;
  if (!value) return null;
  if (value.kind === 'coefficient') {
    const runCoefficients = new RunCoefficients(run);
    return immediate(slice, 1, 10, (row) => (row === 0 ? notDefined : [runCoefficients.at(row)[value.node] as number]));
  }
  const { step } = run;
  const stepper = new Stepper(plan, run, 'float64', true);
  // One number over all parameters, such as a norm, is one line of the plot.
  const nodes = value.nodes.every((node) => node === value.nodes[0]) ? value.nodes.slice(0, 1) : value.nodes;
  const operations = linearize(plan.loss.graph, [plan.loss.gradient]).flat().length;
  const cost = step.step.nodes.length + step.calls.length * operations * evaluationsOf(plan);
  const none = nodes.map(() => Number.NaN);
  return immediate(slice, nodes.length, cost, (row) => {
    if (row === 0) return none;
    stepper.theta.set(pointAtRow(trace, row - 1));
    stepper.state.set(stateAt(trace, row - 1));
    stepper.advance(row - 1);
    return stepper.valuesOf(nodes);
  });
}
