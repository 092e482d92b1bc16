import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { Frame } from '../kit/parts/useFrame';
import { EndLabels } from '../lines/EndLabels';
import { RateAxes } from './RateAxes';
import { RateInput } from './RateInput';
import { paintFinder } from './paintFinder';
import type { FinderPlotProps } from './types';
import { usePlottedRates, type PlottedRates } from './usePlottedRates';
import './finder.css';

/** The loss of every run against its rising rate, with the rate at which it falls fastest and that at which it is lowest. */
export function FinderPlot(props: FinderPlotProps) {
  const t = useTranslations('tabPlots');
  return (
    <Plot label={t('finder')}>
      {(frame, colourOf) => <FinderContent {...props} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

interface FinderContentProps extends FinderPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function FinderContent({ frame, colourOf, ...props }: FinderContentProps) {
  const { series, selected } = props;
  const unit = frame.rem / 16;
  const plotted = usePlottedRates(props, frame);
  const { box, lines } = plotted;
  const paint = useCallback(
    (painter: Painter) => paintFinder(painter, lines, series, selected),
    [lines, series, selected],
  );
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <RateAxes plotted={plotted} />
        <Marks plotted={plotted} series={series[selected]} run={selected} rem={frame.rem} />
      </svg>
      <Layer frame={frame} box={box} colourOf={colourOf} paint={paint} />
      <EndLabels plotted={plotted} rem={frame.rem} width={plotted.labelWidth} />
      <RateInput series={series} plotted={plotted} unit={unit} />
    </>
  );
}

interface MarksProps {
  readonly plotted: PlottedRates;
  readonly series: FinderPlotProps['series'][number] | undefined;
  readonly run: number;
  readonly rem: number;
}

/**
 * The two rates of the selected run, as lines with their names: the first left of its line, the second right of it, each where
 * there is room, and the second one line lower where they would touch.
 */
function Marks({ plotted: { box, lines }, series, run, rem }: MarksProps) {
  const t = useTranslations('tabPlots');
  const path = lines[run]?.path;
  if (!series || !path) return null;
  const marks = (['steepest', 'lowest'] as const).flatMap((name) => {
    const index = series[name];
    const x = index === null ? NaN : at(path.x, index);
    if (!contains(box, x, box.top)) return [];
    const label = t(name);
    const width = textWidth(label, 'endLabel', rem) + 0.6 * rem;
    const isLeft = (name === 'steepest' && x - width > box.left) || x + width > box.right;
    return [{ name, label, x, isLeft, from: isLeft ? x - width : x, to: isLeft ? x : x + width }];
  });
  const [first, second] = marks;
  const doTouch = first && second && first.from < second.to && second.from < first.to;
  return marks.map(({ name, label, x, isLeft }, i) => (
    <g key={name} className="plot-finder-mark">
      <path d={`M${x} ${box.top}V${box.bottom}`} />
      <text
        x={x}
        y={box.top}
        dx={isLeft ? '-0.4em' : '0.4em'}
        dy={doTouch && i === 1 ? '2.1em' : '0.9em'}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {label}
      </text>
    </g>
  ));
}
