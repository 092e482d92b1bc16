import type { WorkerClient } from '../../engine/worker/workerClient.types';
import type { EngineName } from '../../engine/trace/types';
import { readExperiment, readSweep } from '../../experiment';

/** One number for each run of a sweep, height x width: row 0 at `y.from`, column 0 at `x.from`. */
export interface SweepValues {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Computes a sweep without showing it. Rejects with a sentence for each field that is wrong. */
export async function runSweep(
  client: WorkerClient,
  experiment: unknown,
  sweep: unknown,
  name: EngineName,
): Promise<SweepValues> {
  const valid = readExperiment(experiment);
  const { measure, ...request } = readSweep(sweep, valid);
  const { width, height, measures } = await client.askForScript('scriptSweep', {
    experiment: valid,
    engine: name,
    ...request,
    ...(measure === 'loss' && { only: 'loss' }),
  });
  return { width, height, values: measures[measure] };
}
