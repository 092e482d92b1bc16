import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AxedPlane } from '../kit/parts/plane';
import { angleOfDegrees, angleTowards, degreesOf, perUnitOf, towards, unitVector, type Vector } from './direction';
import { arrowKeys } from '../kit/parts/arrowKeys';
import '../kit/parts/handle.css';

export interface DirectionHandleProps {
  readonly centre: Vector;
  readonly plane: AxedPlane;
  /** Of the arrow whose tip is held, in pixels. */
  readonly length: number;
  /** In parameter space, in radians from the first axis. */
  readonly angle: number;
  /** What the direction amounts to, in words. */
  readonly text: string;
  /** `settled` is true for the last call of one drag or one press of a key. */
  readonly onTurn: (angle: number, settled: boolean) => void;
}

/** The tip of an arrow, turned by mouse, touch or pen, or by arrow keys in steps of five degrees, of one with shift. */
export function DirectionHandle({ centre, plane, length, angle, text, onTurn }: DirectionHandleProps) {
  const t = useTranslations('plots');
  const turning = useRef(false);
  const unsettled = useRef(false);
  const perUnit = perUnitOf(plane.x, plane.y);
  const direction = towards(unitVector(angle), perUnit) ?? { x: 1, y: 0 };
  const tip = { x: centre.x + direction.x * length, y: centre.y + direction.y * length };

  const turn = (to: number) => {
    unsettled.current = true;
    onTurn(to, false);
  };
  const settle = () => {
    turning.current = false;
    if (unsettled.current) onTurn(angle, true);
    unsettled.current = false;
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const plot = event.currentTarget.offsetParent?.getBoundingClientRect();
    if (!turning.current || !plot) return;
    turn(angleTowards(centre, { x: event.clientX - plot.left, y: event.clientY - plot.top }, perUnit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    event.preventDefault();
    event.stopPropagation();
    // Anticlockwise, as angles grow: up and left.
    turn(angleOfDegrees(degreesOf(angle) + (arrow.y - arrow.x) * (event.shiftKey ? 1 : 5)));
  };
  return (
    <div
      className="plot-start"
      data-kind="direction"
      style={{ transform: `translate(${tip.x}px, ${tip.y}px)` }}
      role="slider"
      tabIndex={0}
      aria-label={t('directionLabel')}
      aria-valuemin={-179}
      aria-valuemax={180}
      aria-valuenow={degreesOf(angle)}
      aria-valuetext={`${degreesOf(angle)}°, ${text}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        turning.current = true;
      }}
      onPointerMove={drag}
      onPointerUp={settle}
      onPointerCancel={settle}
      onKeyDown={onKeyDown}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}
