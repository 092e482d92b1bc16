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
import { HeatLayer } from './layers';
import { Here, Limits } from './marks';
import { SweepLegend } from './SweepLegend';
import { SweepSurface } from './SweepSurface';
import { useSweepPlane } from './useSweepPlane';
import type { SweepPlotAxis, SweepPlotProps } from './types';
import './sweep.css';

/** Thousands of runs over two settings, one rectangle each, with a legend under them. Fills its parent, which must have a size. */
export function SweepPlot(props: SweepPlotProps) {
  const { grids, colouring } = props;
  const t = useTranslations('plots');
  const heat = useHeat(grids, colouring);
  return (
    <div className="plot-sweep">
      <Plot label={t('sweep', { measure: colouring.title, x: props.x.title, y: props.y.title })}>
        {(frame, colour) => <SweepPicture {...props} heat={heat} frame={frame} colour={colour} />}
      </Plot>
      <SweepLegend colouring={colouring} heat={heat} />
    </div>
  );
}

interface SweepPictureProps extends SweepPlotProps {
  readonly heat: Heat;
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function SweepPicture({ heat, frame, colour, ...props }: SweepPictureProps) {
  const { x, y, grids, here, limits, progress } = props;
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const plane = useSweepPlane(x, y, frame);
  const { box } = plane;
  const describe = useDescription(props);
  const origin = {
    x: here ? placeOr((plane.x(here.x) - box.left) / (box.right - box.left)) : 0.5,
    y: here ? placeOr((box.bottom - plane.y(here.y)) / (box.bottom - box.top)) : 0.5,
  };
  return (
    <>
      <HeatLayer grids={grids} heat={heat} plane={plane} frame={frame} colour={colour} />
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={box}
          x={plane.xTicks}
          y={plane.yTicks}
          xTitle={<Title {...x} />}
          yTitle={<Title {...y} />}
          titles="below"
        />
        <Limits limits={limits} plane={plane} rem={frame.rem} />
        {here && <Here here={here} plane={plane} unit={unit} />}
      </svg>
      <SweepSurface {...props} plane={plane} origin={origin} slack={5 * unit} describe={describe} />
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

/** A setting that its axis has no number for, a logarithm of what is below 0, is looked for in the middle. */
const placeOr = (share: number): number => (Number.isNaN(share) ? 0.5 : share);

/** Digits that a float32 has. */
const DIGITS = 7;

/** The words of a run of the sweep: its two settings, and its number or what that stands for. */
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
