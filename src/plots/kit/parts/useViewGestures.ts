import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '../../../engine/view/types';
import { isEmbedded } from '../../../workbench/stores/isEmbedded';
import type { Box } from '../geometry/clip';
import { panView, wheelFactor, zoomView, type Fraction } from '../geometry/panZoom';

interface PointerPosition {
  readonly x: number;
  readonly y: number;
}

/**
 * Pans and zooms a view by gestures on an element that covers the plot's `box`: dragging with a mouse or pen, the wheel, or
 * two fingers. One finger scrolls the page, as it must on a phone; in an embed so does the wheel, until the plot is pressed
 * or with ctrl, for the page around it is not ours. Returns whether a gesture is in progress.
 */
export function useViewGestures(
  element: HTMLElement | null,
  view: View,
  box: Box,
  onViewChange: (view: View) => void,
): boolean {
  const [moving, setMoving] = useState(false);
  // Several wheel events may come before the next render: each continues from the view of the one before it.
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  }, [view]);
  const isPressed = useRef(false);
  const pointers = useRef(new Map<number, PointerPosition>());

  const change = useEffectEvent((next: View) => {
    latest.current = next;
    onViewChange(next);
  });
  const fractionOf = useEffectEvent(({ x, y }: PointerPosition): Fraction => {
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (x - left) / width, y: 1 - (y - top) / height };
  });
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (isEmbedded() && !isPressed.current && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    change(zoomView(latest.current, wheelFactor(event), fractionOf({ x: event.clientX, y: event.clientY })));
  });
  const onPointerDown = useEffectEvent((event: PointerEvent) => {
    if (event.button !== 0) return;
    isPressed.current = true;
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
    // Not passive: a wheel or two fingers over the plot must not scroll or zoom the page.
    element.addEventListener('wheel', (event) => onWheel(event), { passive: false, signal });
    element.addEventListener('touchstart', (event) => event.touches.length > 1 && event.preventDefault(), {
      passive: false,
      signal,
    });
    element.addEventListener('pointerdown', (event) => onPointerDown(event), { signal });
    element.addEventListener('pointermove', (event) => onPointerMove(event), { signal });
    element.addEventListener('pointerup', (event) => onPointerEnd(event), { signal });
    element.addEventListener('pointerleave', () => (isPressed.current = false), { signal });
    element.addEventListener('pointercancel', (event) => onPointerEnd(event), { signal });
    return () => stop.abort();
  }, [element]);
  return moving;
}

const centre = (positions: readonly PointerPosition[]): PointerPosition => ({
  x: positions.reduce((sum, { x }) => sum + x, 0) / positions.length,
  y: positions.reduce((sum, { y }) => sum + y, 0) / positions.length,
});

/** Mean distance of the fingers from their centre, in pixels; never 0, because two fingers do not touch the same pixel. */
function spread(positions: readonly PointerPosition[]): number {
  const middle = centre(positions);
  return positions.reduce((sum, { x, y }) => sum + Math.hypot(x - middle.x, y - middle.y), 0) / positions.length;
}
