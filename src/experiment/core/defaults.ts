import { findProblem, type Problem } from '../../catalogue';
import { catalogued, defaultChoice, problemOf, ruleById } from './choice';
import { epochLimit } from './updates';
import type { Batch, Experiment, ProblemChoice, Run } from './types';

/** Where `batch` is absent: every update sees every sample. */
export const fullBatch: Batch = {
  size: 'all',
  accumulate: 1,
  reduce: 'mean',
  tail: 'as-is',
  sampling: 'shuffle',
  stages: 1,
};

const DEFAULT_SEED = 1;

/** For a typed loss, of which nothing is known: off zero, where symmetric functions have no slope. */
const CUSTOM_START = 1;
const CUSTOM_STEPS = 200;

/** Rates for problems whose catalogue entry names none: SGD with momentum 0.9, and Adam. */
const PLAIN_RATES = { sgd: 0.01, adam: 0.1 };

/** Optimizers whose rate is of the size of one of the two that a problem names. */
const rateLike: ReadonlyMap<string, keyof typeof PLAIN_RATES> = new Map([
  ['gd', 'sgd'],
  ['sgd', 'sgd'],
  ['momentum-sutskever', 'sgd'],
  ['momentum-keras', 'sgd'],
  ['momentum-average', 'sgd'],
  ['nesterov', 'sgd'],
  ['adam', 'adam'],
  ['adam-uncorrected', 'adam'],
  ['adam-eps-inside', 'adam'],
  ['adamw', 'adam'],
  ['adamax', 'adam'],
  ['nadam', 'adam'],
  ['radam', 'adam'],
]);

/** Every hyperparameter of the optimizer at the default that its rule gives. */
export const ruleDefaults = (optimizer: string): Run['hyper'] =>
  Object.fromEntries(ruleById(optimizer).hyper.map((h) => [h.name, h.flag ? h.default === 1 : h.default]));

/**
 * A run to begin with on this problem: the rule's defaults, and a rate at which something happens.
 * Throws RangeError where the catalogue has no such optimizer.
 */
export function defaultRun(optimizer: string, choice: ProblemChoice): Run {
  const like = rateLike.get(optimizer);
  const lr = like && ratesOf(problemOf(choice))[like];
  const hyper = { ...ruleDefaults(optimizer), ...(lr !== undefined && { lr }) };
  return { optimizer, hyper, ...(choice.kind === 'data' && { batch: { ...fullBatch, size: 10 } }) };
}

const ratesOf = (problem: Problem | undefined) => problem?.rates ?? PLAIN_RATES;

/**
 * A fresh experiment on a problem, with the runs given or three that differ at first sight.
 * What files and links leave out means this. The runs must fit the problem (`batch` for data problems only).
 */
export function freshExperiment(problem: ProblemChoice, runs: readonly Run[] = firstRuns(problem)): Experiment {
  const base = { version: 1, problem, seed: DEFAULT_SEED, runs } as const;
  if (problem.kind === 'custom')
    return { ...base, start: problem.parameters.map(() => CUSTOM_START), steps: CUSTOM_STEPS };
  const entry = catalogued(problem.id, findProblem(problem.id));
  if (entry.kind === 'function') return { ...base, start: entry.start, steps: entry.steps };
  const ordered = problem.kind === 'data' ? problem.given?.order?.length : undefined;
  return { ...base, start: null, epochs: Math.min(ordered ?? entry.epochs, epochLimit({ problem, runs })) };
}

/** Nesterov's momentum, Adam and plain gradient descent; on the first problem of all, tuned to tell them apart. */
function firstRuns(problem: ProblemChoice): Run[] {
  const featured = problem.kind === 'function' && problem.id === FEATURED;
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

/** The problem of the page's first picture. */
const FEATURED = 'rosenbrock';

/** A fresh experiment on a problem of the catalogue. Throws RangeError where there is no such problem. */
export const defaultsFor = (id: string, runs?: readonly Run[]): Experiment =>
  freshExperiment(defaultChoice(catalogued(id, findProblem(id))), runs);

/** The page's first picture. */
export const defaultExperiment: Experiment = defaultsFor(FEATURED);
