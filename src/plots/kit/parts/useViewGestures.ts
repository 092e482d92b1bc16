import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '../../../engine/view/types';
import type { Box } from '../geometry/clip';
import { panView, wheelFactor, zoomView, type Fraction } from '../geometry/panZoom';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves and magnifies a view from an element that covers the plot's `box`: drag with a mouse or a pen, wheel, two
 * fingers. One finger is left to the page, which must scroll past the plot on a telephone.
 * Returns whether the view is being moved just now.
 */
export function useViewGestures(
  element: HTMLElement | null,
  view: View,
  box: Box,
  onViewChange: (view: View) => void,
): boolean {
  const [moving, setMoving] = useState(false);
  // Several wheel events may come before the next render: each goes on from the one before it.
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  }, [view]);
  const pointers = useRef(new Map<number, Place>());

  const change = useEffectEvent((next: View) => {
    latest.current = next;
    onViewChange(next);
  });
  const fractionOf = useEffectEvent(({ x, y }: Place): Fraction => {
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (x - left) / width, y: 1 - (y - top) / height };
  });
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    change(zoomView(latest.current, wheelFactor(event), fractionOf({ x: event.clientX, y: event.clientY })));
  });
  const onPointerDown = useEffectEvent((event: PointerEvent) => {
    if (event.button !== 0) return;
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (event.pointerType !== 'touch') element?.setPointerCapture(event.pointerId);
    if (event.pointerType !== 'touch' || pointers.current.size === 2) setMoving(true);
  });
  const onPointerMove = useEffectEvent((event: PointerEvent) => {
    if (!pointers.current.has(event.pointerId)) return;
    const before = [...pointers.current.values()];
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = [...pointers.current.values()];
    if (event.pointerType === 'touch' && after.length < 2) return;
    const by = {
      x: (centre(after).x - centre(before).x) / (box.right - box.left),
      y: (centre(before).y - centre(after).y) / (box.bottom - box.top),
    };
    const moved = panView(latest.current, by);
    change(after.length < 2 ? moved : zoomView(moved, spread(after) / spread(before), fractionOf(centre(after))));
  });
  const onPointerEnd = useEffectEvent((event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    setMoving(false);
  });

  useEffect(() => {
    if (!element) return;
    const stop = new AbortController();
    const { signal } = stop;
    // Not passive: a wheel or two fingers over the plot are for the plot, not for the page.
    element.addEventListener('wheel', (event) => onWheel(event), { passive: false, signal });
    element.addEventListener('touchstart', (event) => event.touches.length > 1 && event.preventDefault(), {
      passive: false,
      signal,
    });
    element.addEventListener('pointerdown', (event) => onPointerDown(event), { signal });
    element.addEventListener('pointermove', (event) => onPointerMove(event), { signal });
    element.addEventListener('pointerup', (event) => onPointerEnd(event), { signal });
    element.addEventListener('pointercancel', (event) => onPointerEnd(event), { signal });
    return () => stop.abort();
  }, [element]);
  return moving;
}

const centre = (places: readonly Place[]): Place => ({
  x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
  y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
});

/** Mean distance of the fingers from their centre. Two of them are never on one pixel. */
function spread(places: readonly Place[]): number {
  const middle = centre(places);
  return places.reduce((sum, { x, y }) => sum + Math.hypot(x - middle.x, y - middle.y), 0) / places.length;
}
