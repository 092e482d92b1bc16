import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isTypedIn } from './typedIn';
import './tips.css';

/** Milliseconds that the pointer rests on an element before its tip is shown; at the keyboard's focus it is shown at once. */
const REST_MS = 400;

/** Milliseconds in which the pointer may go from an element to its tip. */
const LEAVE_MS = 150;

/** Pixels between a tip and its element, and the least between it and the edge of the window. */
const GAP = 6;

const TIPPED = '[data-tip], [data-hint]';

/** What stands in a row and is not what the row's hint explains. */
const BESIDE = '.more, .lr-edge-room';

const tippedElement = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element && !target.closest(BESIDE)?.matches(':not([data-tip])')
    ? target.closest<HTMLElement>(TIPPED)
    : null;

const isLabel = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.setting-label') !== null;

/**
 * The element whose tip is shown: the one that the pointer rests on, or that the keyboard has reached, unless one types in it.
 * @param bubble the tip itself, on which the pointer may rest, too
 */
function useTippedElement(bubble: RefObject<HTMLElement | null>): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // What comes to lie under a pointer that has not moved since it was pressed, such as a part that the press has opened, was not pointed at.
    let pressedAt = '';
    const placeOfPointer = ({ clientX, clientY }: MouseEvent) => `${clientX} ${clientY}`;
    const show = (next: HTMLElement | null, delay: number) => {
      clearTimeout(timer);
      if (delay === 0) setElement(next);
      else timer = setTimeout(() => setElement(next), delay);
    };
    const hide = () => show(null, 0);
    const onPointerOver = (event: PointerEvent) => {
      const { pointerType, buttons, target } = event;
      // A drag passes over much.
      if (pointerType === 'touch' || buttons !== 0 || placeOfPointer(event) === pressedAt) return;
      if (target instanceof Node && bubble.current?.contains(target)) clearTimeout(timer);
      else {
        const next = tippedElement(target);
        show(next, next ? REST_MS : LEAVE_MS);
      }
    };
    const onFocus = (target: EventTarget | null) => {
      const isReached = target instanceof Element && target.matches(':focus-visible') && !isTypedIn(target);
      show(isReached ? tippedElement(target) : null, 0);
    };
    const listeners: readonly (readonly [string, (event: Event) => void])[] = [
      ['pointerover', (event) => event instanceof PointerEvent && onPointerOver(event)],
      ['focusin', ({ target }) => onFocus(target)],
      ['focusout', hide],
      ['input', hide],
      [
        'pointerdown',
        (event) => {
          if (event instanceof PointerEvent) pressedAt = placeOfPointer(event);
          hide();
        },
      ],
      // Touch screens have no hover: there a press on the name of a setting shows what it means. Any other press ends it, for what
      // was pressed may have another name now, or be gone.
      ['click', ({ target }) => show(isLabel(target) ? tippedElement(target) : null, 0)],
      ['keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && hide()],
      ['scroll', hide],
    ];
    for (const [name, listener] of listeners) addEventListener(name, listener, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const [name, listener] of listeners) removeEventListener(name, listener, { capture: true });
    };
  }, [bubble]);
  return element;
}

/**
 * Where a tip of some size stands: under its element or, at the window's lower edge, above it; a hint on its right, if there is
 * room, or else under the name of the setting.
 */
function placeOf(element: HTMLElement, width: number, height: number): { readonly left: number; readonly top: number } {
  const isHint = element.dataset['hint'] !== undefined;
  const within = (at: number, size: number, room: number) => Math.max(GAP, Math.min(at, room - size - GAP));
  const whole = element.getBoundingClientRect();
  if (isHint && whole.right + GAP + width + GAP <= innerWidth) {
    const middle = (whole.top + whole.bottom - height) / 2;
    return { left: whole.right + GAP, top: within(middle, height, innerHeight) };
  }
  const name = isHint ? element.querySelector('.setting-label') : null;
  const { left, right, top, bottom } = name?.getBoundingClientRect() ?? whole;
  const hasRoomBelow = bottom + GAP + height <= innerHeight;
  return {
    left: within((left + right - width) / 2, width, innerWidth),
    top: hasRoomBelow ? bottom + GAP : top - GAP - height,
  };
}

/**
 * Shows what `data-tip` of an element says, such as the name of an icon, and what its `data-hint` explains (hint.ts).
 * Assistive technology hears the same from the element's name and description.
 */
export default function Tips() {
  const bubble = useRef<HTMLDivElement>(null);
  const element = useTippedElement(bubble);
  useLayoutEffect(() => {
    if (element === null || bubble.current === null) return;
    const { style } = bubble.current;
    // Near the window's right edge it would be narrower than it can be.
    style.left = '0';
    const { offsetWidth, offsetHeight } = bubble.current;
    const { left, top } = placeOf(element, offsetWidth, offsetHeight);
    style.left = `${left}px`;
    style.top = `${top}px`;
  }, [element]);
  const { tip, hint, hintTitle } = element?.isConnected ? element.dataset : {};
  const text = tip ?? hint;
  return text === undefined ? null : (
    <div ref={bubble} className={tip === undefined ? 'tip hint' : 'tip'} aria-hidden="true">
      {tip === undefined && hintTitle !== undefined && <strong>{hintTitle}</strong>}
      {text}
    </div>
  );
}
