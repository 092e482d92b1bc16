import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ascending, usePlottedDifferences } from './usePlottedDifferences';
import { DifferenceInput } from './DifferenceInput';
import { paintDifferences } from './paintDifferences';
import { textWidth } from '../kit/geometry/textWidth';
import { EndLabels } from '../lines/EndLabels';
import { Axes } from '../kit/parts/Axes';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { DifferencePlotProps } from './types';

/**
 * The error of finite differences against their step, on log axes: at long steps it comes from the curvature, at short steps
 * from rounding. A difference without error is a hollow mark on the lower edge. Fills its parent, which must have a size.
 */
export function DifferencePlot(props: DifferencePlotProps) {
  const t = useTranslations('tabPlots');
  return (
    <Plot label={t('differences')}>
      {(frame, colourOf) => <DifferenceContent {...props} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

interface DifferenceContentProps extends DifferencePlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function DifferenceContent({ exact, frame, colourOf, ...props }: DifferenceContentProps) {
  const t = useTranslations('tabPlots');
  const unit = frame.rem / 16;
  const series = useMemo(() => props.series.map(ascending), [props.series]);
  const plotted = usePlottedDifferences(series, frame);
  const { box, lines, labelWidth } = plotted;
  // The numbers beside the plot have it too.
  const fits = textWidth(exact, 'endLabel', frame.rem) < box.right - box.left - frame.rem;
  const paint = useCallback((painter: Painter) => paintDifferences(painter, lines), [lines]);
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={box}
          x={plotted.xTicks}
          y={plotted.yTicks}
          xTitle="h"
          yTitle={t('error')}
          titles="beside"
          mathematics="x"
          note={fits ? exact : undefined}
        />
        {plotted.hasExact && (
          <text className="plot-title" x={box.left - 8} y={box.bottom} dy="0.33em" textAnchor="end">
            0
          </text>
        )}
      </svg>
      <Layer frame={frame} box={box} colourOf={colourOf} paint={paint} />
      <EndLabels plotted={plotted} rem={frame.rem} width={labelWidth} />
      <DifferenceInput series={series} plotted={plotted} unit={unit} />
    </>
  );
}
