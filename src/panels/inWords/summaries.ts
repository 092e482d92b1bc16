import type { Aids, Summarize, Summary } from './summary';
import { summarizeCurvature } from './summaries/curvature';
import { summarizeData } from './summaries/data';
import { summarizeDifferences } from './summaries/differences';
import { summarizeFinder } from './summaries/finder';
import { summarizeLoss } from './summaries/loss';
import { summarizePath } from './summaries/path';
import { summarizeRates } from './summaries/rates';
import { summarizeSeries } from './summaries/series';
import { summarizeSingular } from './summaries/singular';
import { summarizeSweep } from './summaries/sweep';

/** Every plot of the page, and its summary. */
const summaries = {
  path: summarizePath,
  loss: summarizeLoss,
  series: summarizeSeries,
  curvature: summarizeCurvature,
  differences: summarizeDifferences,
  finder: summarizeFinder,
  data: summarizeData,
  sweep: summarizeSweep,
  rates: summarizeRates,
  singular: summarizeSingular,
};

export type PlotName = keyof typeof summaries;

/** What each plot shows, as its summary needs it. */
export type Shows = { readonly [Name in PlotName]: Parameters<(typeof summaries)[Name]>[0] };

/** The name of a plot with what it shows. */
export type SummarizedPlot = {
  readonly [Name in PlotName]: { readonly of: Name; readonly shows: Shows[Name] };
}[PlotName];

/** The same, and the id of the element that holds its words. */
export type IdentifiedPlot = SummarizedPlot & { readonly id: string };

const table: { readonly [Name in PlotName]: Summarize<Shows[Name]> } = summaries;

export const summarizePlot = <Name extends PlotName>(of: Name, shows: Shows[Name], aids: Aids): Summary =>
  table[of](shows, aids);
