import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { formatNumber } from '../kit/geometry/numbers';
import { axisFor, progressOf, stepAt } from './progressAxis';
import { seriesRange } from './seriesRange';
import { Lines } from './Lines';
import { lastStepOf, scrubPositions, stepsAxis } from './progress';
import { breakWindow } from './growth';
import { valueAxis } from './valueRange';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import { seriesLines, type SeriesLine } from './seriesLines';
import type { SeriesPlotProps } from './types';

/** Significant digits: series are computed in float64 from a path that may be float32. */
const digits = 7;

/**
 * One quantity along every run, with a line for each parameter where there are few. A quantity with values below 0 has a
 * linear axis, whatever `scale` says. Fills its parent, which must have a size.
 */
export function SeriesPlot(props: SeriesPlotProps) {
  const t = useTranslations('series');
  return (
    <Plot label={t('along', { symbol: props.symbol })}>
      {(frame, colourOf) => <SeriesContent {...props} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

interface SeriesContentProps extends SeriesPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function SeriesContent({ report, trace, parameter, symbol, ...props }: SeriesContentProps) {
  const { selected, step, hovered, onHover } = props;
  const t = useTranslations('series');
  const words = useTranslations('plots');
  const axis = axisFor(props.axis, trace?.epochSize);
  const { lines, progress, isSigned, scale, range, along } = useLines({
    report,
    trace,
    parameter,
    styles: props.styles,
    axis,
    scale: props.scale,
    selected,
    framing: props.framing,
  });
  const [line, setLine] = useState(-1);
  const indexOf = (run: number) => lines.findIndex((one) => one.run === run);
  const positions = scrubPositions(progress, selected, step);
  const describe = useCallback(
    (index: number, entry: number) => {
      const along =
        axis === 'step'
          ? []
          : [[words(axis), formatNumber(at(lines[index]?.series.positions ?? [], entry), 6)] as const];
      return [...along, ...readingsOf(lines, index, entry, symbol)];
    },
    [lines, axis, symbol, words],
  );
  const every = report?.every ?? 1;
  const notes = [
    ...(isSigned && props.scale === 'log' ? [t('linear')] : []),
    ...(every > 1 ? [t('every', { every })] : []),
  ];
  return (
    <Lines
      {...props}
      series={useMemo(() => lines.map(({ series }) => series), [lines])}
      styles={useMemo(() => lines.map(({ style }) => style), [lines])}
      scale={scale}
      range={range}
      along={along}
      selected={indexOf(selected)}
      hovered={hovered && { run: lines[line]?.run === hovered.run ? line : indexOf(hovered.run), step: hovered.step }}
      onHover={(found) => {
        const run = found && lines[found.run]?.run;
        setLine(found?.run ?? -1);
        onHover(found && run !== undefined && run !== null ? { run, step: found.step } : null);
      }}
      xTitle={words(axis)}
      yTitle={symbol}
      last={lastStepOf(trace)}
      position={at(positions, Math.min(step, positions.length - 1)) || 0}
      stepAt={(position) => stepAt(scrubPositions(progress, selected), position)}
      describe={describe}
      emptyMessage={report && trace && !range ? t('nothing') : null}
      note={notes.join(' · ') || undefined}
    />
  );
}

/** The values at an entry of all lines of the same run: one for each parameter that is shown. */
const readingsOf = (
  lines: readonly SeriesLine[],
  index: number,
  entry: number,
  symbol: string,
): (readonly [string, string])[] =>
  lines
    .filter(({ run }) => run === lines[index]?.run)
    .map(({ parameter, series }) => [
      parameter === null ? symbol : `${symbol}, ${parameter}`,
      formatNumber(at(series.values, entry), digits),
    ]);

type LinesInput = Pick<
  SeriesPlotProps,
  'report' | 'trace' | 'parameter' | 'styles' | 'axis' | 'scale' | 'selected' | 'framing'
>;

function useLines({ report, trace, parameter, styles, axis, scale, selected, framing }: LinesInput) {
  const broken = framing === 'break' ? selected : null;
  return useMemo(() => {
    const progress = (trace?.runs ?? []).map((run) => progressOf(run, axis, trace?.epochSize ?? 0));
    const lines = trace && report ? seriesLines(report.runs, trace, styles, progress, parameter) : [];
    const series = lines.map((line) => line.series);
    const isSigned = series.some(({ values }) => values.some((value) => value < 0));
    const shownScale = isSigned ? 'linear' : scale;
    const around = broken === null || !trace ? null : breakWindow(trace.runs.slice(0, styles.length), broken);
    return {
      lines,
      progress,
      isSigned,
      scale: shownScale,
      range: valueAxis(series, shownScale, seriesRange(shownScale), around, (line) => lines[line]?.run ?? -1),
      along: stepsAxis(progress, trace, around),
    };
  }, [report, trace, parameter, styles, axis, scale, broken]);
}
