import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { numbersFrom } from '../../engine/common/fill';
import type { RunTrace, Trace } from '../../engine/trace/types';
import type { Series } from './drawLines';
import { at } from '../kit/geometry/at';
import { lossRange } from './losses';
import { formatNumber } from '../kit/geometry/numbers';
import { progressOf, recordedRows, stepAt, type ProgressAxis } from './progressAxis';
import { Lines } from './Lines';
import { furthest, lastStepOf, placesToScrub } from './progress';
import { linesAt } from '../kit/parts/describe';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { LossPlotProps } from './types';

/** The loss of every run along its way, with a cursor at the transport's step. Fills its parent, which must have a size. */
export function LossPlot(props: LossPlotProps) {
  const t = useTranslations('plots');
  return <Plot label={t('losses')}>{(frame, colour) => <LossLines {...props} frame={frame} colour={colour} />}</Plot>;
}

interface LossLinesProps extends LossPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function LossLines({ trace, preview, record, ...props }: LossLinesProps) {
  const { scale, styles, selected, step } = props;
  const t = useTranslations('plots');
  const axis = trace?.epochSize === 0 ? 'step' : props.axis;
  const { series, ways, range, end } = useLosses(trace, styles.length, scale, axis, record);
  const places = placesToScrub(ways, selected, step);
  const previewed = useMemo(
    () => (preview && trace ? seriesOf(preview, progressOf(preview, axis, trace.epochSize), record) : null),
    [preview, axis, trace, record],
  );
  const describe = useCallback(
    (run: number, entry: number) => {
      const row = at(series[run]?.steps ?? [], entry);
      const along = axis === 'step' ? [] : [[t(axis), formatNumber(at(series[run]?.places ?? [], entry), 6)] as const];
      if (!trace) return [];
      const beside = series[run]?.beside;
      const kept = beside ? [[t('validation'), formatNumber(at(beside, entry), 7)] as const] : [];
      return [...along, ...linesAt(trace, run, row, t('loss')).slice(-1), ...kept];
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
      last={lastStepOf(trace)}
      place={at(places, Math.min(step, places.length - 1)) || 0}
      stepAt={(place) => stepAt(placesToScrub(ways, selected), place)}
      describe={describe}
      emptyMessage={trace && !range ? t('noPositive') : null}
      besideLabel={t('validation')}
      preview={previewed}
    />
  );
}

/** The losses of the runs that have a style, how far each is along the axis at every step, and the range and the end of the axes. */
function useLosses(
  trace: Trace | null,
  count: number,
  scale: LossPlotProps['scale'],
  axis: ProgressAxis,
  record: number,
) {
  return useMemo(() => {
    const runs = (trace?.runs ?? []).slice(0, count);
    const ways = runs.map((run) => progressOf(run, axis, trace?.epochSize ?? 0));
    const series = runs.map((run, i) => seriesOf(run, ways[i] ?? new Float64Array(0), record));
    return { series, ways, range: lossRange(runs, scale), end: furthest(ways, trace?.totals ?? []) };
  }, [trace, count, scale, axis, record]);
}

function seriesOf(run: RunTrace, way: Float64Array, record: number): Series {
  const steps = recordedRows(run, record);
  const atSteps = (values: Float64Array) => numbersFrom(steps.length, (i) => at(values, at(steps, i)));
  const { validation } = run;
  return {
    steps,
    places: atSteps(way),
    values: atSteps(run.loss),
    ...(validation && { beside: atSteps(validation) }),
    diverged: run.outcome?.kind === 'diverged',
  };
}
