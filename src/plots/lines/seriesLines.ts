import { numbersFrom } from '../../engine/common/fill';
import type { RunSeries } from '../../engine/series';
import type { Trace } from '../../engine/trace/types';
import type { Series } from './line';
import { at } from '../kit/geometry/at';
import type { RunStyle } from '../kit/types';
import { endingOf, type Ending } from './growth';

/** More lines of one run than these cannot be told apart: then the user chooses one. */
const MOST_COMPONENTS = 3;

/** Dashes of a run's parameters, in the order of those shown; colour and marker identify the run. */
const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3]];

/** One line of the plot: a run's quantity, or that of one of its parameters. */
export interface SeriesLine {
  readonly run: number;
  readonly series: Series;
  readonly style: RunStyle;
  /** Null for a quantity that does not belong to one parameter. */
  readonly parameter: string | null;
}

/** Indices of the parameters whose lines are shown. */
const shownOf = (components: number, parameter: number): number[] =>
  components > MOST_COMPONENTS
    ? [Math.min(parameter, components - 1)]
    : Array.from({ length: components }, (_, i) => i);

/** The lines of a report, run by run. Where the trace is newer than the report and shorter, the lines end with it. */
export function seriesLines(
  runs: readonly RunSeries[],
  trace: Trace,
  styles: readonly RunStyle[],
  progress: readonly Float64Array[],
  parameter: number,
): SeriesLine[] {
  return styles.flatMap((style, run) => {
    const series = runs[run];
    const runProgress = progress[run];
    if (!series || !runProgress) return [];
    const shown = shownOf(series.components, parameter);
    const ending = endingOf(trace.runs[run]);
    return shown.map((component, i) => {
      const name = series.components === 1 ? null : (trace.parameters[component] ?? null);
      const label = shown.length > 1 && name !== null ? `${name} · ${style.label}` : style.label;
      const dash = shown.length > 1 ? (dashes[i] ?? []) : style.dash;
      return {
        run,
        series: { ...seriesOf(series, component, runProgress), ...ending },
        style: { ...style, label, dash },
        parameter: name,
      };
    });
  });
}

function seriesOf(
  { rows, components, values }: RunSeries,
  component: number,
  progress: Float64Array,
): Omit<Series, keyof Ending> {
  const steps = rows.filter((row) => row < progress.length);
  return {
    steps,
    positions: numbersFrom(steps.length, (i) => at(progress, at(steps, i))),
    values: numbersFrom(steps.length, (i) => at(values, i * components + component)),
  };
}
