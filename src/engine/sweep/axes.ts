import { hyperDomain } from '../../catalogue';
import { changeHyper, changeSetting, isPastSweeps, limits, problemOf, ruleOfRun, sweepEpochLimit, updateCounts, viewRanges } from '../../experiment';
import type { Experiment, Run } from '../../experiment/types';
import { namesRead } from '../../formula';
import { groundOf } from '../plan';
import type { SweepAxis, SweepRequest } from './types';

/** Most pixels along an axis, and most updates of a run on a function. */
export const sweepLimits = { side: 512, steps: 2000 } as const;

/** What an axis moves. */
export type AxisTarget =
  | { readonly kind: 'hyper'; readonly name: string }
  | { readonly kind: 'start'; readonly index: number }
  | { readonly kind: 'constant'; readonly name: string };

/** Something that an axis may be of. */
export interface AxisChoice {
  readonly of: string;
  readonly target: AxisTarget;
  /** Inclusive hard limits of the range. */
  readonly min: number;
  readonly max: number;
  /** A range to begin with. */
  readonly range: { readonly from: number; readonly to: number; readonly scale: 'linear' | 'log' };
}

/** Everything that a sweep of one run may vary. Flags and whole numbers have no range to run over. */
export function axisChoices(experiment: Experiment, run: Run): AxisChoice[] {
  return [...hyperChoices(run), ...startChoices(experiment), ...constantChoices(experiment)];
}

function hyperChoices(run: Run): AxisChoice[] {
  const id = run.optimizer;
  const rule = ruleOfRun(run, false);
  const read = namesRead(rule);
  return rule.hyper.flatMap(({ name }): AxisChoice[] => {
    const { min, max, slider, integer } = hyperDomain(name, id);
    if (slider.scale === 'flag' || integer || !read.has(name)) return [];
    const scale = slider.scale === 'log' ? 'log' : 'linear';
    return [{ of: name, target: { kind: 'hyper', name }, min, max, range: { from: slider.min, to: slider.max, scale } }];
  });
}

function startChoices({ problem }: Experiment): AxisChoice[] {
  return viewRanges(problem).map(([from, to], index) => (
    { of: `start.${index}`, target: { kind: 'start', index }, ...limits.coordinate, range: { from, to, scale: 'linear' } }
  ));
}

function constantChoices({ problem }: Experiment): AxisChoice[] {
  const entry = problemOf(problem);
  if (entry?.kind !== 'function') return [];
  return Object.entries(entry.constants)
    .filter(([, setting]) => !setting.integer)
    .map(([name, { min, max, scale }]) => ({ of: `constant.${name}`, target: { kind: 'constant', name }, min, max, range: { from: min, to: max, scale } }));
}

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
  checkWhole('width', width, sweepLimits.side);
  checkWhole('height', height, sweepLimits.side);
  if (experiment.problem.kind === 'data') {
    if (steps !== undefined) throw refused('steps', steps, 'nothing: epochs decide for data problems');
    if (isPastSweeps(experiment)) throw refused('experiment.epochs', experiment.epochs, `1 to ${sweepEpochLimit(experiment)} over so many samples`);
  } else {
    checkWhole('steps', steps ?? updateCounts(experiment)[index] ?? 0, sweepLimits.steps);
  }
  return { run, ...targets };
}

function checkAxis(field: string, { of, from, to, scale }: SweepAxis, choices: readonly AxisChoice[]): AxisTarget {
  const choice = choices.find((candidate) => candidate.of === of);
  if (!choice) throw refused(`${field}.of`, of, choices.map((candidate) => candidate.of).join(', '));
  if (scale !== 'linear' && scale !== 'log') throw refused(`${field}.scale`, scale, 'linear or log');
  for (const [end, value] of [['from', from], ['to', to]] as const) {
    const inside = Number.isFinite(value) && value >= choice.min && value <= choice.max;
    if (!inside) throw refused(`${field}.${end}`, value, `${choice.min} to ${choice.max}`);
    if (scale === 'log' && value <= 0) throw refused(`${field}.${end}`, value, 'a number above 0 on a log scale');
  }
  return choice.target;
}

function checkWhole(field: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 1 || value > max) throw refused(field, value, `a whole number from 1 to ${max}`);
}

const refused = (field: string, value: unknown, allowed: string): RangeError =>
  new RangeError(`sweep: ${field} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)}; allowed: ${allowed}`);

/** The value at pixel `index` of `count` along an axis: the ends of the range at the first and the last. */
export function axisValue({ from, to, scale }: SweepAxis, index: number, count: number): number {
  if (index === 0) return from;
  if (index === count - 1) return to;
  const part = index / (count - 1);
  return scale === 'log' ? from * (to / from) ** part : from + (to - from) * part;
}

/** The experiment that a pixel stands for: this one with the two settings of that pixel in its run. */
export function experimentAt(request: SweepRequest, column: number, row: number): Experiment {
  const { experiment, run, x, y, width, height, steps } = request;
  const targets = checkSweep(request);
  const moved = moveTo(moveTo(experiment, run, targets.x, axisValue(x, column, width)), run, targets.y, axisValue(y, row, height));
  return steps === undefined ? moved : { ...moved, steps };
}

function moveTo(experiment: Experiment, run: number, target: AxisTarget, value: number): Experiment {
  switch (target.kind) {
    case 'hyper':
      return changeHyper(experiment, run, target.name, value);
    case 'constant':
      return changeSetting(experiment, target.name, value);
    case 'start':
      return { ...experiment, start: groundOf(experiment).start.with(target.index, value) };
  }
}
