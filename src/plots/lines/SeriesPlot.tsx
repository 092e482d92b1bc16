import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { formatNumber } from '../kit/geometry/numbers';
import { progressOf, stepAt } from './progressAxis';
import { seriesRange } from './seriesRange';
import { Lines } from './Lines';
import { furthest, lastStepOf, placesToScrub } from './progress';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import { seriesLines, type SeriesLine } from './seriesLines';
import type { SeriesPlotProps } from './types';

/** What is computed in float64 from a path that may have been float32. */
const digits = 7;

/**
 * One quantity of every run along its way, with a line for each parameter where there are few. A quantity that has
 * values below 0 is drawn on a linear axis, whatever the scale. Fills its parent, which must have a size.
 */
export function SeriesPlot(props: SeriesPlotProps) {
  const t = useTranslations('series');
  return (
    <Plot label={t('along', { symbol: props.symbol })}>
      {(frame, colour) => <SeriesPicture {...props} frame={frame} colour={colour} />}
    </Plot>
  );
}

interface SeriesPictureProps extends SeriesPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function SeriesPicture({ report, trace, parameter, symbol, ...props }: SeriesPictureProps) {
  const { selected, step, hovered, onHover } = props;
  const t = useTranslations('series');
  const words = useTranslations('plots');
  const axis = trace?.epochSize === 0 ? 'step' : props.axis;
  const { lines, ways, isSigned, scale, range } = useLines({
    report,
    trace,
    parameter,
    styles: props.styles,
    axis,
    scale: props.scale,
  });
  const [line, setLine] = useState(-1);
  const indexOf = (run: number) => lines.findIndex((one) => one.run === run);
  const places = placesToScrub(ways, selected, step);
  const describe = useCallback(
    (index: number, entry: number) => {
      const along =
        axis === 'step' ? [] : [[words(axis), formatNumber(at(lines[index]?.series.places ?? [], entry), 6)] as const];
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
      end={furthest(ways, trace?.totals ?? [])}
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
      place={at(places, Math.min(step, places.length - 1)) || 0}
      stepAt={(place) => stepAt(placesToScrub(ways, selected), place)}
      describe={describe}
      emptyMessage={report && trace && !range ? t('nothing') : null}
      note={notes.join(' · ') || undefined}
    />
  );
}

/** Every line of the same run at an entry: the numbers of all its parameters that are drawn. */
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

type LinesInput = Pick<SeriesPlotProps, 'report' | 'trace' | 'parameter' | 'styles' | 'axis' | 'scale'>;

function useLines({ report, trace, parameter, styles, axis, scale }: LinesInput) {
  return useMemo(() => {
    const ways = (trace?.runs ?? []).map((run) => progressOf(run, axis, trace?.epochSize ?? 0));
    const lines = trace && report ? seriesLines(report.runs, trace, styles, ways, parameter) : [];
    const curves = lines.map(({ series }) => series.values);
    const isSigned = curves.some((values) => values.some((value) => value < 0));
    const drawn = isSigned ? 'linear' : scale;
    return { lines, ways, isSigned, scale: drawn, range: seriesRange(curves, drawn) };
  }, [report, trace, parameter, styles, axis, scale]);
}
