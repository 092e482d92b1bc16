import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Box } from '../geometry/clip';
import './zoomButtons.css';

export interface ZoomButtonsProps {
  readonly box: Box;
  readonly frameWidth: number;
  /** Magnifies about the middle of the plot. */
  readonly onZoom: (factor: number) => void;
  readonly onReset: () => void;
  /** More buttons of the same kind, before these. */
  readonly children?: ReactNode;
}

/** Magnification of one press of a zoom button or key. */
export const zoomFactor = 1.5;

/** Buttons to zoom without a wheel. */
export function ZoomButtons({ box, frameWidth, onZoom, onReset, children }: ZoomButtonsProps) {
  const t = useTranslations('plots');
  return (
    <div className="plot-zoom" style={{ top: box.top, right: frameWidth - box.right }}>
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
