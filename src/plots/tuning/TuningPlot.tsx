import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { unite } from '../kit/geometry/range';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { Frame } from '../kit/parts/useFrame';
import { RateAxes } from '../finder/RateAxes';
import { RateInput } from '../finder/RateInput';
import { usePlottedRates } from '../finder/usePlottedRates';
import { EndLabels } from '../lines/EndLabels';
import { laneHeights, laneRoom, readPath } from './lanes';
import { NamedRates, PresentRates } from './marks';
import { paintTuning } from './paintTuning';
import type { TuningPlotProps, TuningSeries } from './types';
import './tuning.css';

/** The loss at the end of every run against its learning rate, with the best rate and the one that the run has. */
export function TuningPlot(props: TuningPlotProps) {
  const t = useTranslations('tabPlots');
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

/** Room above the losses for the names of the marked rates, in rem. */
const NAMES = 1.2;

interface TuningContentProps extends TuningPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function TuningContent({ frame, colourOf, ...props }: TuningContentProps) {
  const t = useTranslations('tabPlots');
  const { series, styles, selected, scale } = props;
  const unit = frame.rem / 16;
  const { from, to } = rateRange(series);
  const diverged = series.filter(({ losses }) => losses.some(Number.isNaN)).length;
  const above = laneRoom(diverged, unit);
  const plotted = usePlottedRates({ series, styles, from, to, scale }, frame, above + NAMES * frame.rem);
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
        <RateAxes plotted={plotted} />
        {diverged > 0 && (
          <text className="plot-tuning-lanes" x={box.left} y={box.top} dx="0.5em" dy="0.8em">
            {t('diverged')}
          </text>
        )}
        <PresentRates plotted={plotted} series={series} selected={selected} unit={unit} />
      </svg>
      <Layer frame={frame} box={box} colourOf={colourOf} paint={paint} />
      {/* Over the curves, which would cross the names. */}
      <svg className="plot-overlay" aria-hidden="true">
        <NamedRates plotted={plotted} series={series[selected]} above={above} rem={frame.rem} />
      </svg>
      <EndLabels plotted={plotted} rem={frame.rem} width={plotted.labelWidth} />
      <RateInput series={series} plotted={read} unit={unit} />
    </>
  );
}
