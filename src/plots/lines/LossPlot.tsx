import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { numbersFrom } from '../../engine/common/fill';
import { rememberEach } from '../../engine/common/memo';
import type { LoggedRun } from '../../engine/compare/types';
import type { RunTrace } from '../../engine/trace/types';
import type { Series } from './line';
import { at } from '../kit/geometry/at';
import { shownExtent } from './losses';
import { breakWindow, endingOf } from './growth';
import { valueAxis } from './valueRange';
import { formatNumber } from '../kit/geometry/numbers';
import { axisFor, progressOf, recordedRows, stepAt } from './progressAxis';
import { Lines } from './Lines';
import { lastStepOf, scrubPositions, stepsAxis } from './progress';
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
  const { selected, step } = props;
  const t = useTranslations('plots');
  const axis = axisFor(props.axis, trace?.epochSize);
  const { series, styles, progress, ...axes } = useLosses({
    trace,
    styles: props.styles,
    logs: props.logs,
    scale: props.scale,
    axis,
    record,
    selected,
    framing: props.framing,
  });
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
      if (run >= progress.length)
        return [...along, [t('loss'), formatNumber(at(series[run]?.values ?? [], entry), 10)] as const];
      const validation = series[run]?.validation;
      const heldBack = validation ? [[t('validation'), formatNumber(at(validation, entry), 7)] as const] : [];
      return [...along, ...linesAt(trace, run, row, t('loss')).slice(-1), ...heldBack];
    },
    [trace, series, progress, axis, t],
  );
  return (
    <Lines
      {...props}
      styles={styles}
      series={series}
      {...axes}
      xTitle={t(axis)}
      yTitle={t('loss')}
      last={lastStepOf(trace)}
      position={at(positions, Math.min(step, positions.length - 1)) || 0}
      stepAt={(position) => stepAt(scrubPositions(progress, selected), position)}
      describe={describe}
      emptyMessage={trace && !axes.range ? t('noPositive') : null}
      validationLabel={t('validation')}
      preview={previewed}
    />
  );
}

type LossesInput = Pick<
  LossPlotProps,
  'trace' | 'styles' | 'logs' | 'scale' | 'axis' | 'record' | 'selected' | 'framing'
>;

/** The losses of the runs that have a style, their progress at every row, and the ranges of the axes. */
function useLosses({ trace, styles, logs = NONE, scale, axis, record, selected, framing }: LossesInput) {
  // While all steps are shown, selecting a run computes nothing.
  const broken = framing === 'break' ? selected : null;
  const epochSize = trace?.epochSize ?? 0;
  const progressFor = useMemo(
    () => rememberEach((run: RunTrace) => progressOf(run, axis, epochSize)),
    [axis, epochSize],
  );
  const seriesFor = useMemo(
    () => rememberEach((run: RunTrace) => seriesOf(run, progressFor(run), record)),
    [progressFor, record],
  );
  const extentFor = useMemo(() => rememberEach(shownExtent(scale)), [scale]);
  return useMemo(() => {
    const runs = (trace?.runs ?? []).slice(0, styles.length);
    const progress = runs.map(progressFor);
    const own = runs.map(seriesFor);
    const perStep = axis === 'step' ? 1 : perStepOf(scrubPositions(progress, 0));
    const series = [...own, ...logs.map(({ log }) => loggedSeries(log, perStep))];
    const around = broken === null ? null : breakWindow(runs, broken);
    return {
      series,
      styles: [...styles.slice(0, runs.length), ...logs.map(({ style }) => style)],
      progress,
      range: valueAxis(series, scale, extentFor, around),
      along: stepsAxis(progress, trace, around),
    };
  }, [trace, styles, logs, scale, axis, progressFor, seriesFor, extentFor, broken]);
}

const NONE: NonNullable<LossPlotProps['logs']> = [];

/** How far one update goes along the axis, on average. */
const perStepOf = (progress: Float64Array): number =>
  progress.length > 1 ? at(progress, progress.length - 1) / (progress.length - 1) : 1;

/** A log knows its steps; where the axis counts something else, they go on at the mean rate of our run. */
const loggedSeries = ({ steps, loss, validation, diverged }: LoggedRun, perStep: number): Series => ({
  steps,
  positions: numbersFrom(steps.length, (i) => at(steps, i) * perStep),
  values: loss,
  ...(validation && { validation }),
  diverged,
  growth: null,
});

function seriesOf(run: RunTrace, progress: Float64Array, record: number): Series {
  const steps = recordedRows(run, record);
  const atSteps = (values: Float64Array) => numbersFrom(steps.length, (i) => at(values, at(steps, i)));
  const { validation } = run;
  return {
    steps,
    positions: atSteps(progress),
    values: atSteps(run.loss),
    ...(validation && { validation: atSteps(validation) }),
    ...endingOf(run),
  };
}
