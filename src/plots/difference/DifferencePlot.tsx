import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ascending, useDifferencePicture } from './useDifferencePicture';
import { DifferenceSurface } from './DifferenceSurface';
import { drawDifferences } from './differences';
import { EndLabels } from '../lines/EndLabels';
import { Axes } from '../kit/parts/Axes';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { DifferencePlotProps } from './types';

/**
 * How far finite differences are from the exact derivative, against their step, on log axes: long steps err by the
 * curve, short ones by rounding. A difference without any error is a hollow mark on the lower edge. Fills its parent,
 * which must have a size.
 */
export function DifferencePlot(props: DifferencePlotProps) {
  const t = useTranslations('plots');
  return (
    <Plot label={t('differences')}>
      {(frame, colour) => <DifferenceLines {...props} frame={frame} colour={colour} />}
    </Plot>
  );
}

interface DifferenceLinesProps extends DifferencePlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function DifferenceLines({ exact, frame, colour, ...props }: DifferenceLinesProps) {
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const series = useMemo(() => props.series.map(ascending), [props.series]);
  const picture = useDifferencePicture(series, frame);
  const { box, lines, labelWidth } = picture;
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawDifferences(context, lines, box, colour, unit),
    [lines, box, colour, unit],
  );
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={box}
          x={picture.xTicks}
          y={picture.yTicks}
          xTitle="h"
          yTitle={t('error')}
          titles="beside"
          mathematics="x"
          note={exact}
        />
        {picture.hasExact && (
          <text className="plot-title" x={box.left - 8} y={box.bottom} dy="0.33em" textAnchor="end">
            0
          </text>
        )}
      </svg>
      <Layer frame={frame} draw={draw} />
      <EndLabels picture={picture} rem={frame.rem} width={labelWidth} />
      <DifferenceSurface series={series} picture={picture} unit={unit} />
    </>
  );
}
