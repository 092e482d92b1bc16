import { useTranslations } from 'use-intl';
import { contains, type Box } from '../geometry/clip';
import type { Corner } from '../geometry/labelPlacement';
import { formatNumber } from '../geometry/numbers';
import type { Range } from '../geometry/range';
import { keyStep, roundTo, roundToPixel } from '../geometry/panZoom';
import { useHandle } from './useHandle';
import './handle.css';

/** One coordinate of the point that the handle moves. */
export interface HandleAxis {
  readonly name: string;
  readonly value: number;
  readonly range: Range;
  /** The value at a pixel. */
  readonly invert: (pixel: number) => number;
  /** Pixels from one end of the axis to the other. */
  readonly length: number;
}

export interface PointHandleProps {
  /** The point in pixels; may be outside the box. */
  readonly at: { readonly x: number; readonly y: number };
  readonly box: Box;
  /** Pixels of one rem. */
  readonly rem: number;
  readonly x: HandleAxis;
  /** Null where the handle moves along x only. */
  readonly y: HandleAxis | null;
  /** Its name for screen readers, on the plot, and on the plot while the point is outside. */
  readonly words: { readonly label: string; readonly name: string; readonly outside: string };
  readonly kind: 'start' | 'probe' | 'ground';
  /** What a screen reader says after the coordinates. */
  readonly text?: string | undefined;
  /** The side of the point that its name is on; absent: right, or left at the right edge. */
  readonly corner?: Corner | null;
  /** Whether buttons stand in the upper right corner, which its name avoids. */
  readonly hasButtons?: boolean;
  /** `settled` is true for the last call of one drag or one press of a key. Null where the point is only shown. */
  readonly onMove: ((x: number, y: number | null, settled: boolean) => void) | null;
}

/**
 * A point that is moved by mouse, touch, pen or arrow keys. A key moves it by the largest power of ten that goes twenty
 * times into the view, or by a tenth of that with shift. A pointer sets as many digits as one pixel can tell apart.
 * While it is moved, its coordinates stand beside it. The handle of a point outside the view is dashed and stays at the edge, with a name that says so.
 */
export function PointHandle({
  at,
  box,
  rem,
  x,
  y,
  words,
  kind,
  text,
  corner,
  hasButtons = true,
  onMove,
}: PointHandleProps) {
  const t = useTranslations('plots');
  const inside = contains(box, at.x, at.y);
  const shown = { x: within(at.x, box.left, box.right), y: within(at.y, box.top, box.bottom) };
  const values = [
    ...[x, ...(y ? [y] : [])].map(({ name, value }) => `${name} ${formatNumber(value, 6)}`),
    ...(text === undefined ? [] : [text]),
  ].join(', ');

  const place = inside ? values : `${values}, ${t('outside')}`;

  const isNearRight = shown.x > box.right - (inside ? NAME : LONG_NAME);
  const isNameLeft = isNearRight || (inside && corner?.isRight === false);
  const isUnderButtons =
    hasButtons && shown.y < box.top + BUTTONS.height * rem && shown.x > box.right - BUTTONS.width * rem;
  const edge = shown.y > box.bottom - EDGE ? 'low' : shown.y < box.top + EDGE ? 'high' : undefined;
  const rise = corner?.isAbove === true ? 'above' : corner?.isAbove === false ? 'below' : undefined;

  const handlers = useHandle({
    // From the pointer to the centre of the handle, which must not jump when it is grasped off its centre.
    grasp: (event) => ({ x: shown.x - event.clientX, y: shown.y - event.clientY }),
    drag: (event, offset) => {
      const px = within(event.clientX + offset.x, box.left, box.right);
      const py = within(event.clientY + offset.y, box.top, box.bottom);
      onMove?.(
        roundToPixel(x.invert(px), x.range, x.length),
        y && roundToPixel(y.invert(py), y.range, y.length),
        false,
      );
      return true;
    },
    press: (arrow, isFine) => {
      if (arrow.y !== 0 && !y) return false;
      onMove?.(nudge(x, arrow.x, isFine), y && nudge(y, arrow.y, isFine), false);
      return true;
    },
    settle: () => onMove?.(x.value, y && y.value, true),
  });

  return (
    <div
      className="plot-start"
      data-kind={kind}
      data-outside={inside ? undefined : ''}
      data-flip={isNameLeft ? '' : undefined}
      data-rise={inside && !edge && !isUnderButtons ? rise : undefined}
      data-corner={isUnderButtons ? '' : undefined}
      data-edge={edge}
      style={{ transform: `translate(${shown.x}px, ${shown.y}px)` }}
      {...(onMove
        ? {
            role: 'slider',
            tabIndex: 0,
            'aria-label': words.label,
            'aria-roledescription': y ? t('startRole') : undefined,
            'aria-valuemin': x.range[0],
            'aria-valuemax': x.range[1],
            'aria-valuenow': x.value,
            'aria-valuetext': place,
            ...handlers,
          }
        : { role: 'img', 'aria-label': `${words.name}: ${place}`, 'data-fixed': '' })}
    >
      <span aria-hidden="true">
        {inside ? words.name : words.outside}
        <span className="plot-start-values"> {values}</span>
      </span>
    </div>
  );
}

function nudge({ value, range }: HandleAxis, steps: number, isFine: boolean): number {
  if (steps === 0) return value;
  const step = keyStep(range) / (isFine ? 10 : 1);
  return roundTo(value + steps * step, step);
}

/** Pixels that the name takes with the coordinates, and that the name of a point outside takes. */
const NAME = 120;
const LONG_NAME = 220;

/** Pixels from the lower or upper edge within which the name moves inside. */
const EDGE = 12;

/** Rem that the buttons in the upper right corner take, with room for the name. */
const BUTTONS = { width: 11.25, height: 3 };

/** The nearest number in a range: a handle stays on its plot wherever the pointer goes. */
const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
