import { shallow } from 'zustand/shallow';
import type { SummarizedPlot } from './summaries';

/** Whether a plot shows what it showed before: its panel renders more often, at every frame while the runs play. */
export const isSamePlot = (a: SummarizedPlot, b: SummarizedPlot): boolean => a.of === b.of && shallow(a.shows, b.shows);
