import { valueAlong } from '../../catalogue';
import {
  axisChoices,
  isPastSweeps,
  limits,
  sweepEpochLimit,
  targetOf,
  updateCounts,
  withSettingAt,
  type AxisChoice,
  type AxisTarget,
} from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import { planProblem } from '../plan/plan';
import type { SweepAxis, SweepRequest } from './types';

/** The axes of a sweep that was checked. */
export interface CheckedAxes {
  readonly run: Run;
  readonly x: AxisTarget;
  readonly y: AxisTarget;
}

/**
 * Checks what the types cannot say of a request on a valid experiment.
 * @throws RangeError naming the field, its value and what is allowed
 */
export function checkSweep({ experiment, run: index, x, y, width, height, steps }: SweepRequest): CheckedAxes {
  const run = experiment.runs[index];
  if (!run) throw refused('run', index, `0 to ${experiment.runs.length - 1}`);
  const choices = axisChoices(experiment, run);
  const targets = { x: checkAxis('x', x, choices), y: checkAxis('y', y, choices) };
  if (x.of === y.of) throw refused('y.of', y.of, 'something else than x.of');
  checkWhole('width', width, limits.sweepSide);
  checkWhole('height', height, limits.sweepSide);
  if (experiment.problem.kind === 'data') {
    if (steps !== undefined) throw refused('steps', steps, 'nothing: epochs decide for data problems');
    if (isPastSweeps(experiment))
      throw refused('experiment.epochs', experiment.epochs, `1 to ${sweepEpochLimit(experiment)} over so many samples`);
  } else {
    checkWhole('steps', steps ?? updateCounts(experiment)[index] ?? 0, limits.sweepSteps);
  }
  return { run, ...targets };
}

function checkAxis(field: string, { of, from, to, scale }: SweepAxis, choices: readonly AxisChoice[]): AxisTarget {
  const choice = choices.find((candidate) => candidate.of === of);
  if (!choice) throw refused(`${field}.of`, of, choices.map((candidate) => candidate.of).join(', '));
  if (!choice.scales.includes(scale)) throw refused(`${field}.scale`, scale, choice.scales.join(', '));
  for (const [end, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const inside = Number.isFinite(value) && value >= choice.min && value <= choice.max;
    if (!inside) throw refused(`${field}.${end}`, value, `${choice.min} to ${choice.max}`);
    if (scale === 'log' && value <= 0) throw refused(`${field}.${end}`, value, 'a number above 0 on a log scale');
    if (scale === 'oneMinus' && value >= 1)
      throw refused(`${field}.${end}`, value, 'a number below 1 on a oneMinus scale');
  }
  return targetOf(of);
}

function checkWhole(field: string, value: number, { min, max }: { readonly min: number; readonly max: number }): void {
  if (!Number.isInteger(value) || value < min || value > max)
    throw refused(field, value, `a whole number from ${min} to ${max}`);
}

const refused = (field: string, value: unknown, allowed: string): RangeError =>
  new RangeError(
    `sweep: ${field} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)}; allowed: ${allowed}`,
  );

/** The value at pixel `index` of `count` along an axis: the ends of the range at the first and the last. */
export function axisValue({ from, to, scale }: SweepAxis, index: number, count: number): number {
  if (index === 0) return from;
  if (index === count - 1) return to;
  return valueAlong(scale, from, to, index / (count - 1));
}

/** The experiment that a pixel stands for: this one with the two settings of that pixel in its run. */
export function experimentAt(request: SweepRequest, column: number, row: number): Experiment {
  const { experiment, run, x, y, width, height, steps } = request;
  checkSweep(request);
  const { start } = planProblem(experiment);
  const moved = withSettingAt(experiment, run, x.of, axisValue(x, column, width), start);
  const both = withSettingAt(moved, run, y.of, axisValue(y, row, height), start);
  return steps === undefined ? both : { ...both, steps };
}
