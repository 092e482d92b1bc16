import { useState } from 'react';
import { zoomView } from '../kit/geometry/panZoom';
import { ZoomButtons } from '../kit/parts/ZoomButtons';
import type { AxedPlane } from '../kit/parts/plane';
import { Ground } from './Ground';
import { GroundButtons } from './GroundButtons';
import { PathInputArea, type PathInputAreaProps } from './PathInputArea';
import { placeAt } from './placeAt';
import { startPixel } from './startPixel';
import type { PathPlotProps } from './types';
import { useGround, type Place } from './useGround';

export interface PathInputProps
  extends
    Omit<PathInputAreaProps, 'onZoom' | 'onGround'>,
    Pick<PathPlotProps, 'hasButtons' | 'landscape' | 'readLoss' | 'units' | 'onUnits' | 'start'> {
  readonly frameWidth: number;
  /** Pixels of one rem. */
  readonly rem: number;
}

/**
 * The input area: a pointer reads iterates and, where there is none, the ground; it pans and zooms. Keys move along the steps of
 * the selected run and zoom.
 */
export default function PathInput(props: PathInputProps) {
  const { view, onViewChange, onViewReset, plane, names, frameWidth, rem } = props;
  const { box } = plane;
  const [under, setUnder] = useState<Place | null>(null);
  const [pinned, setPinned] = useState<Place | null>(null);
  const reading = useGround(under ?? pinned, view, props.landscape, props.readLoss);
  const { start } = props;
  const avoid = start && startPixel(start, view, props.trace, props.landscape, plane);
  const zoom = (factor: number) => onViewChange(zoomView(view, factor, { x: 0.5, y: 0.5 }));
  return (
    <>
      <PathInputArea {...props} onZoom={zoom} onGround={setUnder} />
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
        <ZoomButtons box={box} frameWidth={frameWidth} avoid={avoid} onZoom={zoom} onReset={onViewReset}>
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
