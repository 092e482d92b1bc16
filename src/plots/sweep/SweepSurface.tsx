import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AxedPlane } from '../kit/parts/plane';
import { cellAt, placeBeside, type SweepCell } from './sweepGrid';
import { regionOf } from './sweepRegion';
import type { Fraction } from '../kit/geometry/view';
import type { SweepPlotProps } from './types';
import { arrows } from '../kit/parts/arrows';
import { SweepCursor } from './SweepCursor';

export interface SweepSurfaceProps extends Pick<
  SweepPlotProps,
  'x' | 'y' | 'grids' | 'onHover' | 'onPick' | 'onSelect'
> {
  readonly plane: AxedPlane;
  /** Where a cursor begins that no pointer has placed. */
  readonly origin: Fraction;
  /** Pixels from which on a pressed pointer draws a rectangle. */
  readonly slack: number;
  /** Name and value of what is to be read of a run. */
  readonly describe: (cell: SweepCell) => readonly (readonly [string, string])[];
}

/**
 * The part of a sweep that is touched. Pointers read runs, take one with a click and draw a rectangle with a drag; arrow
 * keys do the same with Enter and the space bar.
 */
export function SweepSurface({
  x,
  y,
  grids,
  plane,
  origin,
  slack,
  describe,
  onHover,
  onPick,
  onSelect,
}: SweepSurfaceProps) {
  const t = useTranslations('plots');
  const { box } = plane;
  const [cursor, setCursor] = useState<Fraction | null>(null);
  /** The first corner of a rectangle that is being drawn. */
  const [corner, setCorner] = useState<Fraction | null>(null);
  const pressed = useRef<{ readonly clientX: number; readonly clientY: number; readonly place: Fraction } | null>(null);
  const cell = cursor && cellAt(grids, x, y, cursor);
  useReport(cell, onHover);

  const leave = () => {
    pressed.current = null;
    setCorner(null);
    setCursor(null);
  };
  const select = (from: Fraction, to: Fraction) => {
    setCorner(null);
    const region = regionOf(x, y, from, to, { width: box.right - box.left, height: box.bottom - box.top });
    if (region) onSelect(region);
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = placeUnder(event);
    setCursor(place);
    const start = pressed.current;
    if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > slack)
      setCorner(start.place);
  };
  const onPointerUp = (event: PointerEvent) => {
    const start = pressed.current;
    pressed.current = null;
    if (!start) return;
    const place = placeUnder(event);
    const found = cellAt(grids, x, y, place);
    if (corner) select(corner, place);
    else if (found) onPick(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = cursor ?? origin;
    const arrow = arrows[event.key];
    const grid = grids.at(-1);
    const by = event.shiftKey ? 10 : 1;
    if (arrow && grid) setCursor(cursor ? placeBeside(grid, now, arrow.x * by, arrow.y * by) : now);
    else if (event.key === 'Enter' && cell) onPick(cell);
    else if (event.key === ' ' && cell) {
      if (corner) select(corner, cell.place);
      else setCorner(cell.place);
    } else if (event.key === 'Escape' && cursor) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        className="plot-surface plot-sweep-surface"
        style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
        role="application"
        aria-roledescription={t('sweepRole')}
        aria-label={t('sweepKeys')}
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          pressed.current = { clientX: event.clientX, clientY: event.clientY, place: placeUnder(event) };
          setCursor(pressed.current.place);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={leave}
        onPointerLeave={() => !pressed.current && leave()}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <SweepCursor box={box} cell={cell} lines={cell && describe(cell)} from={corner} to={cursor} />
    </>
  );
}

/** Where a pointer is on the element under it, 0 to 1 from left to right and from bottom to top, kept inside. */
function placeUnder({ clientX, clientY, currentTarget }: PointerEvent): Fraction {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const inside = (share: number): number => Math.max(0, Math.min(share, 1));
  return { x: inside((clientX - left) / width), y: inside(1 - (clientY - top) / height) };
}

/** Tells of the run under the cursor whenever it is another one, or has another number. */
function useReport(cell: SweepCell | null, onHover: SweepPlotProps['onHover']): void {
  const told = useRef<SweepCell | null>(null);
  const report = useEffectEvent((now: SweepCell | null) => {
    const before = told.current;
    if (now?.x === before?.x && now?.y === before?.y && Object.is(now?.value, before?.value)) return;
    told.current = now;
    onHover(now);
  });
  useEffect(() => report(cell), [cell]);
}
