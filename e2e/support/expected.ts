import { toExperiment } from '../../src/catalogue/golden/cases';
import type { Experiment } from '../../src/experiment';
import type { RunResult } from './api';
import { trajectories } from './golden';
import { lossError, pointError, type Row } from './rows';
import type { Steadiness } from './shadows';

/* Runs that an engine must come out with, in whatever browser, and what is wrong with those that it gives. */

const FLOAT32_ERROR = 1e-4;
const FLOAT64_ERROR = 1e-9;
const FLOAT32_MAX = 3.4028234663852886e38;
/** Sums over a thousand samples, and squares on the way to a number, overflow sooner than the number itself. */
const FLOAT32_REACH = 1e30;

/** A run that must come out, by rows at multiples of `every`. */
export interface Expected {
  readonly name: string;
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
  readonly every: number;
  readonly exact: boolean;
}

export const rowsOf = (points: readonly (readonly number[])[], losses: readonly number[]): Row[] =>
  points.map((point, k) => ({ point, loss: losses[k] ?? Number.NaN }));

/** PyTorch's own trajectories. */
export const torchPaths: readonly Expected[] = trajectories.map((golden) => ({
  name: golden.name,
  experiment: toExperiment(golden),
  rows: rowsOf(golden.theta, golden.loss),
  every: 1,
  exact: golden.dtype === 'float64',
}));

const rowAt = ({ params, loss }: RunResult, k: number): Row => ({
  point: params[k] ?? [Number.NaN],
  loss: loss[k] ?? Number.NaN,
});
const isWithin = ({ point, loss }: Row, most: number) => [...point, loss].every((value) => Math.abs(value) <= most);

/** Rows of an expected run before it leaves a range. */
function rowsWithin({ rows }: Expected, most: number): readonly Row[] {
  const first = rows.findIndex((row) => !isWithin(row, most));
  return first < 0 ? rows : rows.slice(0, first);
}

const leaves = (expected: Expected, most: number): boolean => rowsWithin(expected, most).length < expected.rows.length;

/** What is wrong with a float32 run, in words; counts in `held` the numbers that it was held to. */
export function float32Faults(
  expected: Expected,
  result: RunResult,
  { point, loss }: Steadiness,
  held: { point: number; loss: number },
): string[] {
  const hidden = leaves(expected, FLOAT32_MAX) && result.outcome.kind !== 'diverged';
  const faults = hidden ? [`${expected.name}: leaves float32's range, but is said to be ${result.outcome.kind}`] : [];
  rowsWithin(expected, FLOAT32_REACH).forEach((row, k) => {
    const actual = rowAt(result, k * expected.every);
    for (const [what, steady, error] of [
      ['point', point, pointError],
      ['loss', loss, lossError],
    ] as const) {
      if (!steady[k]) continue;
      held[what] += 1;
      const off = error(actual, row);
      if (!(off <= FLOAT32_ERROR)) faults.push(`${expected.name}: ${what} ${k * expected.every} is off by ${off}`);
    }
  });
  return faults;
}

/**
 * The same of a float64 run, in every row up to the overflow: for the JavaScript engine that PyTorch's numbers were first
 * compared on. Others compute powers and roots to another last digit, and are held to the rows given as steady.
 */
export function float64Faults(expected: Expected, result: RunResult, steady?: Steadiness): string[] {
  const faults = rowsWithin(expected, Number.MAX_VALUE).flatMap((row, k) => {
    const actual = rowAt(result, k * expected.every);
    const off = Math.max(
      steady?.point[k] === false ? 0 : pointError(actual, row),
      steady?.loss[k] === false ? 0 : lossError(actual, row),
    );
    return off <= FLOAT64_ERROR ? [] : [`${expected.name}: row ${k * expected.every} is off by ${off}`];
  });
  return leaves(expected, Number.MAX_VALUE) === (result.outcome.kind === 'diverged')
    ? faults
    : [...faults, `${expected.name} ends ${result.outcome.kind}`];
}
