import { findProblem, hyperDomain, isMethod } from '../../catalogue';
import { requireEntry, dataProblem, defaultChoice, parametersOf, hyperById } from './choice';
import { defaultRun, doShareRates, freshExperiment, ruleDefaults } from './defaults';
import { limits } from './limits';
import { carryRun, nearestOwnRun } from './ownValues';
import { epochLimit } from './updates';
import { CONSTANT, defaultSchedule, scheduleByKind } from './schedules';
import { fitModifiers, normalizeModifiers, withModifierSetting } from './modifiers';
import type { Batch, DataChoice, Experiment, UserData, Modifiers, Run, Schedule } from './types';

/*
 * The user's changes of an experiment. Each function turns a valid experiment into a valid one, and throws RangeError for
 * an unknown index or key. Numbers are not checked: the controls that offer them keep to the limits. A run by a classical
 * method has neither batch, schedule, modifiers nor precision: such a change of one returns the same experiment.
 */

/** A fresh experiment on another problem, with the seed of this one and its runs as `carryRun` takes them along. */
export function changeProblem({ problem, runs, seed }: Experiment, id: string): Experiment {
  const next = defaultChoice(requireEntry(id, findProblem(id)));
  const fitted = runs.map((run) => {
    const carried = carryRun(run, problem, next);
    return fitModifiers(next.kind === 'data' ? carried : asFunctionRun(carried), next);
  });
  return { ...freshExperiment(next, fitted), seed };
}

/**
 * Gives a run another optimizer; hyperparameters that mean the same in both keep their values, but for a rate that the
 * problem gave the old one, where it gives the new one another.
 * Optimizers that share their rates keep even that: gradient descent that becomes SGD without momentum, which is the same rule,
 * goes on taking the same steps.
 */
export function changeOptimizer(experiment: Experiment, index: number, id: string): Experiment {
  const old = runAt(experiment, index);
  const fresh = defaultRun(id, experiment.problem);
  const isOwnRate =
    !doShareRates(id, old.optimizer) &&
    !old.schedule &&
    old.hyper.lr === nearestOwnRun(old, experiment.problem).hyper.lr;
  const kept = Object.entries(old.hyper).filter(
    ([name]) => isSameHyperparameter(name, old.optimizer, id) && !(name === 'lr' && isOwnRate),
  );
  const next = { ...fresh, hyper: { ...fresh.hyper, ...Object.fromEntries(kept) } };
  // A method has neither batches nor schedules nor modifiers, and gives none to the rule after it.
  if (isMethod(id) || isMethod(old.optimizer)) return fitEpochs(replaceRun(experiment, index, next));
  return replaceRun(experiment, index, {
    ...next,
    ...(old.batch && { batch: old.batch }),
    ...(old.schedule && { schedule: old.schedule }),
    ...(old.modifiers && { modifiers: old.modifiers }),
    ...(old.precision && { precision: old.precision }),
  });
}

/** Gives a run a rule that the user wrote; hyperparameters that it declares as the old one did keep their values. */
export function changeRule(experiment: Experiment, index: number, rule: string): Experiment {
  const old = runAt(experiment, index);
  const before = hyperById(old.optimizer);
  const isKept = (name: string) => {
    const [was, is] = [before, hyperById(rule)].map((hyper) => hyper.find((one) => one.name === name));
    return is !== undefined && was?.flag === is.flag && was.default === is.default;
  };
  const kept = Object.entries(old.hyper).filter(([name]) => isKept(name));
  const hyper = { ...ruleDefaults(rule), ...Object.fromEntries(kept) };
  return replaceRun(experiment, index, { ...old, optimizer: rule, hyper });
}

const isSameHyperparameter = (name: string, one: string, other: string): boolean => {
  const [first, second] = [one, other].map((id) => hyperById(id).find((h) => h.name === name));
  return first !== undefined && first.flag === second?.flag && hyperDomain(name, one) === hyperDomain(name, other);
};

/** Adds a run at the end; returns the same experiment if it has the maximum number of runs. */
export const addRun = (experiment: Experiment, optimizer: string): Experiment =>
  withRuns(experiment, [...experiment.runs, defaultRun(optimizer, experiment.problem)]);

/** Adds a copy of a run beside it; returns the same experiment if it has the maximum number of runs. */
export const duplicateRun = (experiment: Experiment, index: number): Experiment =>
  withRuns(experiment, experiment.runs.toSpliced(index, 0, runAt(experiment, index)));

/** Removes a run; returns the same experiment if it is the only one. */
export const removeRun = (experiment: Experiment, index: number): Experiment => {
  runAt(experiment, index);
  return withRuns(experiment, experiment.runs.toSpliced(index, 1));
};

/** Sets a hyperparameter of a run's rule or modifiers. Lowers the epochs as `changeBatch` does, since dropout takes room in the visit table. */
export function changeHyper(experiment: Experiment, index: number, name: string, value: number | boolean): Experiment {
  const run = runAt(experiment, index);
  const modifiers = withModifierSetting(run, name, Number(value));
  if (modifiers) return fitEpochs(replaceRun(experiment, index, { ...run, modifiers }));
  return replaceRun(experiment, index, { ...run, hyper: { ...run.hyper, [name]: value } });
}

/** Sets the batch of a run on a data problem. Lowers the epochs if they would now make too many updates. */
export function changeBatch(experiment: Experiment, index: number, batch: Batch): Experiment {
  const run = runAt(experiment, index);
  return isMethod(run.optimizer) ? experiment : fitEpochs(replaceRun(experiment, index, { ...run, batch }));
}

/** Sets the schedule of a run; undefined for a constant rate. Schedules by epochs are for data problems only. */
export function changeSchedule(experiment: Experiment, index: number, schedule: Schedule | undefined): Experiment {
  const { optimizer, hyper, batch, modifiers, precision } = runAt(experiment, index);
  if (isMethod(optimizer)) return experiment;
  const isWorthKeeping = schedule && (schedule.kind !== CONSTANT || schedule.warmup);
  return replaceRun(experiment, index, {
    optimizer,
    hyper,
    ...(batch && { batch }),
    ...(isWorthKeeping && { schedule }),
    ...(modifiers && { modifiers }),
    ...(precision && { precision }),
  });
}

/** Sets the modifiers of a run, without those that do nothing. Lowers the epochs as `changeBatch` does. */
export function changeModifiers(experiment: Experiment, index: number, modifiers: Modifiers): Experiment {
  const { optimizer, hyper, batch, schedule, precision } = runAt(experiment, index);
  if (isMethod(optimizer)) return experiment;
  const kept = normalizeModifiers(modifiers);
  return fitEpochs(
    replaceRun(experiment, index, {
      optimizer,
      hyper,
      ...(batch && { batch }),
      ...(schedule && { schedule }),
      ...(kept && { modifiers: kept }),
      ...(precision && { precision }),
    }),
  );
}

/** Sets a constant of a function or a setting of a data problem. Lowers the epochs as `changeBatch` does. */
export function changeSetting(experiment: Experiment, name: string, value: number): Experiment {
  const { problem } = experiment;
  if (problem.kind !== 'data')
    return { ...experiment, problem: { ...problem, constants: { ...problem.constants, [name]: value } } };
  const { id, userData, settings } = problem;
  const holdsBack = name === 'validation' && value > 0;
  // A setting of how data are sampled replaces user data by sampled data; a visit order excludes a validation split.
  const kept =
    userData && dataProblem(id).modelSettings.includes(name)
      ? { userData: holdsBack ? withoutOrder(userData) : userData }
      : {};
  const changed: DataChoice = { kind: 'data', id, settings: { ...settings, [name]: value }, ...kept };
  const runs = experiment.runs.map((run) => fitModifiers(run, changed));
  return fitEpochs({ ...experiment, problem: changed, runs, start: fittingStart(experiment, changed) });
}

const withoutOrder = ({ x, y, names }: UserData): UserData => ({ x, y, ...(names && { names }) });

/** The start if it has a number for every parameter of the problem, otherwise null. */
export const fittingStart = ({ start }: Pick<Experiment, 'start'>, problem: DataChoice): Experiment['start'] =>
  start?.length === parametersOf(problem).length ? start : null;

/** A run on a data problem as one on a function: without a batch, and with a constant rate (warm-up kept) instead of a schedule by epochs. */
export function asFunctionRun({ optimizer, hyper, schedule, modifiers, precision }: Run): Run {
  const run = { optimizer, hyper, ...(modifiers && { modifiers }), ...(precision && { precision }) };
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
