import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { paintLines } from './paintLines';
import { at } from '../kit/geometry/at';
import { indexOfRow } from '../kit/geometry/path';
import type { Painter } from '../kit/paint/painter';
import { Axes, widthBesideAxis } from '../kit/parts/Axes';
import { asSentence } from '../kit/parts/describe';
import { Layer } from '../kit/parts/Layer';
import { EndLabels, labelWidthOf } from './EndLabels';
import type { LineInputProps } from './LineInput';
import type { LineReadoutProps } from './LineReadout';
import type { PreviewLineProps } from './PreviewLine';
import { usePlottedLines } from './usePlottedLines';
import type { LinesProps } from './linesProps';
import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import './lines.css';

const LineInput = lazyWith<LineInputProps>(() => import('./LineInput'));
const LineReadout = lazyWith<LineReadoutProps>(() => import('./LineReadout'), undefined, FailedSilently);
const PreviewLine = lazyWith<PreviewLineProps>(() => import('./PreviewLine'), undefined, FailedSilently);

/**
 * One quantity along every run, with a cursor at the transport's step: the common part of the plots of losses, curvatures and
 * series. On a log axis a value that is not above 0 is a hollow mark on the lower edge, and a gap of the line.
 */
export function Lines(props: LinesProps) {
  const { styles, selected, step, frame, colourOf, series, describe, preview = null } = props;
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const hasValidation = props.validationLabel !== undefined && series.some(({ validation }) => validation);
  const labelWidth = Math.max(
    labelWidthOf(hasValidation ? [...styles, { label: props.validationLabel ?? '' }] : styles, frame),
    widthBesideAxis(props.xTitle, frame.rem),
  );
  const plotted = usePlottedLines(props, frame, labelWidth);
  const { box, lines } = plotted;
  const isHidden = props.hidesFuture ?? false;
  const paint = useCallback(
    (painter: Painter) => paintLines(painter, lines, selected, { step, isHidden }),
    [lines, selected, step, isHidden],
  );
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
      <Layer frame={frame} box={box} colourOf={colourOf} paint={paint} />
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
