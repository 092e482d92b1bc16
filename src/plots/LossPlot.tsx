import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RunTrace, Trace } from '../engine/types';
import type { Series } from './draw/lines';
import { at } from './geometry/at';
import { lossRange } from './geometry/losses';
import { formatNumber } from './geometry/numbers';
import { progressOf, stepAt, type ProgressAxis } from './geometry/progress';
import { Lines } from './lines/Lines';
import { linesAt } from './parts/describe';
import { Plot } from './parts/Plot';
import type { ColourOf } from './parts/useColours';
import type { Frame } from './parts/useFrame';
import type { LossPlotProps } from './types';
import './plots.css';

/** The loss of every run along its way, with a cursor at the transport's step. Fills its parent, which must have a size. */
export function LossPlot(props: LossPlotProps) {
  const t = useTranslations('plots');
  return <Plot label={t('losses')}>{(frame, colour) => <LossLines {...props} frame={frame} colour={colour} />}</Plot>;
}

interface LossLinesProps extends LossPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function LossLines({ trace, preview, ...props }: LossLinesProps) {
  const { scale, styles, selected, step } = props;
  const t = useTranslations('plots');
  const axis = trace?.epochSize === 0 ? 'step' : props.axis;
  const { series, range, end } = useLosses(trace, styles.length, scale, axis);
  const places = placesToScrub(series, selected, step);
  const previewed = useMemo(() => (preview && trace ? seriesOf(preview, axis, trace.epochSize) : null), [preview, axis, trace]);
  const describe = useCallback(
    (run: number, row: number) => {
      const along = axis === 'step' ? [] : [[t(axis), formatNumber(at(series[run]?.places ?? [], row), 6)] as const];
      return trace ? [...along, ...linesAt(trace, run, row, t('loss')).slice(-1)] : [];
    },
    [trace, series, axis, t],
  );
  return (
    <Lines
      {...props}
      series={series}
      range={range}
      end={end}
      xTitle={t(axis)}
      yTitle={t('loss')}
      last={(trace?.totals ?? []).reduce((most, rows) => Math.max(most, rows - 1), 0)}
      place={at(places, Math.min(step, places.length - 1)) || 0}
      stepAt={(place) => stepAt(placesToScrub(series, selected), place)}
      describe={describe}
      emptyMessage={trace && !range ? t('noPositive') : null}
      preview={previewed}
    />
  );
}

/** The losses of the runs that have a style, with the range and the end of their axes. */
function useLosses(trace: Trace | null, count: number, scale: LossPlotProps['scale'], axis: ProgressAxis) {
  return useMemo(() => {
    const runs = (trace?.runs ?? []).slice(0, count);
    const series = runs.map((run) => seriesOf(run, axis, trace?.epochSize ?? 0));
    return { series, range: lossRange(runs, scale), end: furthest(series, trace?.totals ?? []) };
  }, [trace, count, scale, axis]);
}

const seriesOf = (run: RunTrace, axis: ProgressAxis, epochSize: number): Series => ({
  steps: Int32Array.from({ length: run.rows }, (_, row) => row),
  places: progressOf(run, axis, epochSize),
  values: run.loss.subarray(0, run.rows),
  diverged: run.outcome?.kind === 'diverged',
});

/** End of the x axis. A run that still streams in is taken to go on as it went, so that the axis stands still meanwhile. */
function furthest(series: readonly Series[], totals: readonly number[]): number {
  const ends = series.map(({ places }, run) => {
    const updates = places.length - 1;
    const last = at(places, updates);
    return updates > 0 ? (last / updates) * ((totals[run] ?? 1) - 1) : 0;
  });
  return ends.reduce((most, end) => Math.max(most, end), 0) || 1;
}

/** The selected run's places along the axis or, where others went on after it (or, given a step, it ended before that), the longest run's. */
function placesToScrub(series: readonly Series[], selected: number, step = Infinity): Float64Array {
  const own = series[selected]?.places ?? new Float64Array(0);
  if (own.length > step) return own;
  return series.reduce((most, { places }) => (places.length > most.length ? places : most), own);
}
