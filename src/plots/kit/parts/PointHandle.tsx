import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { contains, type Box } from '../geometry/clip';
import { formatNumber } from '../geometry/numbers';
import type { Range } from '../geometry/range';
import { keyStep, roundTo, roundToPixel } from '../geometry/panZoom';
import { arrowKeys } from './arrowKeys';
import './handle.css';

/** One coordinate that the handle moves. */
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
  /** Where the start lies, in pixels; may be outside the box. */
  readonly at: { readonly x: number; readonly y: number };
  readonly box: Box;
  readonly x: HandleAxis;
  /** Null where the handle moves along x only. */
  readonly y: HandleAxis | null;
  /** What it is called by a screen reader, on the plot, and on the plot while it waits at the edge. */
  readonly words: { readonly label: string; readonly name: string; readonly outside: string };
  readonly kind: 'start' | 'probe';
  /** `settled` is true for the last call of one drag or one press of a key. */
  readonly onMove: (x: number, y: number | null, settled: boolean) => void;
}

/**
 * A point that is moved by mouse, touch, pen or arrow keys. A key moves it by the largest power of ten that goes twenty
 * times into the view, ten times finer with shift. A pointer sets as many digits as one pixel can tell apart.
 * A point outside the view waits at the edge, drawn dashed and named so.
 */
export function PointHandle({ at, box, x, y, words, kind, onMove }: PointHandleProps) {
  const t = useTranslations('plots');
  // From the pointer to the middle of the handle: where it was grasped, so that it does not jump.
  const grasp = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const unsettled = useRef(false);
  const inside = contains(box, at.x, at.y);
  const shown = { x: within(at.x, box.left, box.right), y: within(at.y, box.top, box.bottom) };
  const values = [x, ...(y ? [y] : [])].map(({ name, value }) => `${name} ${formatNumber(value, 6)}`).join(', ');

  const drag = (event: PointerEvent) => {
    if (!grasp.current) return;
    const px = within(event.clientX + grasp.current.x, box.left, box.right);
    const py = within(event.clientY + grasp.current.y, box.top, box.bottom);
    unsettled.current = true;
    onMove(roundToPixel(x.invert(px), x.range, x.length), y && roundToPixel(y.invert(py), y.range, y.length), false);
  };
  const settle = () => {
    grasp.current = null;
    if (!unsettled.current) return;
    unsettled.current = false;
    onMove(x.value, y && y.value, true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = arrowKeys[event.key];
    if (!move || (move.y !== 0 && !y)) return;
    event.preventDefault();
    event.stopPropagation();
    unsettled.current = true;
    onMove(nudge(x, move.x, event.shiftKey), y && nudge(y, move.y, event.shiftKey), false);
  };

  return (
    <div
      className="plot-start"
      data-kind={kind}
      data-outside={inside ? undefined : ''}
      data-flip={shown.x > box.right - 80 ? '' : undefined}
      style={{ transform: `translate(${shown.x}px, ${shown.y}px)` }}
      role="slider"
      tabIndex={0}
      aria-label={words.label}
      aria-roledescription={y ? t('startRole') : undefined}
      aria-valuemin={x.range[0]}
      aria-valuemax={x.range[1]}
      aria-valuenow={x.value}
      aria-valuetext={inside ? values : `${values}, ${t('outside')}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        grasp.current = { x: shown.x - event.clientX, y: shown.y - event.clientY };
      }}
      onPointerMove={drag}
      onPointerUp={settle}
      onPointerCancel={settle}
      onKeyDown={onKeyDown}
      onKeyUp={settle}
      onBlur={settle}
    >
      <span aria-hidden="true">{inside ? words.name : words.outside}</span>
    </div>
  );
}

function nudge({ value, range }: HandleAxis, steps: number, fine: boolean): number {
  if (steps === 0) return value;
  const step = keyStep(range) / (fine ? 10 : 1);
  return roundTo(value + steps * step, step);
}

/** A handle stays on its plot, whatever the pointer does. */
const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
