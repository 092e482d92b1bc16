import { hasDomain } from '../../experiment';
import { hasRate } from '../../experiment/core/ruleOfRun';
import type { Experiment } from '../../experiment/core/types';
import { withRates } from '../../experiment/tuning';
import { foundRate, type FinderReading } from '../series/finder';
import { lossAtEnd } from '../trace/lossAtEnd';
import type { Trace } from '../trace/types';

/** What a run of the experiment does whose rate is set to one that the finder found. */
export interface FoundTrial {
  readonly rate: number;
  /** The full loss at its end; NaN where it diverged. */
  readonly loss: number;
  /** Whether the loss is lower there than at the start. */
  readonly isLower: boolean;
}

/** The trials of the two rates of one run; null where there is no such rate. */
export interface FoundTrials {
  readonly steepest: FoundTrial | null;
  readonly lowest: FoundTrial | null;
}

/**
 * Makes every run again with each of the two rates that the finder found of it, in place of its own rate, with everything
 * else as it is: what a rate does for a single update among smaller ones is not what a run at that rate does.
 */
export function* tryFoundRates(
  experiment: Experiment,
  readings: readonly FinderReading[],
  traceOf: (experiment: Experiment) => Generator<void, Trace>,
): Generator<void, FoundTrials[]> {
  const steepest = yield* triedWith('steepest');
  const lowest = yield* triedWith('lowest');
  return readings.map((_, run) => ({ steepest: steepest[run] ?? null, lowest: lowest[run] ?? null }));

  function* triedWith(name: keyof FoundTrials): Generator<void, (FoundTrial | null)[]> {
    const rates = experiment.runs.map((run, i) => {
      const reading = readings[i];
      return reading && hasRate(run, hasDomain(experiment.problem)) ? foundRate(reading, name) : null;
    });
    if (rates.every((rate) => rate === null)) return [];
    const { runs } = yield* traceOf(withRates(experiment, rates));
    return rates.map((rate, i) => {
      const trace = runs[i];
      return rate === null || !trace ? null : trialOf(rate, trace);
    });
  }
}

function trialOf(rate: number, run: Trace['runs'][number]): FoundTrial {
  const end = lossAtEnd(run);
  return { rate, loss: Number.isFinite(end) ? end : Number.NaN, isLower: end < (run.loss[0] ?? Number.NaN) };
}
