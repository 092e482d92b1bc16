import { useTranslations } from 'use-intl';
import type { AxedPlane } from '../kit/parts/plane';
import { angleOfDegrees, angleTowards, degreesOf, perUnitOf, towards, unitVector, type Vector } from './direction';
import { useHandle } from '../kit/parts/useHandle';
import '../kit/parts/handle.css';

export interface DirectionHandleProps {
  readonly centre: Vector;
  readonly plane: AxedPlane;
  /** From the centre to the tip, in pixels. */
  readonly length: number;
  /** In parameter space, in radians from the first axis. */
  readonly angle: number;
  /** What a screen reader says after the angle. */
  readonly text: string;
  /** `settled` is true for the last call of one drag or one press of a key. */
  readonly onTurn: (angle: number, settled: boolean) => void;
}

/** The tip of an arrow, turned by mouse, touch or pen, or by arrow keys in steps of five degrees, or one with shift. */
export function DirectionHandle({ centre, plane, length, angle, text, onTurn }: DirectionHandleProps) {
  const t = useTranslations('plots');
  const perUnit = perUnitOf(plane.x, plane.y);
  const direction = towards(unitVector(angle), perUnit) ?? { x: 1, y: 0 };
  const tip = { x: centre.x + direction.x * length, y: centre.y + direction.y * length };

  const handlers = useHandle({
    grasp: (event) => event.currentTarget,
    drag: (event, handle) => {
      const plot = handle.offsetParent?.getBoundingClientRect();
      if (!plot) return false;
      onTurn(angleTowards(centre, { x: event.clientX - plot.left, y: event.clientY - plot.top }, perUnit), false);
      return true;
    },
    press: (arrow, isFine) => {
      // Up and left turn anticlockwise, as angles grow.
      onTurn(angleOfDegrees(degreesOf(angle) + (arrow.y - arrow.x) * (isFine ? 1 : 5)), false);
      return true;
    },
    settle: () => onTurn(angle, true),
  });

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
      {...handlers}
    />
  );
}
