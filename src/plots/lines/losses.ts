import { extentOf, type Range } from '../kit/geometry/range';

export type LossScale = 'log' | 'linear';

/** The lowest and the highest value that a scale can show; null where it can show none. */
export const shownExtent =
  (scale: LossScale) =>
  (values: Float64Array): Range | null =>
    extentOf(values, (value) => scale === 'linear' || value > 0);
