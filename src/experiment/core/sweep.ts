import { hyperDomain, scaleKinds } from '../../catalogue';
import { namesRead } from '../../formula';
import { problemOf, ruleOfRun, viewRanges } from './choice';
import { defaultRun } from './defaults';
import { changeHyper, changeSetting } from './edits';
import { limits } from './limits';
import { modifierHyper } from './modifiers';
import { sampleCount } from './updates';
import type { Range } from './expectations';
import type { AxisScale, Experiment, ProblemChoice, Run, SweepAxis, SweepSettings } from './types';

/** Something that a sweep may vary. */
export interface AxisChoice extends Range {
  /** A hyperparameter of the run, `start.0`, `start.1` ..., or `constant.NAME`. */
  readonly of: string;
  /** The range that is offered first. */
  readonly axis: SweepAxis;
  /** The scales that a range of it may have. */
  readonly scales: readonly AxisScale[];
}

/** Everything that a sweep of one run may vary. Flags and whole numbers have no range to run over. */
export const axisChoices = ({ problem }: Experiment, run: Run): AxisChoice[] => [
  ...hyperChoices(problem, run),
  ...viewRanges(problem).map(([from, to], index) => choiceOf(`start.${index}`, limits.coordinate, from, to)),
  ...constantChoices(problem),
];

/** Settings that people know by their distance from 1 may be swept by it; of others it says nothing. */
const choiceOf = (
  of: string,
  { min, max }: Range,
  from: number,
  to: number,
  scale: AxisScale = 'linear',
): AxisChoice => ({
  of,
  min,
  max,
  axis: { of, from, to, scale },
  scales: scaleKinds.filter((kind) => kind !== 'oneMinus' || scale === kind),
});

function hyperChoices(problem: ProblemChoice, run: Run): AxisChoice[] {
  const { optimizer } = run;
  const rule = ruleOfRun(run, false);
  const read = namesRead(rule);
  return rule.hyper.flatMap(({ name }) => {
    const domain = hyperDomain(name, optimizer);
    const { slider } = domain;
    if (slider.scale === 'flag' || domain.integer || !read.has(name)) return [];
    if (name === 'lr')
      return [choiceOf(name, domain, ...ratesAround(Number(defaultRun(optimizer, problem).hyper[name])), 'log')];
    return [choiceOf(name, domain, slider.min, slider.max, slider.scale)];
  });
}

/** Two decades on each side of a rate at which something happens: what works lies within, and what does not. */
const ratesAround = (lr: number): [number, number] => [
  Number((lr / 100).toPrecision(12)),
  Number((lr * 100).toPrecision(12)),
];

function constantChoices(problem: ProblemChoice): AxisChoice[] {
  const entry = problemOf(problem);
  if (entry?.kind !== 'function') return [];
  return Object.entries(entry.constants)
    .filter(([, { integer }]) => !integer)
    .map(([name, setting]) => choiceOf(`constant.${name}`, setting, setting.min, setting.max, setting.scale));
}

/** Updates of every run of a sweep that says nothing of them; undefined for data problems, whose epochs decide. */
export const usualSweepSteps = ({ steps }: Experiment): number | undefined =>
  steps === undefined ? undefined : Math.min(steps, limits.sweepSteps.max);

/** The most epochs that runs of a sweep may have; any number for functions, which have none. */
export const sweepEpochLimit = (experiment: Experiment): number =>
  Math.floor(limits.sweepVisits / sampleCount(experiment));

/** Whether a sweep of the experiment would take too long for a single draw. */
export const isPastSweeps = (experiment: Experiment): boolean => (experiment.epochs ?? 0) > sweepEpochLimit(experiment);

/** The sweep of a run that is offered first: its first two hyperparameters, or the rate over the start. */
export function defaultSweep(choices: readonly AxisChoice[], x = choices[0]?.axis): SweepSettings {
  const y = choices.find(({ of }) => of !== x?.of)?.axis;
  // Every rule has a rate and every problem a start.
  if (!x || !y) throw new RangeError('a run with less than two things to vary');
  return { x, y, side: 256, measure: 'loss' };
}

/** Settings that were chosen, as far as they still fit: an axis that the run or the problem no longer has gives way to a default. */
export function fitSweep(
  experiment: Experiment,
  run: Run,
  { x, y, steps, side, measure }: SweepSettings,
): SweepSettings {
  const choices = axisChoices(experiment, run);
  const fits = (axis: SweepAxis) =>
    choices.some(
      ({ of, min, max, scales }) => of === axis.of && axis.from >= min && axis.to <= max && scales.includes(axis.scale),
    );
  const first = defaultSweep(choices, fits(x) ? x : choices.find(({ of }) => of !== y.of)?.axis);
  const second = fits(y) && y.of !== first.x.of ? y : first.y;
  return {
    x: first.x,
    y: second,
    side,
    measure,
    ...(steps !== undefined && experiment.steps !== undefined && { steps }),
  };
}

/** What an axis moves. */
export type AxisTarget =
  | { readonly kind: 'hyper'; readonly name: string }
  | { readonly kind: 'start'; readonly index: number }
  | { readonly kind: 'constant'; readonly name: string };

/** What an axis is of, taken apart: `start.1` is the start's second coordinate. */
export function targetOf(of: string): AxisTarget {
  const at = of.indexOf('.');
  if (at < 0) return { kind: 'hyper', name: of };
  const name = of.slice(at + 1);
  return of.startsWith('start.') ? { kind: 'start', index: Number(name) } : { kind: 'constant', name };
}

/**
 * The value that a setting of a run has now; NaN where there is no such setting.
 * @param start where the run starts, for experiments that draw it from the seed
 */
export function settingAt(
  { problem, ...experiment }: Experiment,
  run: Run,
  of: string,
  start: readonly number[],
): number {
  const target = targetOf(of);
  if (target.kind === 'hyper') return Number(modifierHyper(run)[target.name] ?? run.hyper[target.name]);
  if (target.kind === 'start') return (experiment.start ?? start)[target.index] ?? Number.NaN;
  return problem.kind === 'function' ? (problem.constants[target.name] ?? Number.NaN) : Number.NaN;
}

/** The experiment with another value of a setting of one run: what a pixel of a sweep stands for along one axis. `start` as above. */
export function withSettingAt(
  experiment: Experiment,
  run: number,
  of: string,
  value: number,
  start: readonly number[],
): Experiment {
  const target = targetOf(of);
  if (target.kind === 'hyper') return changeHyper(experiment, run, target.name, value);
  if (target.kind === 'start') return { ...experiment, start: (experiment.start ?? start).with(target.index, value) };
  return changeSetting(experiment, target.name, value);
}
