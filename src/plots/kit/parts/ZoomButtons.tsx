import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import type { Box } from '../geometry/clip';
import './zoomButtons.css';

export interface ZoomButtonsProps {
  readonly box: Box;
  readonly frameWidth: number;
  /** The middle of a handle, in pixels: the buttons go to the lower corner where they would lie under it. */
  readonly avoid?: { readonly x: number; readonly y: number } | null;
  /** Magnifies about the middle of the plot. */
  readonly onZoom: (factor: number) => void;
  readonly onReset: () => void;
  /** More buttons of the same kind, before these. */
  readonly children?: ReactNode;
}

/** Magnification of one press of a zoom button or key. */
export const zoomFactor = 1.5;

/** The size of an element in pixels; zero until it is known. */
function useSize(ref: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const { current: element } = ref;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.offsetWidth, height: element.offsetHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** Pixels around the middle of a handle that belong to it. */
const HANDLE = 18;

/** Whether a handle would cover buttons of some size in the upper right corner of a plot, and would not in the lower one. */
function isCovered(
  { x, y }: NonNullable<ZoomButtonsProps['avoid']>,
  { top, right, bottom }: Box,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  return x > right - width - HANDLE && y < top + height + HANDLE && y < bottom - height - HANDLE;
}

/** Buttons to zoom without a wheel. */
export function ZoomButtons({ box, frameWidth, avoid = null, onZoom, onReset, children }: ZoomButtonsProps) {
  const t = useTranslations('plots');
  const buttons = useRef<HTMLDivElement>(null);
  // Measured: there are three to five of them, and they are larger where fingers press them.
  const size = useSize(buttons);
  const isLow = avoid !== null && isCovered(avoid, box, size);
  return (
    <div
      ref={buttons}
      className="plot-zoom"
      data-low={isLow ? '' : undefined}
      style={{ right: frameWidth - box.right, ...(isLow ? { top: box.bottom } : { top: box.top }) }}
    >
      {children}
      <button type="button" aria-label={t('zoomIn')} data-tip={t('zoomIn')} onClick={() => onZoom(zoomFactor)}>
        +
      </button>
      <button type="button" aria-label={t('zoomOut')} data-tip={t('zoomOut')} onClick={() => onZoom(1 / zoomFactor)}>
        −
      </button>
      <button type="button" aria-label={t('zoomReset')} data-tip={t('zoomReset')} onClick={onReset}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
        </svg>
      </button>
    </div>
  );
}
