import type { Ref } from 'react';
import { createPortal } from 'react-dom';
import { PictureDensity } from '../../plots/kit/parts/pictureDensity';
import type { ShownPlot } from '../../plots/kit/parts/shownPlots';
import type { PrintChoice } from './print';
import { Sheet } from './Sheet';

interface StudioProps {
  readonly plots: readonly ShownPlot[];
  readonly choice: PrintChoice;
  /** Pixels of canvases for one CSS pixel of the print. */
  readonly density: number;
  readonly ref: Ref<HTMLDivElement>;
}

/** Pixels of a rem with which the sizes of a print are meant. */
const REM = 16;

/**
 * The figure as it is to be, laid out beside the window, where nobody sees it. Its type is that of the page, whatever the
 * window's size; the picture that is made of it is scaled.
 */
export function Studio({ plots, choice, density, ref }: StudioProps) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const scale = rem / REM / choice.type;
  return createPortal(
    <div
      ref={ref}
      className="studio"
      data-theme={choice.theme}
      inert
      aria-hidden="true"
      style={{ width: choice.width * scale, height: choice.height * scale }}
    >
      <PictureDensity value={density / scale}>
        <Sheet {...choice} plots={plots} isWide={choice.width > choice.height} />
      </PictureDensity>
    </div>,
    document.body,
  );
}
