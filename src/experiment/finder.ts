import { isMethod } from '../catalogue';
import { epochLimit, sampleCount, updateCounts, updatesPerEpoch } from './core/updates';
import type { Experiment, Run } from './core/types';

/** The rates at the two ends of the finder: all that the learning rate's slider has. */
export const finderRates = { from: 1e-6, to: 10 } as const;

/** At least so many updates for the whole rise: a seventh of them for a power of ten. */
const UPDATES = 100;

/**
 * The experiment with every run's rate rising from the lowest to the highest, by the same factor at every update, in place of
 * its rate and its schedule. Everything else of a run stays.
 */
export function finderExperiment(experiment: Experiment): Experiment {
  const long = withUpdates(experiment);
  const counts = updateCounts(long);
  return { ...long, runs: long.runs.map((run, i) => rising(run, counts[i] ?? UPDATES)) };
}

function withUpdates(experiment: Experiment): Experiment {
  const { problem, runs } = experiment;
  if (problem.kind !== 'data') return { ...experiment, steps: UPDATES };
  const samples = sampleCount(experiment);
  const fewest = Math.min(...runs.map(({ batch }) => (batch ? updatesPerEpoch(samples, batch) : 1)));
  return { ...experiment, epochs: Math.max(1, Math.min(Math.ceil(UPDATES / fewest), epochLimit(experiment))) };
}

function rising({ hyper, ...run }: Run, updates: number): Run {
  // A classical method has no rate.
  if (isMethod(run.optimizer)) return { ...run, hyper };
  const { from, to } = finderRates;
  const gamma = (to / from) ** (1 / Math.max(1, updates - 1));
  return { ...run, hyper: { ...hyper, lr: from }, schedule: { kind: 'exponential', args: { gamma } } };
}
