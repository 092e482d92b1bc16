import type { EngineName } from '../../engine/trace/types';
import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { fromAxisJson, readExperiment, readSweep } from '../../experiment';
import { sweepTable } from '../../exports/data/sweepTable';
import type { DataTable } from '../../exports/data/table';
import { traceTable } from '../../exports/data/traceTable';
import { csvOf, jsonOf } from '../../exports/data/write';
import { shown } from './shown';

/** What a script may ask for. */
export interface ExportRequest {
  readonly what: 'trace' | 'sweep';
  readonly format: 'csv' | 'json';
  /** Of a sweep: its settings, as `overshoot.sweep` takes them. */
  readonly sweep?: unknown;
}

const writers: ReadonlyMap<unknown, (table: DataTable) => string> = new Map([
  ['csv', csvOf],
  ['json', jsonOf],
]);

/** Computes an experiment and writes its numbers. Rejects with an error that names what is wrong and what is allowed. */
export async function exportForScript(
  client: WorkerClient,
  experiment: unknown,
  request: unknown,
  engine: EngineName,
): Promise<string> {
  const { what, format, sweep } = (request ?? {}) as Readonly<Record<keyof ExportRequest, unknown>>;
  const write = writers.get(format);
  if (!write) throw new RangeError(`format is ${shown(format)}; allowed are: ${[...writers.keys()].join(', ')}.`);
  const valid = readExperiment(experiment);
  if (what === 'trace')
    return write(traceTable(await client.askForScript('scriptRun', { experiment: valid, engine }), valid));
  if (what !== 'sweep') throw new RangeError(`what is ${shown(what)}; allowed are: trace, sweep.`);
  const { measure, ...asked } = readSweep(sweep, valid);
  const onlyLoss = measure === 'loss';
  const body = { experiment: valid, engine, ...asked, ...(onlyLoss && { only: 'loss' as const }) };
  const { run, x, y, steps } = asked;
  const swept = { experiment: valid, run, x: fromAxisJson(x), y: fromAxisJson(y), steps, onlyLoss };
  return write(sweepTable(await client.askForScript('scriptSweep', body), swept));
}
