import type { DataModel, Dataset, SettingValues } from '../types';
import { scaleOf } from './prepare';

/**
 * Ranges of the parameters of `w1*x1 + ... + b` that hold 0 and, for a target that is a number, the fit by any feature
 * alone: its slope is at most sd(y)/sd(x). On a standardized feature sd(x) is 1 and the mean 0.
 *
 * @param data features first, the target last
 * @returns one range for every weight, then that of the bias
 */
export function linearView({ columns }: Dataset, { standardize }: SettingValues): DataModel['view'] {
  const scales = columns.map(scaleOf);
  const target = scales.at(-1) ?? { mean: 0, deviation: 1 };
  const features = scales.slice(0, -1).map((scale) => (standardize === 1 ? { mean: 0, deviation: 1 } : scale));
  const steepest = features.map(({ deviation }) => target.deviation / deviation);
  const farthest =
    target.deviation + Math.max(0, ...features.map(({ mean }, j) => Math.abs(mean) * (steepest[j] ?? 0)));
  return [
    ...steepest.map((slope) => around(-slope, slope)),
    around(Math.min(0, target.mean - farthest), Math.max(0, target.mean + farthest)),
  ];
}

/** The margin on either side, as a fraction of a range. */
const MARGIN = 0.25;

function around(low: number, high: number): readonly [number, number] {
  const margin = MARGIN * (high - low);
  return [low - margin, high + margin];
}
