import { optimizers, problems, ruleOf, type Optimizer } from '../../catalogue';
import type { Problem } from '../../catalogue/types';
import { fullBatch } from '../../experiment';
import type { Experiment, Modifiers, Run } from '../../experiment/core/types';
import { choiceOf, runOf } from './experiments';

/** Numbers from 0 to 1 that follow from a seed: mulberry32. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Small data, so that a Hessian by differences is quick. */
const small: Readonly<Record<string, number>> = { samples: 12, hidden: 1, degree: 2, validation: 0, size: 2 };

export interface RandomExperiment {
  readonly title: string;
  readonly experiment: Experiment;
}

/** Typed losses with everything that a run can stop at: kinks, saddles, maxima, level valleys, edges of where they are defined. */
export const typedLosses: readonly string[] = [
  'abs(x)',
  'abs(x) + y^2',
  'x^2 - y^2',
  '-x^2 - 2*y^2',
  'cos(x)',
  '(x - y)^2',
  'exp(x - y) + exp(y - x)',
  'x^3',
  'x^4',
  '(x^2 + y^2 - 1)^2',
  '0*x',
  'relu(x)',
  'log(x)',
  'sqrt(x) + y^2',
  'x^(1/3)',
  '-log(x) - log(1 - x)',
  'x/x*x',
  'exp(x) + exp(-x)',
  'x^3 - 3*x*y^2',
  '2*x^2',
  'x^2 + 10*y^2',
  'sqrt(x^2 + y^2)',
  'sqrt(x^4 + y^4)',
];

/** Runs from random and from round starts, at random rates, for some of the optimizers. */
export function randomRunsOn(loss: string, seed: number): RandomExperiment[] {
  const chance = chances(seed + loss.length);
  const parameters = loss.includes('y') ? ['x', 'y'] : ['x'];
  const starts = [
    parameters.map(() => 0),
    parameters.map((_, i) => (i === 0 ? 1 : 0)),
    parameters.map(() => 4 * chance() - 2),
    parameters.map(() => 0.3 + 0.5 * chance()),
  ];
  return ['gd', 'sgd', 'adam', 'adagrad', 'rprop'].flatMap((optimizer) =>
    starts.flatMap((start) =>
      [chance() < 0.3 ? 0.1 : 0.05 + 0.6 * chance() ** 2].map((lr) => ({
        title: `${optimizer} on ${loss}`,
        experiment: {
          version: 1 as const,
          problem: { kind: 'custom' as const, loss, parameters },
          start,
          steps: 400,
          seed,
          runs: [runOf(optimizer, optimizer === 'sgd' ? { lr, momentum: 0.9 } : { lr })],
        },
      })),
    ),
  );
}

/** An experiment with one run of every optimizer on every problem, with random starts, rates and modifiers. */
export function randomExperiments(seed: number): RandomExperiment[] {
  const chance = chances(seed);
  return problems.flatMap((problem) =>
    optimizers.map((optimizer) => ({
      title: `${optimizer.id} on ${problem.id}`,
      experiment: randomExperiment(problem, optimizer, chance),
    })),
  );
}

function randomExperiment(problem: Problem, optimizer: Optimizer, chance: () => number): Experiment {
  const between = (low: number, high: number) => low + (high - low) * chance();
  const settings = problem.kind === 'data' ? problem.settings : {};
  const given = Object.fromEntries(Object.entries(small).filter(([name]) => name in settings));
  const choice = choiceOf(problem.id, given);
  const rates = problem.rates ?? { sgd: 0.05, adam: 0.05 };
  const isAdaptive = !optimizer.stability || 'none' in optimizer.stability || optimizer.stability.preconditioner;
  const lr = Math.min(100, (isAdaptive ? rates.adam : rates.sgd) * 10 ** between(-1.5, 1.7));
  const names = new Set(ruleOf(optimizer).hyper.map(({ name }) => name));
  const hyper: Record<string, number | boolean> = { lr };
  if (names.has('momentum')) hyper.momentum = [0, 0.5, 0.9][Math.floor(3 * chance())] ?? 0;
  if (names.has('nesterov') && hyper.momentum !== 0) hyper.nesterov = chance() < 0.3;
  const modifiers = randomModifiers(chance);
  const batch =
    problem.kind === 'data' && chance() < 0.5 ? { ...fullBatch, size: 4, sampling: 'shuffle' as const } : undefined;
  const run: Run = runOf(optimizer.id, hyper, {
    ...(modifiers && { modifiers }),
    ...(problem.kind === 'data' && { batch: batch ?? fullBatch }),
  });
  const start = problem.kind === 'function' ? problem.view.map(([low, high]) => between(low, high)) : null;
  const length = Math.floor(between(20, 160));
  return {
    version: 1,
    problem: choice,
    start,
    ...(problem.kind === 'data' ? { epochs: length } : { steps: length }),
    seed: Math.floor(1000 * chance()),
    runs: [run],
  };
}

/** Half of the runs have one modifier. */
function randomModifiers(chance: () => number): Modifiers | undefined {
  const options: readonly (Modifiers | undefined)[] = [
    ...Array.from({ length: 5 }, () => undefined),
    { l2: 0.1 },
    { decay: 0.1 },
    { clipNorm: 1 },
    { noise: { c: 0.1, gamma: 0.5 } },
    { maximize: true },
  ];
  return options[Math.floor(options.length * chance())];
}
