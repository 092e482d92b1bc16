/** The plots that the first picture needs. SweepPlot, DataPlot, CurvaturePlot and DifferencePlot are imported from their own files, by what loads late. */
export { PathPlot } from './PathPlot';
export { LossPlot } from './LossPlot';
export { MarkerIcon } from './parts/MarkerIcon';
export { formatNumber } from './geometry/numbers';
export type { DataPlotProps, GradientField, LossPlotProps, PathPlotProps, Point, Probe, RunStyle } from './types';
