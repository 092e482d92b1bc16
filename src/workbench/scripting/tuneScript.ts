import { bestRateOf } from '../../engine/tuning/bestRate';
import type { EngineName } from '../../engine/trace/types';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { readExperiment, toJson, type ExperimentJson } from '../../experiment';
import { readsSetRate, withRates } from '../../experiment/tuning';

/** What was tried and found of one run. */
interface TunedRun {
  /** The rates that were tried, rising; none if the rule does not read its rate. */
  readonly rates: readonly number[];
  /** The full loss at the end with each of them; NaN where the run diverged. */
  readonly losses: readonly number[];
  /** The best of the rates; null where none is best. */
  readonly best: number | null;
}

export interface Tuned {
  readonly runs: readonly TunedRun[];
  /** The experiment with the best rates. */
  readonly experiment: ExperimentJson;
}

/** Tries the rates of every run without showing it. Rejects with a sentence for each field that is wrong. */
export async function tuneForScript(client: WorkerClient, experiment: unknown, engine: EngineName): Promise<Tuned> {
  const valid = readExperiment(experiment);
  const tried = valid.runs.flatMap((run, index) => (readsSetRate(valid, run) ? [index] : []));
  const curves =
    tried.length > 0 ? await client.askForScript('scriptTune', { experiment: valid, runs: tried, engine }) : [];
  const runs = valid.runs.map((run, index): TunedRun => {
    const curve = curves[tried.indexOf(index)] ?? null;
    return {
      rates: Array.from(curve?.rates ?? []),
      losses: Array.from(curve?.losses ?? []),
      best: bestRateOf(run, curve),
    };
  });
  const tuned = withRates(
    valid,
    runs.map(({ best }) => best),
  );
  return { runs, experiment: toJson(tuned) };
}
