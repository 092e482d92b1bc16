import { indicesFrom, numbersFrom } from '../../engine/common/fill';
import { at } from '../kit/geometry/at';
import { decimate } from '../kit/geometry/decimate';
import { extentOf, pad, type Range } from '../kit/geometry/range';
import { linearScale } from '../kit/geometry/scale';

/** A curve of learning rates in a rectangle, with the highest rate at the top and the lowest at the bottom. */
export interface RateCurvePath {
  /** `M0 10L1 9...`, for an SVG path. */
  readonly path: string;
  /** First, last, lowest and highest rate. */
  readonly first: number;
  readonly last: number;
  readonly range: Range;
  /** The position of update k + 1 (updates count from 1) on the curve, from the left and from the top. */
  readonly positionOf: (k: number) => readonly [x: number, y: number];
}

/**
 * The rates of a run along its updates, `width` units across and `height` down.
 * @param updates number of updates of the complete run; the curve leaves room for those that are not computed yet
 * @returns null where there is no rate yet
 */
export function rateCurvePath(
  rates: Float64Array,
  updates: number,
  width: number,
  height: number,
): RateCurvePath | null {
  const range = extentOf(rates);
  if (range === null) return null;
  const [low, high] = range;
  const x = linearScale([0, Math.max(1, updates - 1)], [0, width]);
  const y = linearScale(low === high ? pad(range, 1) : range, [height, 0]);
  const rows = indicesFrom(rates.length, (k) => k);
  const thin = decimate({
    x: numbersFrom(rates.length, x),
    y: numbersFrom(rates.length, (k) => y(at(rates, k))),
    rows,
  });
  const points = Array.from(thin.x, (column, i) => `${round(column)} ${round(at(thin.y, i))}`);
  return {
    path: `M${points.join('L')}`,
    first: at(rates, 0),
    last: at(rates, rates.length - 1),
    range,
    positionOf: (k) => [x(k), y(at(rates, k))],
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
