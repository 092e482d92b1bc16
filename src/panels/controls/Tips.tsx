import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isTypedIn } from './typedIn';
import './tips.css';

/** Milliseconds that the pointer rests on an element before its tip is shown; at the keyboard's focus it is shown at once. */
const REST_MS = 400;

/** Pixels between a tip and its element, and the least between it and the edge of the window. */
const GAP = 6;

const tippedElement = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;

/** The element whose tip is shown: the one that the pointer rests on, or that the keyboard has reached, unless one types in it. */
function useTippedElement(): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: HTMLElement | null, delay: number) => {
      clearTimeout(timer);
      if (next === null) setElement(null);
      else timer = setTimeout(() => setElement(next), delay);
    };
    const listeners: readonly (readonly [string, (event: Event) => void])[] = [
      [
        'pointerover',
        (event) =>
          event instanceof PointerEvent && event.pointerType !== 'touch' && show(tippedElement(event.target), REST_MS),
      ],
      [
        'focusin',
        ({ target }) =>
          show(
            target instanceof Element && target.matches(':focus-visible') && !isTypedIn(target)
              ? tippedElement(target)
              : null,
            0,
          ),
      ],
      ['focusout', () => show(null, 0)],
      ['input', () => show(null, 0)],
      ['pointerdown', () => show(null, 0)],
      ['keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && show(null, 0)],
      ['scroll', () => show(null, 0)],
    ];
    // The pointer may have come to rest before this was loaded.
    show(document.querySelector<HTMLElement>('[data-tip]:hover'), REST_MS);
    for (const [name, listener] of listeners) addEventListener(name, listener, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const [name, listener] of listeners) removeEventListener(name, listener, { capture: true });
    };
  }, []);
  return element;
}

/** Shows what `data-tip` of an element says, such as the name of an icon, under it or, at the window's lower edge, above it. */
export default function Tips() {
  const element = useTippedElement();
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (element === null || bubble.current === null) return;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = bubble.current;
    const x = (left + right - offsetWidth) / 2;
    const hasRoomBelow = bottom + GAP + offsetHeight <= innerHeight;
    style.left = `${Math.max(GAP, Math.min(x, innerWidth - offsetWidth - GAP))}px`;
    style.top = `${hasRoomBelow ? bottom + GAP : top - GAP - offsetHeight}px`;
  }, [element]);
  const text = element?.isConnected ? element.dataset['tip'] : undefined;
  // The element says the same by its name.
  return text === undefined ? null : (
    <div ref={bubble} className="tip" aria-hidden="true">
      {text}
    </div>
  );
}
