import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { numbersFrom } from '../../engine/common/fill';
import type { RunTrace, Trace } from '../../engine/trace/types';
import type { Series } from './line';
import { at } from '../kit/geometry/at';
import { lossRange } from './losses';
import { formatNumber } from '../kit/geometry/numbers';
import { progressOf, recordedRows, stepAt, type ProgressAxis } from './progressAxis';
import { Lines } from './Lines';
import { axisEnd, lastStepOf, scrubPositions } from './progress';
import { linesAt } from '../kit/parts/describe';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { LossPlotProps } from './types';

/** The loss along every run, with a cursor at the transport's step. Fills its parent, which must have a size. */
export function LossPlot(props: LossPlotProps) {
  const t = useTranslations('plots');
  return (
    <Plot label={t('losses')}>{(frame, colourOf) => <LossContent {...props} frame={frame} colourOf={colourOf} />}</Plot>
  );
}

interface LossContentProps extends LossPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function LossContent({ trace, preview, record, ...props }: LossContentProps) {
  const { scale, styles, selected, step } = props;
  const t = useTranslations('plots');
  const axis = trace?.epochSize === 0 ? 'step' : props.axis;
  const { series, progress, range, end } = useLosses(trace, styles.length, scale, axis, record);
  const positions = scrubPositions(progress, selected, step);
  const previewed = useMemo(
    () => (preview && trace ? seriesOf(preview, progressOf(preview, axis, trace.epochSize), record) : null),
    [preview, axis, trace, record],
  );
  const describe = useCallback(
    (run: number, entry: number) => {
      const row = at(series[run]?.steps ?? [], entry);
      const along =
        axis === 'step' ? [] : [[t(axis), formatNumber(at(series[run]?.positions ?? [], entry), 6)] as const];
      if (!trace) return [];
      const validation = series[run]?.validation;
      const heldBack = validation ? [[t('validation'), formatNumber(at(validation, entry), 7)] as const] : [];
      return [...along, ...linesAt(trace, run, row, t('loss')).slice(-1), ...heldBack];
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
      position={at(positions, Math.min(step, positions.length - 1)) || 0}
      stepAt={(position) => stepAt(scrubPositions(progress, selected), position)}
      describe={describe}
      emptyMessage={trace && !range ? t('noPositive') : null}
      validationLabel={t('validation')}
      preview={previewed}
    />
  );
}

/** The losses of the runs that have a style, their progress at every row, the range of the y axis and the end of the x axis. */
function useLosses(
  trace: Trace | null,
  count: number,
  scale: LossPlotProps['scale'],
  axis: ProgressAxis,
  record: number,
) {
  return useMemo(() => {
    const runs = (trace?.runs ?? []).slice(0, count);
    const progress = runs.map((run) => progressOf(run, axis, trace?.epochSize ?? 0));
    const series = runs.map((run, i) => seriesOf(run, progress[i] ?? new Float64Array(0), record));
    return { series, progress, range: lossRange(runs, scale), end: axisEnd(progress, trace?.totals ?? []) };
  }, [trace, count, scale, axis, record]);
}

function seriesOf(run: RunTrace, progress: Float64Array, record: number): Series {
  const steps = recordedRows(run, record);
  const atSteps = (values: Float64Array) => numbersFrom(steps.length, (i) => at(values, at(steps, i)));
  const { validation } = run;
  return {
    steps,
    positions: atSteps(progress),
    values: atSteps(run.loss),
    ...(validation && { validation: atSteps(validation) }),
    diverged: run.outcome?.kind === 'diverged',
  };
}
