export { PathPlot } from './PathPlot';
export { LossPlot } from './LossPlot';
export { DataPlot } from './DataPlot';
export { MarkerIcon } from './parts/MarkerIcon';
export { formatNumber } from './geometry/numbers';
export type { DataPlotProps, LossPlotProps, PathPlotProps, Point, RunStyle } from './types';
