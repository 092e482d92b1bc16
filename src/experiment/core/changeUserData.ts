import { dataProblem, defaultChoice } from './choice';
import { freshExperiment, fullBatch } from './defaults';
import { fitModifiers } from './modifiers';
import { carryRun } from './ownValues';
import { epochLimit, sampleCount, updateCounts } from './updates';
import type { Batch, DataChoice, Experiment, UserData, Run } from './types';

/**
 * A fresh experiment on user data, with the seed of this one, its runs as `carryRun` takes them along, and enough epochs for every run to make
 * `ENOUGH_UPDATES` updates.
 *
 * @param id a data problem that takes these features and this target
 * @param settings of the problem that differ from its defaults
 */
export function changeUserData(
  { problem: before, runs, seed }: Experiment,
  id: string,
  userData: UserData,
  settings: DataChoice['settings'],
): Experiment {
  const plain = defaultChoice(dataProblem(id));
  const problem: DataChoice = { ...plain, settings: { ...plain.settings, ...settings }, userData };
  const samples = sampleCount({ problem });
  const fresh = {
    ...freshExperiment(
      problem,
      runs.map((run) => {
        // The catalogue's batch suits its own samples. Of user data an update takes all, unless the run had batches.
        const carried = { ...carryRun(run, before, problem), batch: run.batch ?? fullBatch };
        return fitModifiers(fitBatch(carried, samples), problem);
      }),
    ),
    seed,
  };
  const fewest = Math.min(...updateCounts({ ...fresh, epochs: 1 }));
  const epochs = Math.max(fresh.epochs ?? 1, Math.ceil(ENOUGH_UPDATES / fewest));
  return { ...fresh, epochs: Math.min(epochs, epochLimit(fresh)) };
}

const ENOUGH_UPDATES = 200;

/** Writes a micro-batch of all samples as `all`. */
function fitBatch({ batch, ...run }: Run & { readonly batch: Batch }, samples: number): Run {
  return { ...run, batch: batch.size !== 'all' && batch.size >= samples ? { ...batch, size: 'all' } : batch };
}
