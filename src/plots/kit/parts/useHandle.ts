import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { arrowKeys, type Arrow } from './arrowKeys';

export interface HandleActions<Grasp> {
  /** Called when the handle is pressed; every drag gets what it returns. */
  readonly grasp: (event: PointerEvent<HTMLElement>) => Grasp;
  /** Moves the handle to a pointer. Returns whether it moved. */
  readonly drag: (event: PointerEvent<HTMLElement>, grasp: Grasp) => boolean;
  /** Moves the handle by an arrow key, in finer steps with shift. Returns whether the key does anything. */
  readonly press: (arrow: Arrow, isFine: boolean) => boolean;
  /** Called once after each drag or key press that moved the handle. */
  readonly settle: () => void;
}

/** Event handlers of an element that is dragged by mouse, touch or pen, or moved by arrow keys. */
export function useHandle<Grasp extends object>({ grasp, drag, press, settle }: HandleActions<Grasp>) {
  const grasped = useRef<Grasp | null>(null);
  const hasMoved = useRef(false);

  const end = () => {
    grasped.current = null;
    if (hasMoved.current) settle();
    hasMoved.current = false;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      grasped.current = grasp(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (grasped.current && drag(event, grasped.current)) hasMoved.current = true;
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown: (event: KeyboardEvent) => {
      const arrow = arrowKeys[event.key];
      if (!arrow || !press(arrow, event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
      hasMoved.current = true;
    },
    onKeyUp: end,
    onBlur: end,
  };
}
