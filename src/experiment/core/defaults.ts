import { findProblem, findRule, isMethod, isOwnRule, type Problem } from '../../catalogue';
import { requireEntry, defaultChoice, problemOf, hyperById } from './choice';
import { knownMinimum } from './knownMinimum';
import { epochLimit } from './updates';
import type { Batch, Experiment, ProblemChoice, Run } from './types';

/** The batch of a run that has none: every update uses all samples. */
export const fullBatch: Batch = {
  size: 'all',
  accumulate: 1,
  reduce: 'mean',
  tail: 'as-is',
  sampling: 'shuffle',
  stages: 1,
};

const DEFAULT_SEED = 1;

/** Start of every parameter of a typed loss. Not 0, where symmetric functions have no slope. */
export const TYPED_START = 1;
const CUSTOM_STEPS = 200;

/** Learning rates for problems whose catalogue entry names none: of SGD with momentum 0.9, and of Adam. */
const PLAIN_RATES = { sgd: 0.01, adam: 0.1 };

/** Whether problems have a learning rate for an optimizer; the others begin at their rule's default. */
export const hasOwnRate = (optimizer: string): boolean => rateFamilyOf(optimizer) !== undefined;

/** Whose learning rates an optimizer shares: those of gradient descent with momentum, or Adam's; undefined for its own. */
export const rateFamilyOf = (optimizer: string): 'sgd' | 'adam' | undefined => findRule(optimizer)?.rates;

/** Whether every problem gives two optimizers the same rate. */
export function doShareRates(one: string, other: string): boolean {
  const family = rateFamilyOf(one);
  return family !== undefined && family === rateFamilyOf(other);
}

/** Every hyperparameter of the optimizer at its rule's default. */
export const ruleDefaults = (optimizer: string): Run['hyper'] =>
  Object.fromEntries(hyperById(optimizer).map((h) => [h.name, h.flag ? h.default === 1 : h.default]));

/**
 * A new run on this problem: the defaults of its rule or method (which reads all samples), with a learning rate that suits the problem, and its least loss for a rule
 * that must be told.
 * Throws RangeError if the catalogue has no such optimizer.
 */
export function defaultRun(optimizer: string, choice: ProblemChoice): Run {
  const like = rateFamilyOf(optimizer);
  const lr = like && ratesOf(problemOf(choice))[like];
  const defaults = ruleDefaults(optimizer);
  const isTold = Object.hasOwn(defaults, 'fstar') && !isOwnRule(optimizer);
  const fstar = isTold ? knownMinimum(choice) : null;
  const hyper = { ...defaults, ...(lr !== undefined && { lr }), ...(fstar !== null && { fstar }) };
  return {
    optimizer,
    hyper,
    ...(choice.kind === 'data' && { batch: isMethod(optimizer) ? fullBatch : { ...fullBatch, size: 10 } }),
  };
}

const ratesOf = (problem: Problem | undefined) => problem?.rates ?? PLAIN_RATES;

/**
 * A fresh experiment on a problem, with `runs` or the ones that it opens with. Its values stand for whatever files and links
 * leave out. The runs must fit the problem (`batch` for data problems only).
 */
export function freshExperiment(problem: ProblemChoice, runs: readonly Run[] = openingRuns(problem)): Experiment {
  const base = { version: 1, problem, seed: DEFAULT_SEED, runs } as const;
  if (problem.kind === 'custom')
    return { ...base, start: problem.parameters.map(() => TYPED_START), steps: CUSTOM_STEPS };
  const entry = requireEntry(problem.id, findProblem(problem.id));
  if (entry.kind === 'function') return { ...base, start: entry.start, steps: entry.steps };
  const ordered = problem.kind === 'data' ? problem.userData?.order?.length : undefined;
  return { ...base, start: null, epochs: Math.min(ordered ?? entry.epochs, epochLimit({ problem, runs })) };
}

/**
 * The runs that a problem opens with: Nesterov's momentum, Adam and plain gradient descent; on the page's first problem
 * tuned so that their paths differ visibly.
 */
export function openingRuns(problem: ProblemChoice): Run[] {
  const featured = problem.kind === 'function' && problem.id === FIRST_PROBLEM;
  const run = (optimizer: string, hyper: Run['hyper'], tuned: Run['hyper']): Run => {
    const plain = defaultRun(optimizer, problem);
    return { ...plain, hyper: { ...plain.hyper, ...hyper, ...(featured && tuned) } };
  };
  return [
    run('sgd', { momentum: 0.9, nesterov: true }, { lr: 0.0009 }),
    run('adam', {}, { lr: 0.35, beta1: 0.85, beta2: 0.99 }),
    run('gd', {}, { lr: 0.0015 }),
  ];
}

/** The problem that the page opens with. */
const FIRST_PROBLEM = 'rosenbrock';

/** A fresh experiment on a problem of the catalogue. Throws RangeError if there is no such problem. */
export const defaultsFor = (id: string, runs?: readonly Run[]): Experiment =>
  freshExperiment(defaultChoice(requireEntry(id, findProblem(id))), runs);

/** The experiment that the page opens with. */
export const defaultExperiment: Experiment = defaultsFor(FIRST_PROBLEM);
