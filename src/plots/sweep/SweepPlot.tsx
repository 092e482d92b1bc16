import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { formatNumber } from '../kit/geometry/numbers';
import { settingText } from './settingText';
import type { SweepCell } from './sweepGrid';
import { Axes } from '../kit/parts/Axes';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import { useHeat, type Heat } from './heat';
import { HeatLayer } from './HeatLayer';
import { CurrentRunMark, EdgeCurves } from './marks';
import { SweepLegend } from './SweepLegend';
import { SweepInput } from './SweepInput';
import { useSweepPlane } from './useSweepPlane';
import type { SweepPlotAxis, SweepPlotProps } from './types';
import './sweep.css';

/** One number of thousands of runs over two varied values, a rectangle each, with a legend below. Fills its parent, which must have a size. */
export function SweepPlot(props: SweepPlotProps) {
  const { grids, colouring } = props;
  const t = useTranslations('tabPlots');
  const heat = useHeat(grids, colouring);
  return (
    <Plot
      label={t('sweep', { measure: colouring.title, x: props.x.title, y: props.y.title })}
      around={(plot) => (
        <div className="plot-sweep">
          {plot}
          <SweepLegend colouring={colouring} heat={heat} />
        </div>
      )}
    >
      {(frame, colourOf) => <SweepContent {...props} heat={heat} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

interface SweepContentProps extends SweepPlotProps {
  readonly heat: Heat;
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function SweepContent({ heat, frame, colourOf, ...props }: SweepContentProps) {
  const { x, y, grids, current, edgeCurves, progress } = props;
  const t = useTranslations('tabPlots');
  const unit = frame.rem / 16;
  const plane = useSweepPlane(x, y, frame);
  const { box } = plane;
  const describe = useDescription(props);
  const origin = {
    x: current ? positionOrMiddle((plane.x(current.x) - box.left) / (box.right - box.left)) : 0.5,
    y: current ? positionOrMiddle((box.bottom - plane.y(current.y)) / (box.bottom - box.top)) : 0.5,
  };
  return (
    <>
      <HeatLayer grids={grids} heat={heat} plane={plane} frame={frame} colourOf={colourOf} />
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={box}
          x={plane.xTicks}
          y={plane.yTicks}
          xTitle={<Title {...x} />}
          yTitle={<Title {...y} />}
          titles="below"
        />
        <EdgeCurves curves={edgeCurves} plane={plane} rem={frame.rem} />
        {current && <CurrentRunMark current={current} plane={plane} unit={unit} />}
      </svg>
      <SweepInput {...props} plane={plane} origin={origin} slack={5 * unit} describe={describe} />
      {progress !== null && (
        <progress
          className="plot-progress"
          aria-label={t('sweepProgress')}
          value={progress}
          style={{ left: box.left, top: box.top, width: box.right - box.left }}
        />
      )}
    </>
  );
}

function Title({ title, symbol }: Pick<SweepPlotAxis, 'title' | 'symbol'>) {
  return (
    <>
      {title}
      {symbol !== undefined && (
        <tspan className="plot-math" dx="0.4em">
          {symbol}
        </tspan>
      )}
    </>
  );
}

/** A value that the axis cannot show, such as one below 0 on a log axis, counts as its middle. */
const positionOrMiddle = (share: number): number => (Number.isNaN(share) ? 0.5 : share);

/** Significant digits of a float32. */
const DIGITS = 7;

/** Names and values for the readout of a pixel: its two varied values, and its number or category. */
function useDescription({ x, y, colouring }: SweepPlotProps): (cell: SweepCell) => (readonly [string, string])[] {
  return useCallback(
    (cell) => [
      [x.title, settingText(cell.x, x.scale)],
      [y.title, settingText(cell.y, y.scale)],
      [colouring.title, meaningOf(cell.value, colouring)],
    ],
    [x, y, colouring],
  );
}

function meaningOf(value: number, colouring: SweepPlotProps['colouring']): string {
  if (colouring.kind === 'categories')
    return colouring.categories.find((category) => category.value === value)?.label ?? formatNumber(value, DIGITS);
  return Number.isFinite(value) ? formatNumber(value, DIGITS) : colouring.notFinite;
}
