import { use, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AxedPlane } from '../kit/parts/plane';
import { cellAt, positionBeside, type SweepCell } from './sweepGrid';
import { regionOf } from './sweepRegion';
import type { Fraction } from '../kit/geometry/panZoom';
import type { SweepPlotProps } from './types';
import { arrowKeys } from '../kit/parts/arrowKeys';
import { boxStyle } from '../kit/parts/boxStyle';
import { PlotDescription } from '../kit/parts/plotDescription';
import { SweepCursor } from './SweepCursor';

export interface SweepInputProps extends Pick<SweepPlotProps, 'x' | 'y' | 'grids' | 'onHover' | 'onPick' | 'onSelect'> {
  readonly plane: AxedPlane;
  /** Where the keyboard's cursor begins. */
  readonly origin: Fraction;
  /** A pressed pointer that moves further than this, in pixels, drags a rectangle. */
  readonly slack: number;
  /** Names and values for the readout of a pixel. */
  readonly describe: (cell: SweepCell) => readonly (readonly [string, string])[];
}

/**
 * The input area of a sweep. A pointer reads pixels, picks one with a click and selects a rectangle with a drag; the arrow
 * keys, Enter and the space bar do the same.
 */
export function SweepInput({
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
}: SweepInputProps) {
  const t = useTranslations('tabPlots');
  const description = use(PlotDescription);
  const { box } = plane;
  const [cursor, setCursor] = useState<Fraction | null>(null);
  /** The first corner of the rectangle that is being dragged. */
  const [corner, setCorner] = useState<Fraction | null>(null);
  const pressed = useRef<{ readonly clientX: number; readonly clientY: number; readonly position: Fraction } | null>(
    null,
  );
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
    const position = positionUnder(event);
    setCursor(position);
    const start = pressed.current;
    if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > slack)
      setCorner(start.position);
  };
  const onPointerUp = (event: PointerEvent) => {
    const start = pressed.current;
    pressed.current = null;
    if (!start) return;
    const position = positionUnder(event);
    const found = cellAt(grids, x, y, position);
    if (corner) select(corner, position);
    else if (found) onPick(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = cursor ?? origin;
    const arrow = arrowKeys[event.key];
    const grid = grids.at(-1);
    const by = event.shiftKey ? 10 : 1;
    if (arrow && grid) setCursor(cursor ? positionBeside(grid, now, arrow.x * by, arrow.y * by) : now);
    else if (event.key === 'Enter' && cell) onPick(cell);
    else if (event.key === ' ' && cell) {
      if (corner) select(corner, cell.position);
      else setCorner(cell.position);
    } else if (event.key === 'Escape' && cursor) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        className="plot-surface plot-sweep-surface"
        style={boxStyle(box)}
        role="application"
        aria-roledescription={t('sweepRole')}
        aria-label={t('sweepKeys')}
        aria-describedby={description}
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          pressed.current = { clientX: event.clientX, clientY: event.clientY, position: positionUnder(event) };
          setCursor(pressed.current.position);
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

/** The position of a pointer on its element: 0 to 1 from left to right and from bottom to top, kept inside. */
function positionUnder({ clientX, clientY, currentTarget }: PointerEvent): Fraction {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const inside = (share: number): number => Math.max(0, Math.min(share, 1));
  return { x: inside((clientX - left) / width), y: inside(1 - (clientY - top) / height) };
}

/** Calls `onHover` whenever another pixel is under the cursor, or the same one has another number. */
function useReport(cell: SweepCell | null, onHover: SweepPlotProps['onHover']): void {
  const reported = useRef<SweepCell | null>(null);
  const report = useEffectEvent((now: SweepCell | null) => {
    const before = reported.current;
    if (now?.x === before?.x && now?.y === before?.y && Object.is(now?.value, before?.value)) return;
    reported.current = now;
    onHover(now);
  });
  useEffect(() => report(cell), [cell]);
}
