import { useCallback, useState } from 'react';
import { shownPlots, type ShownPlot } from '../../plots/kit/parts/shownPlots';

/** The plots that are to be in a picture or a film. */
export interface Figure {
  /** All that are on the screen. */
  readonly all: readonly ShownPlot[];
  /** Those that are chosen, as they were when `refresh` was last called. */
  readonly plots: readonly ShownPlot[];
  /** The elements on the screen of those that are chosen. */
  readonly elements: readonly HTMLElement[];
  readonly choose: (elements: readonly HTMLElement[]) => void;
  /** Takes the plots as they are on the screen now. */
  readonly refresh: () => void;
}

/** The path and what is beside it, which most want. */
const USUAL = 2;

const visiblePlots = (): ShownPlot[] => shownPlots().filter(({ element }) => element.getClientRects().length > 0);

/** @param first the plot that is chosen at first; null for the usual ones */
export function useFigure(first: HTMLElement | null): Figure {
  const [all, setAll] = useState(visiblePlots);
  const [elements, choose] = useState<readonly HTMLElement[]>(() =>
    first ? [first] : all.slice(0, USUAL).map(({ element }) => element),
  );
  const refresh = useCallback(() => setAll(visiblePlots()), []);
  return { all, plots: all.filter(({ element }) => elements.includes(element)), elements, choose, refresh };
}
