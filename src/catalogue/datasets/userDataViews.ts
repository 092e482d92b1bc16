import type { DataModel, Dataset, SettingValues } from '../types';
import { leastSquaresFit, logisticApproach } from './fits';
import { prepareData, scaleOf } from './prepare';

/**
 * Ranges of the parameters of `w1*x1 + ... + b` that hold 0, the least squares, and the fit by any feature
 * alone: its slope is at most sd(y)/sd(x). On a standardized feature sd(x) is 1 and the mean 0.
 *
 * @param data features first, the target last
 * @returns one range for every weight, then that of the bias
 */
export function linearView(data: Dataset, settings: SettingValues): DataModel['view'] {
  const scales = data.columns.map(scaleOf);
  const target = scales.at(-1) ?? { mean: 0, deviation: 1 };
  const features = scales.slice(0, -1).map((scale) => (settings.standardize === 1 ? { mean: 0, deviation: 1 } : scale));
  const steepest = features.map(({ deviation }) => target.deviation / deviation);
  const farthest =
    target.deviation + Math.max(0, ...features.map(({ mean }, j) => Math.abs(mean) * (steepest[j] ?? 0)));
  const { inputs, y } = affineInputs(data, settings);
  const best = leastSquaresFit(inputs, y);
  return [
    ...steepest.map((slope, j) => around([-START, START, -slope, slope, overshot(best[j])])),
    around([-START, START, target.mean - farthest, target.mean + farthest, overshot(best.at(-1))]),
  ];
}

/** The same for the log-odds of two classes: they change by a few over the spread of a feature. */
export function logisticView(data: Dataset, settings: SettingValues): DataModel['view'] {
  const { inputs, y } = affineInputs(data, settings);
  const best = logisticApproach(inputs, y);
  const spreads = inputs.slice(0, -1).map((column) => LOG_ODDS / scaleOf(column).deviation);
  return [
    ...spreads.map((spread, j) => around([-START, START, -spread, spread, overshot(best[j])])),
    around([-LOG_ODDS, LOG_ODDS, overshot(best.at(-1))]),
  ];
}

/** Ranges of the coefficients of a polynomial that hold 0, the least squares and the spread of the target. */
export function polynomialView(data: Dataset, settings: SettingValues): DataModel['view'] {
  const { columns } = prepareData(data, settings, null);
  const [x = new Float64Array(), y = new Float64Array()] = columns;
  const powers = Array.from({ length: (settings.degree ?? 1) + 1 }, (_, power) => x.map((value) => value ** power));
  const { mean, deviation } = scaleOf(y);
  return leastSquaresFit(powers, y).map((best, power) => {
    const slope = deviation / scaleOf(powers[power] ?? x).deviation;
    return power === 0
      ? around([-START, START, mean - deviation, mean + deviation, overshot(best)])
      : around([-START, START, -slope, slope, overshot(best)]);
  });
}

function affineInputs(data: Dataset, settings: SettingValues) {
  const { columns, size } = prepareData(data, settings, null);
  return {
    inputs: [...columns.slice(0, -1), new Float64Array(size).fill(1)],
    y: columns.at(-1) ?? new Float64Array(size),
  };
}

/** Initial weights are hardly larger (`initialAffine`), and move the bias by as much: beside small targets that is far. */
const START = 0.04;

/** The log-odds that a few more or fewer deviations of a feature bring. */
const LOG_ODDS = 3;

/** Momentum takes a path past the minimum, with the margin below by nearly the way to it. */
const overshot = (best: number | undefined): number => 1.65 * (best ?? 0);

/** The margin on either side, as a fraction of a range. */
const MARGIN = 0.25;

/** A range around values, with a margin. */
function around(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = MARGIN * (high - low);
  return [low - margin, high + margin];
}
