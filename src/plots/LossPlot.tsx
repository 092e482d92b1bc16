import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { drawLossLines } from './draw/lossLines';
import { at } from './geometry/at';
import { contains } from './geometry/clip';
import { formatNumber } from './geometry/numbers';
import { EndLabels } from './loss/EndLabels';
import { LossSurface } from './loss/LossSurface';
import { cursorAt, useLossPicture, type LossPicture } from './loss/useLossPicture';
import { Axes } from './parts/Axes';
import { linesAt } from './parts/describe';
import { Layer } from './parts/Layer';
import { Plot } from './parts/Plot';
import { Readout } from './parts/Readout';
import type { ColourOf } from './parts/useColours';
import type { Frame } from './parts/useFrame';
import type { LossPlotProps } from './types';
import './plots.css';

/**
 * The loss of every run along its way, with a cursor at the transport's step. Fills its parent, which must have a size.
 * On a log axis a loss that is not above 0 is a hollow mark on the lower edge, and the line has a gap there.
 */
export function LossPlot(props: LossPlotProps) {
  const t = useTranslations('plots');
  return <Plot label={t('losses')}>{(frame, colour) => <LossPictureView {...props} frame={frame} colour={colour} />}</Plot>;
}

interface LossPictureProps extends LossPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function LossPictureView(props: LossPictureProps) {
  const { trace, styles, selected, step, frame, colour } = props;
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const labelWidth = Math.min(longestLabel(styles) * 0.46 * frame.rem + 2.5 * frame.rem, 0.3 * frame.width);
  const picture = useLossPicture(trace, styles, props.scale, props.axis, frame, labelWidth);
  const { box, lines } = picture;
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawLossLines(context, lines, selected, step, box, colour, unit),
    [lines, box, selected, step, colour, unit],
  );
  const axis = trace?.epochSize === 0 ? 'step' : props.axis;
  const cursor = cursorAt(picture, selected, step);
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <Axes box={box} x={picture.xTicks} y={picture.yTicks} xTitle={t(axis)} yTitle={t('loss')} titles="beside" />
        {picture.hasBelow && <text className="plot-title" x={box.left - 8} y={box.bottom} dy="0.33em" textAnchor="end">{t('notAboveZero')}</text>}
        <path className="plot-cursor" d={`M${cursor} ${box.top}V${box.bottom}`} />
      </svg>
      <Layer frame={frame} draw={draw} />
      {trace && !picture.hasRange && <p className="plot-message">{t('noPositive')}</p>}
      <EndLabels picture={picture} rem={frame.rem} width={labelWidth} />
      <LossSurface {...props} picture={picture} />
      <LossReadout {...props} axis={axis} picture={picture} unit={unit} />
    </>
  );
}

/** Characters of the longest label; a Chinese character is as wide as two others. */
const longestLabel = (styles: LossPlotProps['styles']): number =>
  styles.reduce((most, { label }) => Math.max(most, [...label].reduce((sum, c) => sum + (c > '⺀' ? 2 : 1), 0)), 0);

interface LossReadoutProps extends LossPlotProps {
  readonly picture: LossPicture;
  readonly unit: number;
}

function LossReadout({ trace, hovered, axis, picture, unit }: LossReadoutProps) {
  const t = useTranslations('plots');
  const line = hovered && picture.lines[hovered.run];
  if (!trace || !hovered || !line) return null;
  const { step, run } = hovered;
  const isBelow = line.below.includes(step);
  const point = { x: at(line.path.x, step), y: isBelow ? picture.box.bottom : at(line.path.y, step) };
  if (!contains(picture.box, point.x, point.y)) return null;
  const along = axis === 'step' ? [] : [[t(axis), formatNumber(at(picture.progress[run] ?? [], step), 6)] as const];
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <circle className="plot-reading" cx={point.x} cy={point.y} r={6 * unit} stroke={line.style.colour} />
      </svg>
      <Readout
        point={point}
        box={picture.box}
        style={line.style}
        lines={[[t('step'), String(step)], ...along, ...linesAt(trace, run, step, t('loss')).slice(-1)]}
        note={isBelow ? t('notOnLog') : undefined}
      />
    </>
  );
}
