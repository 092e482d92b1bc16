import { numbersFrom } from '../../engine/common/fill';
import type { RunSeries } from '../../engine/series';
import type { Trace } from '../../engine/trace/types';
import type { Series } from './drawLines';
import { at } from '../kit/geometry/at';
import type { RunStyle } from '../kit/types';

/** More lines of one run than these are not told apart: then the person chooses one. */
const MOST_COMPONENTS = 3;

/** Of a run's parameters, in the order of those drawn: its colour and marker say which run. */
const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3]];

/** One line of the plot: a run's quantity, or that of one of its parameters. */
export interface SeriesLine {
  readonly run: number;
  readonly series: Series;
  readonly style: RunStyle;
  /** The parameter; null for a quantity that a run has one of. */
  readonly parameter: string | null;
}

/** Parameters whose lines are drawn, by index. */
const shownOf = (components: number, parameter: number): number[] =>
  components > MOST_COMPONENTS
    ? [Math.min(parameter, components - 1)]
    : Array.from({ length: components }, (_, i) => i);

/** The lines of a report, run by run. A trace that is newer than the report has other numbers; where rows are gone, so are the lines. */
export function seriesLines(
  runs: readonly RunSeries[],
  trace: Trace,
  styles: readonly RunStyle[],
  ways: readonly Float64Array[],
  parameter: number,
): SeriesLine[] {
  return styles.flatMap((style, run) => {
    const series = runs[run];
    const way = ways[run];
    if (!series || !way) return [];
    const shown = shownOf(series.components, parameter);
    return shown.map((component, i) => {
      const name = series.components === 1 ? null : (trace.parameters[component] ?? null);
      const label = shown.length > 1 && name !== null ? `${name} · ${style.label}` : style.label;
      const dash = shown.length > 1 ? (dashes[i] ?? []) : style.dash;
      const diverged = trace.runs[run]?.outcome?.kind === 'diverged';
      return {
        run,
        series: { ...lineOf(series, component, way), diverged },
        style: { ...style, label, dash },
        parameter: name,
      };
    });
  });
}

function lineOf(
  { rows, components, values }: RunSeries,
  component: number,
  way: Float64Array,
): Omit<Series, 'diverged'> {
  const steps = rows.filter((row) => row < way.length);
  return {
    steps,
    places: numbersFrom(steps.length, (i) => at(way, at(steps, i))),
    values: numbersFrom(steps.length, (i) => at(values, i * components + component)),
  };
}
