export { seriesOf } from './series';
export type { RunSeries, SeriesQuantity, SeriesReport } from './types';
