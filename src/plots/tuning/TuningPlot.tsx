import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { unite } from '../kit/geometry/range';
import { textWidth } from '../kit/geometry/textWidth';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Axes } from '../kit/parts/Axes';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { Frame } from '../kit/parts/useFrame';
import { RateInput } from '../finder/RateInput';
import { usePlottedRates, type PlottedRates } from '../finder/usePlottedRates';
import { EndLabels } from '../lines/EndLabels';
import { laneHeights, laneRoom, readPath } from './lanes';
import { paintTuning } from './paintTuning';
import type { TuningPlotProps, TuningSeries } from './types';
import '../finder/finder.css';
import './tuning.css';

/** The loss at the end of every run against its learning rate, with the best rate and the one that the run has. */
export function TuningPlot(props: TuningPlotProps) {
  const t = useTranslations('plots');
  return (
    <Plot label={t('tuning')}>
      {(frame, colourOf) => <TuningContent {...props} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

/** The smallest and the largest rate of all: of those that were tried and those that the runs have. */
function rateRange(series: readonly TuningSeries[]): { from: number; to: number } {
  const tried = series.map(({ rates }) =>
    rates.length > 0 ? ([at(rates, 0), at(rates, rates.length - 1)] as const) : null,
  );
  const present = series.map(({ now }) => (now > 0 ? ([now, now] as const) : null));
  const [from, to] = unite([...tried, ...present]) ?? [1e-6, 10];
  return { from, to: to > from ? to : 10 * from };
}

interface TuningContentProps extends TuningPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function TuningContent({ frame, colourOf, ...props }: TuningContentProps) {
  const t = useTranslations('plots');
  const { series, styles, selected, scale } = props;
  const unit = frame.rem / 16;
  const { from, to } = rateRange(series);
  const diverged = series.filter(({ losses }) => losses.some(Number.isNaN)).length;
  const above = laneRoom(diverged, unit);
  const plotted = usePlottedRates({ series, styles, from, to, scale }, frame, above);
  const { box, lines } = plotted;
  const lanes = useMemo(
    () =>
      laneHeights(
        series.map(({ losses }) => losses),
        box,
        unit,
      ),
    [series, box, unit],
  );
  const read = useMemo(
    () => ({ box, lines: lines.map((line, run) => ({ ...line, path: readPath(line, at(lanes, run), box) })) }),
    [box, lines, lanes],
  );
  const paint = useCallback(
    (painter: Painter) => paintTuning(painter, lines, series, lanes, selected),
    [lines, series, lanes, selected],
  );
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={box}
          x={plotted.xTicks}
          y={plotted.yTicks}
          xTitle="η"
          yTitle={t('loss')}
          titles="beside"
          mathematics="x"
        />
        {diverged > 0 && (
          <text className="plot-tuning-lanes" x={box.left} y={box.top} dx="0.5em" dy="0.8em">
            {t('diverged')}
          </text>
        )}
        <PresentRates plotted={plotted} series={series} selected={selected} unit={unit} />
        <NamedRates plotted={plotted} series={series[selected]} above={above} rem={frame.rem} />
      </svg>
      <Layer frame={frame} box={box} colourOf={colourOf} paint={paint} />
      <EndLabels plotted={plotted} rem={frame.rem} width={plotted.labelWidth} />
      <RateInput series={series} plotted={read} unit={unit} />
    </>
  );
}

interface PresentRatesProps extends Pick<TuningPlotProps, 'series' | 'selected'> {
  readonly plotted: PlottedRates;
  readonly unit: number;
}

/** A stroke in each run's colour at the rate that it has, from the axis upwards. */
function PresentRates({ plotted: { box, x, lines }, series, selected, unit }: PresentRatesProps) {
  return series.map(({ now }, run) => {
    const place = x(now);
    if (!contains(box, place, box.bottom)) return null;
    return (
      <path
        key={run}
        className="plot-tuning-now"
        d={`M${place} ${box.bottom}V${box.bottom - (run === selected ? 14 : 9) * unit}`}
        style={{ stroke: lines[run]?.style.colour }}
      />
    );
  });
}

interface NamedRatesProps {
  readonly plotted: PlottedRates;
  readonly series: TuningSeries | undefined;
  /** Pixels at the top that belong to the marks of what diverged. */
  readonly above: number;
  readonly rem: number;
}

/** The best rate of the selected run and the one that it has, as lines with their names; one line where they are the same. */
function NamedRates({ plotted: { box, x }, series, above, rem }: NamedRatesProps) {
  const t = useTranslations('plots');
  if (!series) return null;
  const best = series.best === null ? NaN : at(series.rates, series.best);
  const named =
    best === series.now
      ? ([['bestNow', best]] as const)
      : ([
          ['best', best],
          ['now', series.now],
        ] as const);
  return named.map(([name, rate]) => {
    const place = x(rate);
    if (!contains(box, place, box.top)) return null;
    const label = t(name);
    // The lower of two lines has its name on the left, so that neither crosses the other.
    const isLeft =
      rate === Math.min(best, series.now) && place - textWidth(label, 'endLabel', rem) - 0.6 * rem > box.left;
    return (
      <g key={name} className="plot-finder-mark">
        <path d={`M${place} ${box.top + above}V${box.bottom}`} />
        <text
          x={place}
          y={box.top + above}
          dx={isLeft ? '-0.4em' : '0.4em'}
          dy="0.9em"
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {label}
        </text>
      </g>
    );
  });
}
