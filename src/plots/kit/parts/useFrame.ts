import { use, useEffect, useState } from 'react';
import { PictureDensity } from './pictureDensity';

/** The size of a plot, in CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Pixels of one rem; type, strokes and marks grow with it. */
  readonly rem: number;
  /** Pixels of a canvas for one CSS pixel: those of the screen, or of a picture. */
  readonly density: number;
}

/** The current size of an element; null before it has been measured and while the element has no size. */
export function useFrame(element: HTMLElement | null): Frame | null {
  const [frame, setFrame] = useState<Frame | null>(null);
  const density = use(PictureDensity);
  useEffect(() => {
    if (!element) return;
    const measure = () => {
      const next = measureFrame(element, density ?? window.devicePixelRatio);
      setFrame((now) => (next && now && isSame(next, now) ? now : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A browser's zoom changes the density and may leave the size in CSS pixels as it was.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element, density]);
  return frame;
}

function measureFrame(element: HTMLElement, density: number): Frame | null {
  const { clientWidth: width, clientHeight: height } = element;
  if (width === 0 || height === 0) return null;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { width, height, rem, density };
}

const isSame = (a: Frame, b: Frame): boolean =>
  a.width === b.width && a.height === b.height && a.rem === b.rem && a.density === b.density;
