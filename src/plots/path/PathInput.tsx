import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { PlottedRun } from './paintPaths';
import type { AxedPlane } from '../kit/parts/plane';
import { nearestIterate } from '../kit/geometry/nearest';
import { zoomView } from '../kit/geometry/panZoom';
import { coordinatesAt, asSentence } from '../kit/parts/describe';
import { stepAfter } from '../kit/parts/stepAfter';
import { useViewGestures } from '../kit/parts/useViewGestures';
import { ZoomButtons, zoomFactor } from '../kit/parts/ZoomButtons';
import { boxStyle } from '../kit/parts/boxStyle';
import type { PathPlotProps } from './types';

export interface PathInputProps extends Pick<
  PathPlotProps,
  'trace' | 'selected' | 'step' | 'hovered' | 'onHover' | 'view' | 'onViewChange' | 'onViewReset'
> {
  readonly runs: readonly PlottedRun[];
  readonly plane: AxedPlane;
  /** Names of the axes. */
  readonly names: readonly string[];
  readonly frameWidth: number;
  /** Greatest distance in pixels from the pointer to the iterate that is read. */
  readonly reach: number;
}

/** The input area: a pointer reads iterates, pans and zooms; keys move along the steps of the selected run and zoom. */
export default function PathInput(props: PathInputProps) {
  const {
    trace,
    selected,
    step,
    hovered,
    onHover,
    view,
    onViewChange,
    onViewReset,
    runs,
    plane,
    names,
    frameWidth,
    reach,
  } = props;
  const { box } = plane;
  const t = useTranslations('plots');
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const moving = useViewGestures(element, view, box, onViewChange);
  const rows = runs[selected]?.path.rows.length ?? 0;
  const currentStep = hovered?.run === selected ? hovered.step : Math.min(step, rows - 1);
  const zoom = (factor: number) => onViewChange(zoomView(view, factor, { x: 0.5, y: 0.5 }));

  const read = (event: PointerEvent) => {
    if (moving) return;
    const corner = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
    const found = nearestIterate(
      runs.map(({ path }) => path),
      pointer,
      reach,
      box,
      selected,
    );
    if (found?.run !== hovered?.run || found?.step !== hovered?.step) onHover(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepAfter(event, currentStep, rows - 1);
    if (next !== null) onHover({ run: selected, step: next });
    else if (event.key === '+' || event.key === '=') zoom(zoomFactor);
    else if (event.key === '-') zoom(1 / zoomFactor);
    else if (event.key === '0') onViewReset();
    else if (event.key === 'Escape') onHover(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={setElement}
        className="plot-surface"
        data-moving={moving ? '' : undefined}
        style={boxStyle(box)}
        role="slider"
        tabIndex={0}
        aria-label={t('walk', { run: runs[selected]?.style.label ?? '' })}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, rows - 1)}
        aria-valuenow={Math.max(0, currentStep)}
        aria-valuetext={
          trace && rows > 0
            ? asSentence(
                `${t('step')} ${currentStep}`,
                coordinatesAt(trace, view, names, selected, currentStep, t('loss')),
              )
            : undefined
        }
        onPointerMove={read}
        onPointerDown={(event) => (event.pointerType !== 'touch' ? onHover(null) : read(event))}
        onPointerLeave={() => hovered && onHover(null)}
        onBlur={() => hovered && onHover(null)}
        onDoubleClick={onViewReset}
        onKeyDown={onKeyDown}
      />
      <ZoomButtons box={box} frameWidth={frameWidth} onZoom={zoom} onReset={onViewReset} />
    </>
  );
}
