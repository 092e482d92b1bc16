import { memo, useCallback, useContext } from 'react';
import { useTranslations } from 'use-intl';
import { shallow } from 'zustand/shallow';
import { paintLines } from './paintLines';
import { at } from '../kit/geometry/at';
import { indexOfRow } from '../kit/geometry/path';
import { arePaintedAlike } from '../kit/paint/paintedAlike';
import type { Painter } from '../kit/paint/painter';
import { Axes, widthBesideAxis } from '../kit/parts/Axes';
import { asSentence } from '../kit/parts/describe';
import { FullSizeDigits } from '../kit/parts/digits';
import { Layer, type LayerProps } from '../kit/parts/Layer';
import { EndLabels, labelWidthOf } from './EndLabels';
import type { LineInputProps } from './LineInput';
import type { LineReadoutProps } from './LineReadout';
import type { PreviewLineProps } from './PreviewLine';
import type { Line } from './line';
import { usePlottedLines } from './usePlottedLines';
import type { LinesProps } from './linesProps';
import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import './lines.css';

const LineInput = lazyWith<LineInputProps>(() => import('./LineInput'));
const LineReadout = lazyWith<LineReadoutProps>(() => import('./LineReadout'), undefined, FailedSilently);
const PreviewLine = lazyWith<PreviewLineProps>(() => import('./PreviewLine'), undefined, FailedSilently);

/** The width in rem from which present.css shows the names beside the lines. */
const NAMED_FROM = 17.9;

/**
 * One quantity along every run, with a cursor at the transport's step: the common part of the plots of losses, curvatures and
 * series. On a log axis a value that is not above 0 is a hollow mark on the lower edge, and a gap of the line.
 */
export function Lines(props: LinesProps) {
  const { styles, selected, step, frame, colourOf, series, describe, preview = null } = props;
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const hasValidation = props.validationLabel !== undefined && series.some(({ validation }) => validation);
  // Before an audience the legend names the lines of a narrow plot, which needs the room itself (present.css).
  const isNamed = !useContext(FullSizeDigits) || frame.width > NAMED_FROM * frame.rem;
  const labelWidth = Math.max(
    isNamed ? labelWidthOf(hasValidation ? [...styles, { label: props.validationLabel ?? '' }] : styles, frame) : 0,
    widthBesideAxis(props.xTitle, frame.rem),
  );
  const plotted = usePlottedLines(props, frame, labelWidth);
  const { box, lines } = plotted;
  const isHidden = props.hidesFuture ?? false;
  const cursor = plotted.x(props.position);
  const steps = series[selected]?.steps ?? new Int32Array(0);
  const index = indexOfRow(steps, step);
  const words = index < 0 ? undefined : asSentence(`${t('step')} ${at(steps, index)}`, describe(selected, index));
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={box}
          x={plotted.xTicks}
          y={plotted.yTicks}
          xTitle={props.xTitle}
          yTitle={props.yTitle}
          titles="beside"
          note={props.note}
        />
        {plotted.hasNonPositive && (
          <text className="plot-title" x={box.left - 8} y={box.bottom} dy="0.33em" textAnchor="end">
            {t('notAboveZero')}
          </text>
        )}
        {cursor >= box.left && cursor <= box.right && (
          <path className="plot-cursor" d={`M${cursor} ${box.top}V${box.bottom}`} />
        )}
      </svg>
      <LinesLayer {...{ lines, selected, step, isHidden, frame, box, colourOf }} />
      {preview && <PreviewLine {...props} series={preview} plotted={plotted} />}
      {props.emptyMessage !== null && <p className="plot-message">{props.emptyMessage}</p>}
      {!isHidden && (
        <EndLabels plotted={plotted} rem={frame.rem} width={labelWidth} validationLabel={props.validationLabel} />
      )}
      <LineInput {...props} plotted={plotted} text={words} />
      {props.hovered && <LineReadout {...props} plotted={plotted} unit={unit} />}
    </>
  );
}

interface LinesLayerProps extends Omit<LayerProps, 'paint'>, Pick<LinesProps, 'selected' | 'step'> {
  readonly lines: readonly Line[];
  readonly isHidden: boolean;
}

/** Repainted at every step, but not where the name of a run alone has changed, as it does under a slider. */
const LinesLayer = memo(
  PaintedLines,
  ({ lines: before, ...others }: LinesLayerProps, { lines, ...props }: LinesLayerProps) =>
    shallow(others, props) && arePaintedAlike(before, lines),
);

function PaintedLines({ lines, selected, step, isHidden, ...layer }: LinesLayerProps) {
  const paint = useCallback(
    (painter: Painter) => paintLines(painter, lines, selected, { step, isHidden }),
    [lines, selected, step, isHidden],
  );
  return <Layer {...layer} paint={paint} />;
}
