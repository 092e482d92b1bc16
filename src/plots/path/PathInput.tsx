import { use, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { PlottedRun } from './paintPaths';
import type { AxedPlane } from '../kit/parts/plane';
import { nearestIterate } from '../kit/geometry/nearest';
import { pathUntil } from '../kit/geometry/path';
import { zoomView } from '../kit/geometry/panZoom';
import { coordinatesAt, asSentence } from '../kit/parts/describe';
import { stepAfter } from '../kit/parts/stepAfter';
import { useViewGestures } from '../kit/parts/useViewGestures';
import { ZoomButtons, zoomFactor } from '../kit/parts/ZoomButtons';
import { boxStyle } from '../kit/parts/boxStyle';
import { PlotDescription } from '../kit/parts/plotDescription';
import { useStepValue } from '../kit/parts/stepValue';
import { Ground } from './Ground';
import { GroundButtons } from './GroundButtons';
import { placeAt } from './placeAt';
import type { PathPlotProps } from './types';
import { useGround, type Place } from './useGround';

export interface PathInputProps extends Pick<
  PathPlotProps,
  | 'trace'
  | 'selected'
  | 'step'
  | 'hidesFuture'
  | 'hovered'
  | 'onHover'
  | 'view'
  | 'onViewChange'
  | 'onViewReset'
  | 'hasButtons'
  | 'landscape'
  | 'readLoss'
  | 'units'
  | 'onUnits'
> {
  readonly runs: readonly PlottedRun[];
  readonly plane: AxedPlane;
  /** Names of the axes. */
  readonly names: readonly [x: string, y: string];
  readonly frameWidth: number;
  /** Pixels of one rem. */
  readonly rem: number;
  /** Greatest distance in pixels from the pointer to the iterate that is read. */
  readonly reach: number;
}

/**
 * The input area: a pointer reads iterates and, where there is none, the ground; it pans and zooms. Keys move along the steps of
 * the selected run and zoom.
 */
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
    rem,
    reach,
  } = props;
  const { box } = plane;
  const t = useTranslations('plots');
  const description = use(PlotDescription);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const moving = useViewGestures(element, view, box, onViewChange);
  const readable = runs.map(({ path }) => (props.hidesFuture ? pathUntil(path, step) : path));
  const rows = readable[selected]?.rows.length ?? 0;
  const currentStep = hovered?.run === selected ? hovered.step : Math.min(step, rows - 1);
  const lines = trace && rows > 0 && coordinatesAt(trace, view, names, selected, currentStep, t('loss'));
  const value = useStepValue(
    Math.max(0, currentStep),
    lines ? asSentence(`${t('step')} ${currentStep}`, lines) : undefined,
    hovered?.run === selected,
  );
  const [under, setUnder] = useState<Place | null>(null);
  const [pinned, setPinned] = useState<Place | null>(null);
  const reading = useGround(under ?? pinned, view, props.landscape, props.readLoss);
  const zoom = (factor: number) => onViewChange(zoomView(view, factor, { x: 0.5, y: 0.5 }));

  const read = (event: PointerEvent) => {
    if (moving) return setUnder(null);
    const corner = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
    const found = nearestIterate(readable, pointer, reach, box, selected);
    if (found?.run !== hovered?.run || found?.step !== hovered?.step) onHover(found);
    setUnder(found ? null : placeAt(pointer, view, plane));
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
        aria-describedby={description}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, rows - 1)}
        {...value}
        onPointerMove={read}
        onPointerDown={(event) => (event.pointerType !== 'touch' ? onHover(null) : read(event))}
        onPointerLeave={() => {
          setUnder(null);
          if (hovered) onHover(null);
        }}
        onBlur={() => hovered && onHover(null)}
        onDoubleClick={onViewReset}
        onKeyDown={onKeyDown}
      />
      <Ground
        view={view}
        landscape={props.landscape}
        plane={plane}
        rem={rem}
        xName={names[0]}
        yName={names[1]}
        reading={reading}
        pinned={pinned}
        onPin={setPinned}
      />
      {props.hasButtons !== false && (
        <ZoomButtons box={box} frameWidth={frameWidth} onZoom={zoom} onReset={onViewReset}>
          {props.readLoss && (
            <GroundButtons
              isPinned={pinned !== null}
              onPinToggle={() => setPinned(pinned ? null : placeAt(middleOf(box), view, plane))}
              hasEqualUnits={props.units === 'forced' || view.kind === 'curve' ? null : props.units === 'equal'}
              onEqualUnits={(equal) => props.onUnits?.(equal ? 'equal' : 'fit')}
            />
          )}
        </ZoomButtons>
      )}
    </>
  );
}

const middleOf = ({ left, right, top, bottom }: AxedPlane['box']) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
