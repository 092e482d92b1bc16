import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Landscape, View } from '../../engine/view/types';
import { coordinateAlong, pointOnPlane } from '../../engine/view/projection';
import type { AxedPlane } from '../kit/parts/plane';
import { PointHandle } from '../kit/parts/PointHandle';
import { curveAt } from './curve';
import { GroundNote, groundLines } from './GroundNote';
import { handleAxes } from './handleAxes';
import { LossScale } from './LossScale';
import type { GroundReading, Place } from './useGround';

export interface GroundProps {
  readonly view: View;
  readonly landscape: Landscape | null;
  readonly plane: AxedPlane;
  readonly rem: number;
  readonly xName: string;
  readonly yName: string;
  readonly reading: GroundReading | null;
  /** The point that the user moves to read the loss; null while there is none. */
  readonly pinned: Place | null;
  readonly onPin: (place: Place) => void;
}

/** What the ground says: the scale of the loss, the numbers of a place, and the point with which it is read without a mouse. */
export function Ground({ view, landscape, plane, rem, xName, yName, reading, pinned, onPin }: GroundProps) {
  const t = useTranslations('plots');
  const isCurve = view.kind === 'curve';
  const words = { xName, yName: isCurve ? null : yName, lossName: t('loss') };
  return (
    <>
      {landscape && !isCurve && (
        <LossScale
          landscape={landscape}
          box={plane.box}
          rem={rem}
          title={view.kind === 'principal' ? yName : ''}
          loss={reading?.loss ?? null}
        />
      )}
      {reading && <GroundNote reading={reading} box={plane.box} rem={rem} {...words} />}
      {pinned && (
        <Pin
          {...{ view, landscape, plane, rem, xName, yName, pinned, onPin }}
          text={
            reading
              ? groundLines({ reading, ...words })
                  .at(-1)
                  ?.join(' ')
              : undefined
          }
        />
      )}
    </>
  );
}

interface PinProps extends Pick<GroundProps, 'view' | 'landscape' | 'plane' | 'rem' | 'xName' | 'yName' | 'onPin'> {
  readonly pinned: Place;
  readonly text: string | undefined;
}

/** A cross that keys, a finger or a mouse move; it takes the focus when it appears. */
function Pin({ view, landscape, plane, rem, xName, yName, pinned, text, onPin }: PinProps) {
  const t = useTranslations('plots');
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => ref.current?.querySelector<HTMLElement>('[role=slider]')?.focus(), []);
  const point = pointOnPlane(view, pinned.x, pinned.y ?? 0);
  const { x, y } = handleAxes(point, view, plane, xName, yName);
  const loss = y ? null : landscape && curveAt(landscape, coordinateAlong(view.axes[0], point));
  const height = y ? plane.y(y.value) : loss === null ? plane.box.bottom : plane.y(loss);
  return (
    <span ref={ref}>
      <PointHandle
        at={{ x: plane.x(x.value), y: height }}
        box={plane.box}
        rem={rem}
        x={x}
        y={y}
        words={{ label: t('groundLabel'), name: '', outside: t('groundOutside') }}
        kind="ground"
        text={text}
        onMove={(toX, toY) => onPin({ x: toX, y: toY })}
      />
    </span>
  );
}
