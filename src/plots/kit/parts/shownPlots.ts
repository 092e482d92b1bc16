import type { ReactNode } from 'react';
import type { ColourOf } from '../paint/useColours';
import type { Frame } from './useFrame';

export interface PlotProps {
  /** What a screen reader calls the plot, and a list of pictures too. */
  readonly label: string;
  /** Puts what belongs to a picture of the plot around it, such as a legend. */
  readonly around?: (plot: ReactNode) => ReactNode;
  readonly children: (frame: Frame, colourOf: ColourOf) => ReactNode;
}

/** A plot on the screen: with its props the same plot is drawn again for a picture. */
export interface ShownPlot {
  readonly element: HTMLElement;
  readonly props: PlotProps;
}

const shown = new Map<HTMLElement, PlotProps>();

/** Keeps the newest props of a plot on the screen. */
export const showPlot = (element: HTMLElement, props: PlotProps): void => void shown.set(element, props);

export const hidePlot = (element: HTMLElement): void => void shown.delete(element);

/** The plots on the screen as they were last rendered, in the order of the page. */
export const shownPlots = (): ShownPlot[] =>
  Array.from(shown, ([element, props]) => ({ element, props })).sort((a, b) =>
    a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
