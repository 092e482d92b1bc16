/** The plots that the first picture needs. SweepPlot, DataPlot, CurvaturePlot and DifferencePlot are imported from their own files, by what loads late. */
export { PathPlot } from './path/PathPlot';
export { LossPlot } from './lines/LossPlot';
export { MarkerIcon } from './kit/parts/MarkerIcon';
export { formatNumber } from './kit/geometry/numbers';
export type { RunStyle } from './kit/types';
