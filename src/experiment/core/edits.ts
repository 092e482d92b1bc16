import { findProblem, hyperDomain } from '../../catalogue';
import { catalogued, dataProblem, parametersOf, ruleById } from './choice';
import { defaultRun, defaultsFor, fullBatch } from './defaults';
import { limits } from './limits';
import { epochLimit } from './updates';
import { CONSTANT, defaultSchedule, scheduleByKind } from './schedules';
import { fitModifiers, tidy, withModifierSetting } from './modifiers';
import type { Batch, DataChoice, Experiment, GivenData, Modifiers, Run, Schedule } from './types';

/*
 * What a person does to an experiment. Each function gives a valid experiment for a valid one, and throws RangeError
 * for an index or a key that there is not. Numbers are taken as they are: whoever offers them keeps to their limits.
 */

/** A fresh experiment on another problem, with the runs and the seed of this one. */
export function changeProblem({ runs, seed }: Experiment, id: string): Experiment {
  const isData = catalogued(id, findProblem(id)).kind === 'data';
  const fitted = runs.map(({ batch, ...run }): Run =>
    isData ? { ...run, batch: batch ?? fullBatch } : forFunctions(run),
  );
  const fresh = defaultsFor(id, fitted);
  return { ...fresh, runs: fresh.runs.map((run) => fitModifiers(run, fresh.problem)), seed };
}

/** Another optimizer in the place of a run's; hyperparameters that mean the same in both keep their values. */
export function changeOptimizer(experiment: Experiment, index: number, id: string): Experiment {
  const old = runAt(experiment, index);
  const fresh = defaultRun(id, experiment.problem);
  const kept = Object.entries(old.hyper).filter(([name]) => sameMeaning(name, old.optimizer, id));
  return replaceRun(experiment, index, {
    ...fresh,
    hyper: { ...fresh.hyper, ...Object.fromEntries(kept) },
    ...(old.batch && { batch: old.batch }),
    ...(old.schedule && { schedule: old.schedule }),
    ...(old.modifiers && { modifiers: old.modifiers }),
  });
}

const sameMeaning = (name: string, one: string, other: string): boolean => {
  const [first, second] = [one, other].map((id) => ruleById(id).hyper.find((h) => h.name === name));
  return first !== undefined && first.flag === second?.flag && hyperDomain(name, one) === hyperDomain(name, other);
};

/** One more run, at the end; the same experiment where there are as many as may be. */
export const addRun = (experiment: Experiment, optimizer: string): Experiment =>
  withRuns(experiment, [...experiment.runs, defaultRun(optimizer, experiment.problem)]);

/** A copy of a run beside it; the same experiment where there are as many as may be. */
export const duplicateRun = (experiment: Experiment, index: number): Experiment =>
  withRuns(experiment, experiment.runs.toSpliced(index, 0, runAt(experiment, index)));

/** Without one run; the same experiment where it is the last one. */
export const removeRun = (experiment: Experiment, index: number): Experiment => {
  runAt(experiment, index);
  return withRuns(experiment, experiment.runs.toSpliced(index, 1));
};

/** Another value of a hyperparameter of one run, its rule's own or a modifier's; epochs are fitted as for `changeBatch`, for dropout needs room. */
export function changeHyper(experiment: Experiment, index: number, name: string, value: number | boolean): Experiment {
  const run = runAt(experiment, index);
  const modifiers = withModifierSetting(run, name, Number(value));
  if (modifiers) return fitEpochs(replaceRun(experiment, index, { ...run, modifiers }));
  return replaceRun(experiment, index, { ...run, hyper: { ...run.hyper, [name]: value } });
}

/** Another batch of one run of a data problem; epochs that would now make too many updates are taken off. */
export const changeBatch = (experiment: Experiment, index: number, batch: Batch): Experiment =>
  fitEpochs(replaceRun(experiment, index, { ...runAt(experiment, index), batch }));

/** Another schedule of one run, or none: a constant rate. A schedule of epochs is for data problems. */
export function changeSchedule(experiment: Experiment, index: number, schedule: Schedule | undefined): Experiment {
  const { optimizer, hyper, batch, modifiers } = runAt(experiment, index);
  const says = schedule && (schedule.kind !== CONSTANT || schedule.warmup);
  return replaceRun(experiment, index, {
    optimizer,
    hyper,
    ...(batch && { batch }),
    ...(says && { schedule }),
    ...(modifiers && { modifiers }),
  });
}

/** Other modifiers of one run; those that do nothing are left out, and epochs are fitted as for `changeBatch`. */
export function changeModifiers(experiment: Experiment, index: number, modifiers: Modifiers): Experiment {
  const { optimizer, hyper, batch, schedule } = runAt(experiment, index);
  const kept = tidy(modifiers);
  return fitEpochs(
    replaceRun(experiment, index, {
      optimizer,
      hyper,
      ...(batch && { batch }),
      ...(schedule && { schedule }),
      ...(kept && { modifiers: kept }),
    }),
  );
}

/** Another value of a constant of the function or a setting of the data; epochs are fitted as for `changeBatch`. */
export function changeSetting(experiment: Experiment, name: string, value: number): Experiment {
  const { problem } = experiment;
  if (problem.kind === 'function')
    return { ...experiment, problem: { ...problem, constants: { ...problem.constants, [name]: value } } };
  if (problem.kind !== 'data') throw new RangeError('a typed loss has no settings');
  const { id, given, settings } = problem;
  const keptBack = name === 'validation' && value > 0;
  // What says how data are drawn does away with data that were given; an order of visits tells of no split.
  const kept =
    given && dataProblem(id).modelSettings.includes(name) ? { given: keptBack ? withoutOrder(given) : given } : {};
  const changed: DataChoice = { kind: 'data', id, settings: { ...settings, [name]: value }, ...kept };
  const runs = experiment.runs.map((run) => fitModifiers(run, changed));
  return fitEpochs({ ...experiment, problem: changed, runs, start: fittingStart(experiment, changed) });
}

const withoutOrder = ({ x, y, names }: GivenData): GivenData => ({ x, y, ...(names && { names }) });

/** A start that was chosen, as long as there is a number in it for every parameter. */
export const fittingStart = ({ start }: Pick<Experiment, 'start'>, problem: DataChoice): Experiment['start'] =>
  start?.length === parametersOf(problem).length ? start : null;

/** A run as functions have it: without a batch, and a constant rate, after its warm-up, in place of a schedule of epochs. */
export function forFunctions({ optimizer, hyper, schedule, modifiers }: Run): Run {
  const run = { optimizer, hyper, ...(modifiers && { modifiers }) };
  if (!schedule) return run;
  if (!scheduleByKind(schedule.kind).needsEpochs) return { ...run, schedule };
  const { warmup } = schedule;
  return { ...run, ...(warmup && { schedule: { ...defaultSchedule(CONSTANT), warmup } }) };
}

const fitEpochs = (experiment: Experiment): Experiment =>
  experiment.epochs === undefined
    ? experiment
    : { ...experiment, epochs: Math.min(experiment.epochs, epochLimit(experiment)) };

const withRuns = (experiment: Experiment, runs: readonly Run[]): Experiment =>
  runs.length < limits.runs.min || runs.length > limits.runs.max ? experiment : fitEpochs({ ...experiment, runs });

const replaceRun = (experiment: Experiment, index: number, run: Run): Experiment => ({
  ...experiment,
  runs: experiment.runs.with(index, run),
});

function runAt({ runs }: Experiment, index: number): Run {
  const run = runs[index];
  if (!run) throw new RangeError(`there is no run ${index}`);
  return run;
}
