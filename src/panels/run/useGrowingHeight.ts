import { useEffect, useRef, useState } from 'react';

/**
 * The height that a box needs for its content. It never shrinks while `key` stays the same, and does not change while a pointer is
 * pressed: what is below stays where it is under the user's hand.
 * @returns a ref for the content, and the height in pixels; null before the first measurement
 */
export function useGrowingHeight(key: unknown) {
  const content = useRef<HTMLDivElement>(null);
  const [{ height, of }, setMeasured] = useState<{ readonly height: number | null; readonly of: unknown }>({
    height: null,
    of: key,
  });
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    let isPressed = false;
    const measure = () => {
      if (isPressed) return;
      const needed = element.offsetHeight;
      setMeasured((before) => ({
        height: before.of === key && before.height !== null ? Math.max(before.height, needed) : needed,
        of: key,
      }));
    };
    const press = () => {
      isPressed = true;
    };
    const release = () => {
      isPressed = false;
      measure();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      observer.disconnect();
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, [key]);
  return { content, height: of === key ? height : null };
}
