import { use, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { nearestIterate } from '../kit/geometry/nearest';
import { pathUntil } from '../kit/geometry/path';
import { boxStyle } from '../kit/parts/boxStyle';
import { asSentence, coordinatesAt } from '../kit/parts/describe';
import { PlotDescription } from '../kit/parts/plotDescription';
import type { AxedPlane } from '../kit/parts/plane';
import { stepAfter } from '../kit/parts/stepAfter';
import { useStepValue } from '../kit/parts/stepValue';
import { useViewGestures } from '../kit/parts/useViewGestures';
import { zoomFactor } from '../kit/parts/ZoomButtons';
import type { PlottedRun } from './paintPaths';
import { placeAt } from './placeAt';
import type { PathPlotProps } from './types';
import type { Place } from './useGround';

export interface PathInputAreaProps extends Pick<
  PathPlotProps,
  'trace' | 'selected' | 'step' | 'hidesFuture' | 'hovered' | 'onHover' | 'view' | 'onViewChange' | 'onViewReset'
> {
  readonly runs: readonly PlottedRun[];
  readonly plane: AxedPlane;
  /** Names of the axes. */
  readonly names: readonly [x: string, y: string];
  /** Greatest distance in pixels from the pointer to the iterate that is read. */
  readonly reach: number;
  readonly onZoom: (factor: number) => void;
  /** Told where the pointer is above the ground, and null where it is not. */
  readonly onGround: (place: Place | null) => void;
}

/** What the pointer and the keys move over: a slider along the steps of the selected run, as long as the path. */
export function PathInputArea(props: PathInputAreaProps) {
  const { trace, selected, step, hovered, onHover, view, plane, runs, onGround } = props;
  const { box } = plane;
  const t = useTranslations('plots');
  const description = use(PlotDescription);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const moving = useViewGestures(element, view, box, props.onViewChange);
  const readable = runs.map(({ path }) => (props.hidesFuture ? pathUntil(path, step) : path));
  const rows = readable[selected]?.rows.length ?? 0;
  const currentStep = hovered?.run === selected ? hovered.step : Math.min(step, rows - 1);
  const lines = trace && rows > 0 && coordinatesAt(trace, view, props.names, selected, currentStep, t('loss'));
  const value = useStepValue(
    Math.max(0, currentStep),
    lines ? asSentence(`${t('step')} ${currentStep}`, lines) : undefined,
    hovered?.run === selected,
  );
  const read = (event: PointerEvent) => {
    if (moving) return onGround(null);
    const corner = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
    const found = nearestIterate(readable, pointer, props.reach, box, selected);
    if (found?.run !== hovered?.run || found?.step !== hovered?.step) onHover(found);
    onGround(found ? null : placeAt(pointer, view, plane));
  };
  return (
    <div
      ref={setElement}
      className="plot-surface"
      data-moving={moving ? '' : undefined}
      style={boxStyle(box)}
      role="slider"
      tabIndex={0}
      aria-label={t('walk', { run: runs[selected]?.style.label ?? '' })}
      aria-describedby={description}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, rows - 1)}
      {...value}
      onPointerMove={read}
      onPointerDown={(event) => (event.pointerType !== 'touch' ? onHover(null) : read(event))}
      onPointerLeave={() => {
        onGround(null);
        if (hovered) onHover(null);
      }}
      onBlur={() => hovered && onHover(null)}
      onDoubleClick={props.onViewReset}
      onKeyDown={(event) => pressKey(event, props, currentStep, rows - 1)}
    />
  );
}

/** Moves along the selected run, zooms, shows everything or stops reading. */
function pressKey(
  event: KeyboardEvent,
  { selected, onHover, onZoom, onViewReset }: PathInputAreaProps,
  step: number,
  last: number,
): void {
  const next = stepAfter(event, step, last);
  if (next !== null) onHover({ run: selected, step: next });
  else if (event.key === '+' || event.key === '=') onZoom(zoomFactor);
  else if (event.key === '-') onZoom(1 / zoomFactor);
  else if (event.key === '0') onViewReset();
  else if (event.key === 'Escape') onHover(null);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
