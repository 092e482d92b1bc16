import { onlyRule } from '../plan/onlyRule';
import type { ExperimentPlan } from '../plan/types';
import type { RunTrace } from '../trace/types';
import { TimeSlice } from '../common/slice';
import { runAt } from '../plan/run';
import { methodReaderOf, seriesReaderOf, type SeriesReader } from './readers';
import type { RunSeries, SeriesQuantity, SeriesReport } from './types';

/** What one report may cost, over all runs. */
interface SeriesLimits {
  readonly operations: number;
  /** Numbers that it may hold. */
  readonly numbers: number;
}

/** About a second and a few megabytes. */
const DEFAULT_LIMITS: SeriesLimits = { operations: 5e7, numbers: 4e5 };
/** Fewest rows that still show a curve, however long each takes. */
const MIN_ROWS = 24;

/**
 * One quantity along every run, in float64, computed in time slices: for every row of the trace if the limits allow it,
 * else for every second row, every third ...
 * @param traces the runs' rows so far
 */
export function* seriesOf(
  plan: ExperimentPlan,
  traces: readonly RunTrace[],
  quantity: SeriesQuantity,
  limits = DEFAULT_LIMITS,
): Generator<void, SeriesReport> {
  const slice = new TimeSlice();
  const readers = traces.map((trace, run) => {
    const rule = onlyRule(plan, run);
    return rule
      ? seriesReaderOf(rule, runAt(rule, 0), trace, quantity, slice)
      : methodReaderOf(plan, trace, quantity, slice);
  });
  const runs: RunSeries[] = [];
  let longest = 1;
  for (const [run, { rows: count }] of traces.entries()) {
    const reader = readers[run];
    const every = reader ? strideOf(reader, count, traces.length, limits) : 1;
    longest = Math.max(longest, every);
    runs.push(
      reader
        ? yield* readRows(reader, rowsOf(count, every))
        : { rows: new Int32Array(), components: 0, values: new Float64Array() },
    );
  }
  return { quantity, runs, every: longest };
}

/** The distance between rows that keeps all runs together within the limits. */
function strideOf(
  { cost, components }: SeriesReader,
  count: number,
  runs: number,
  { operations, numbers }: SeriesLimits,
): number {
  const most = Math.max(MIN_ROWS, Math.min(operations / (cost * runs), numbers / (components * runs)));
  return Math.max(1, Math.ceil((count - 1) / (most - 1)));
}

/** Every `every`-th row, and the last. */
function rowsOf(count: number, every: number): Int32Array {
  const rows = Array.from({ length: Math.ceil((count - 1) / every) }, (_, i) => i * every);
  return Int32Array.from([...rows, count - 1]);
}

function* readRows({ components, read }: SeriesReader, rows: Int32Array): Generator<void, RunSeries> {
  const values = new Float64Array(rows.length * components);
  for (const [i, row] of rows.entries()) values.set(yield* read(row), i * components);
  return { rows, components, values };
}
