import type { Aids, Read, Reading } from './reading';
import { readCurvature } from './readings/curvature';
import { readData } from './readings/data';
import { readDifferences } from './readings/differences';
import { readFinder } from './readings/finder';
import { readLoss } from './readings/loss';
import { readPath } from './readings/path';
import { readRates } from './readings/rates';
import { readSeries } from './readings/series';
import { readSweep } from './readings/sweep';

/** Every plot of the page, and how it is read. */
const readers = {
  path: readPath,
  loss: readLoss,
  series: readSeries,
  curvature: readCurvature,
  differences: readDifferences,
  finder: readFinder,
  data: readData,
  sweep: readSweep,
  rates: readRates,
};

export type PlotName = keyof typeof readers;

/** What each plot shows, as its reading needs it. */
export type Shows = { readonly [Name in PlotName]: Parameters<(typeof readers)[Name]>[0] };

/** The name of a plot with what it shows. */
export type ShownPlot = { readonly [Name in PlotName]: { readonly of: Name; readonly shows: Shows[Name] } }[PlotName];

/** The same, and the id of the element that holds its words. */
export type IdentifiedPlot = ShownPlot & { readonly id: string };

const table: { readonly [Name in PlotName]: Read<Shows[Name]> } = readers;

export const readPlot = <Name extends PlotName>(of: Name, shows: Shows[Name], aids: Aids): Reading =>
  table[of](shows, aids);
