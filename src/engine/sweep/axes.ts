import { isMethod, valueAlong } from '../../catalogue';
import { fromAxisJson, readSweep, withAxisValue } from '../../experiment';
import type { AxisRange, Experiment, Run, SweepAxis } from '../../experiment/core/types';
import { planProblem } from '../plan/plan';
import type { SweepRequest } from './types';

/** The axes of a checked sweep. */
export interface CheckedAxes {
  readonly run: Run;
  readonly x: SweepAxis;
  readonly y: SweepAxis;
}

/**
 * Checks a request on a valid experiment.
 * @throws ExperimentError naming each invalid field, its value and what is allowed
 */
export function checkSweep({ experiment, run: index, x, y, width, height, steps, digits }: SweepRequest): CheckedAxes {
  readSweep({ run: index, x, y, width, height, steps }, experiment);
  const run = experiment.runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  if (isMethod(run.optimizer)) throw new RangeError(`run ${index} is by a classical method, which has no sweep`);
  return { run, x: { ...fromAxisJson(x), ...(digits !== undefined && { digits }) }, y: fromAxisJson(y) };
}

/** The value at pixel `index` of `count` along an axis. The first and the last pixel are exactly at the ends of the range. */
export function axisValue({ from, to, scale, digits }: AxisRange, index: number, count: number): number {
  if (index === 0) return from;
  if (index === count - 1) return to;
  const value = valueAlong(scale, from, to, index / (count - 1));
  return digits === undefined ? value : Number(value.toPrecision(digits));
}

/** The experiment of a pixel: that of the request with the pixel's two values in its run. */
export function experimentAt(request: SweepRequest, column: number, row: number): Experiment {
  const { experiment, run, width, height, steps } = request;
  const { x, y } = checkSweep(request);
  const { start } = planProblem(experiment);
  const moved = withAxisValue(experiment, run, x.target, axisValue(x, column, width), start);
  const both = withAxisValue(moved, run, y.target, axisValue(y, row, height), start);
  return steps === undefined ? both : { ...both, steps };
}
