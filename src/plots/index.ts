/** The plots of the first screen. All others load later: import them from their own files. */
export { PathPlot } from './path/PathPlot';
export { LossPlot } from './lines/LossPlot';
export { MarkerIcon } from './kit/parts/MarkerIcon';
export { keepTogether } from './kit/geometry/labelWords';
export { formatNumber } from './kit/geometry/numbers';
export type { RunStyle } from './kit/types';
