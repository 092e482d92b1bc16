import { hyperDomain, isMethod, scaleKinds } from '../../catalogue';
import { namesRead } from '../../formula';
import { isSameTarget } from './axisTarget';
import { hyperById, problemOf, defaultRanges } from './choice';
import { ruleOfRun } from './ruleOfRun';
import { defaultRun } from './defaults';
import { changeHyper, changeSetting } from './edits';
import { limits } from './limits';
import { modifierHyper } from './modifiers';
import { scheduleByKind } from './schedules';
import { sampleCount } from './updates';
import type { Range } from './expectations';
import type { AxisScale, AxisTarget, Experiment, ProblemChoice, Run, SweepAxis, SweepChoice } from './types';

/** A number that a sweep may vary, with its limits. */
export interface AxisChoice extends Range {
  readonly target: AxisTarget;
  /** The default axis. */
  readonly axis: SweepAxis;
  /** The scales that its axis may have. */
  readonly scales: readonly AxisScale[];
}

/** Everything that a sweep of one run may vary. Flags and whole numbers cannot be varied. */
export const axisChoices = ({ problem }: Experiment, run: Run): AxisChoice[] => [
  ...hyperChoices(problem, run),
  ...defaultRanges(problem).map(([from, to], index) => choiceOf({ kind: 'start', index }, limits.coordinate, from, to)),
  ...constantChoices(problem),
];

/** The scale `oneMinus` is only for numbers whose default axis has it, such as decay rates. */
const choiceOf = (
  target: AxisTarget,
  { min, max }: Range,
  from: number,
  to: number,
  scale: AxisScale = 'linear',
): AxisChoice => ({
  target,
  min,
  max,
  axis: { target, from, to, scale },
  scales: scaleKinds.filter((kind) => kind !== 'oneMinus' || scale === kind),
});

function hyperChoices(problem: ProblemChoice, run: Run): AxisChoice[] {
  const { optimizer } = run;
  const isRead = readsName(run);
  const { hyper } = isMethod(optimizer) ? { hyper: hyperById(optimizer) } : ruleOfRun(run, false);
  return hyper.flatMap(({ name }) => {
    const domain = hyperDomain(name, optimizer);
    const { slider } = domain;
    if (slider.scale === 'flag' || domain.integer || !isRead(name)) return [];
    const target = { kind: 'hyper', name } as const;
    if (name === 'lr')
      return [choiceOf(target, domain, ...ratesAround(Number(defaultRun(optimizer, problem).hyper[name])), 'log')];
    return [choiceOf(target, domain, slider.min, slider.max, slider.scale)];
  });
}

/** Whether a run reads a hyperparameter: a method reads all of its own. */
function readsName(run: Run): (name: string) => boolean {
  if (isMethod(run.optimizer)) return () => true;
  const read = namesRead(ruleOfRun(run, false));
  return (name) => read.has(name);
}

/** Two decades on each side of a rate that suits the problem. */
const ratesAround = (lr: number): [number, number] => [
  Number((lr / 100).toPrecision(12)),
  Number((lr * 100).toPrecision(12)),
];

function constantChoices(problem: ProblemChoice): AxisChoice[] {
  if (problem.kind === 'custom')
    return Object.entries(problem.constants ?? {}).map(([name, value]) =>
      choiceOf({ kind: 'constant', name }, limits.coordinate, -constantRange(value), constantRange(value)),
    );
  const entry = problemOf(problem);
  if (entry?.kind !== 'function') return [];
  return Object.entries(entry.constants)
    .filter(([, { integer }]) => !integer)
    .map(([name, setting]) => choiceOf({ kind: 'constant', name }, setting, setting.min, setting.max, setting.scale));
}

/** How far on each side of 0 a constant of a typed loss is varied at first: ten, or the next power of ten that holds it. */
export const constantRange = (value: number): number =>
  Math.max(10, 10 ** Math.ceil(Math.log10(Math.max(1, Math.abs(value)))));

/** Updates of every run of a sweep without `steps`; undefined for data problems, whose epochs decide. */
export const defaultSweepSteps = ({ steps }: Experiment): number | undefined =>
  steps === undefined ? undefined : Math.min(steps, limits.sweepSteps.max);

/** The most epochs that the runs of a sweep may have; infinite for functions, which have no epochs. */
export const sweepEpochLimit = (experiment: Experiment): number =>
  Math.floor(limits.sweepVisits / sampleCount(experiment));

/** Whether the runs of the experiment are too long for a sweep. */
export const exceedsSweepLimit = (experiment: Experiment): boolean =>
  (experiment.epochs ?? 0) > sweepEpochLimit(experiment);

/**
 * Why a run has no sweep, as a key of its sentence: it is by a classical method, its rates follow its losses, or it computes in
 * numbers of its own.
 */
export function noSweepOf(run: Run): 'method' | 'readsLoss' | 'precision' | null {
  if (isMethod(run.optimizer)) return 'method';
  if (ratesFollowLosses(run)) return 'readsLoss';
  return run.precision ? 'precision' : null;
}

/** Whether the rates of a run depend on its losses, which a sweep cannot follow in thousands of runs at once. */
const ratesFollowLosses = ({ schedule }: Run): boolean =>
  schedule !== undefined && scheduleByKind(schedule.kind).fromLosses !== undefined;

/** The default sweep of a run: over its first two choices, usually two hyperparameters. */
export function defaultSweep(choices: readonly AxisChoice[], x = choices[0]?.axis): SweepChoice {
  const y = x && choiceBeside(choices, x)?.axis;
  // Never thrown: every rule has a rate and every problem a start.
  if (!x || !y) throw new RangeError('a sweep needs two numbers to vary');
  return { x, y, side: 256, measure: 'loss' };
}

/** The first choice that varies something else than an axis. */
const choiceBeside = (choices: readonly AxisChoice[], axis: SweepAxis): AxisChoice | undefined =>
  choices.find(({ target }) => !isSameTarget(target, axis.target));

/** A chosen sweep fitted to the run: an axis that the run or the problem no longer has becomes a default one. */
export function fitSweep(experiment: Experiment, run: Run, { x, y, steps, side, measure }: SweepChoice): SweepChoice {
  const choices = axisChoices(experiment, run);
  const fits = (axis: SweepAxis) =>
    choices.some(
      ({ target, min, max, scales }) =>
        isSameTarget(target, axis.target) && axis.from >= min && axis.to <= max && scales.includes(axis.scale),
    );
  const first = defaultSweep(choices, fits(x) ? x : choiceBeside(choices, y)?.axis);
  const second = fits(y) && !isSameTarget(y.target, first.x.target) ? y : first.y;
  return {
    x: first.x,
    y: second,
    side,
    measure,
    ...(steps !== undefined && experiment.steps !== undefined && { steps }),
  };
}

/**
 * The value that an axis target has now; NaN if it does not exist.
 * @param start where the run starts, for experiments whose start is sampled from the seed
 */
export function axisValueNow(
  { problem, ...experiment }: Experiment,
  run: Run,
  target: AxisTarget,
  start: readonly number[],
): number {
  if (target.kind === 'hyper') return Number(modifierHyper(run)[target.name] ?? run.hyper[target.name]);
  if (target.kind === 'start') return (experiment.start ?? start)[target.index] ?? Number.NaN;
  return problem.kind === 'data' ? Number.NaN : (problem.constants?.[target.name] ?? Number.NaN);
}

/** The experiment with another value of an axis target; `start` as for `axisValueNow`. */
export function withAxisValue(
  experiment: Experiment,
  run: number,
  target: AxisTarget,
  value: number,
  start: readonly number[],
): Experiment {
  if (target.kind === 'hyper') return changeHyper(experiment, run, target.name, value);
  if (target.kind === 'start') return { ...experiment, start: (experiment.start ?? start).with(target.index, value) };
  return changeSetting(experiment, target.name, value);
}
