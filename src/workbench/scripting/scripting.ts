import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { pointAtRow } from '../../engine/trace/rows';
import type { EngineName, Outcome, RunTrace, Trace } from '../../engine/trace/types';
import { readExperiment, toJson, type ExperimentJson } from '../../experiment';
import { addressOfExperiment } from '../address/address';
import { currentExperiment, edit } from '../stores/experimentStore';
import { showOnScreen } from '../stores/screenStore';
import type { SweepValues } from './sweepScript';

/** What one run did, as scripts get it: one row per update, row 0 the start. */
interface RunResult {
  readonly params: readonly (readonly number[])[];
  readonly loss: readonly number[];
  /** The loss over the samples that were kept back; absent where there are none. */
  readonly validation?: readonly number[];
  /** The learning rate of every update. */
  readonly lr: readonly number[];
  readonly outcome: Outcome;
  readonly engine: EngineName;
}

/** `window.overshoot`: the page for scripts. Experiments are in the public JSON of docs/experiment-format.md. */
export interface Scripting {
  /** What is on the screen. */
  experiment(): ExperimentJson;
  /** Computes an experiment without showing it. Rejects with a sentence for each field that is wrong. */
  run(experiment: unknown, options?: { readonly engine?: EngineName }): Promise<{ runs: RunResult[] }>;
  /**
   * One number for every run of a sweep: `sweep` has `run`, two axes `x` and `y`, `width`, `height` and a `measure`
   * (docs/experiment-format.md). Rejects with a sentence for each field that is wrong.
   */
  sweep(experiment: unknown, sweep: unknown, options?: { readonly engine?: EngineName }): Promise<SweepValues>;
  /** The address that opens an experiment. Throws ExperimentError like `run`. */
  link(experiment: unknown): string;
  /** Shows an experiment. Throws ExperimentError like `run`, and then shows what was there before. */
  open(experiment: unknown): void;
}

declare global {
  interface Window {
    overshoot: Scripting;
  }
}

const engineNames: readonly EngineName[] = ['webgl', 'cpu', 'float64'];

function resultOf(run: RunTrace, engine: EngineName): RunResult {
  const { rows, loss, validation, lr, outcome } = run;
  if (outcome === null) throw new Error('the engine answered before the run was complete');
  const params = Array.from({ length: rows }, (_, row) => Array.from(pointAtRow(run, row)));
  return {
    params,
    loss: Array.from(loss.subarray(0, rows)),
    ...(validation && { validation: Array.from(validation) }),
    lr: Array.from(lr),
    outcome,
    engine,
  };
}

const resultsOf = (trace: Trace) => ({ runs: trace.runs.map((run) => resultOf(run, trace.engine)) });

/** Throws RangeError for a name that no engine has. */
function checkEngine(name: EngineName): void {
  if (!engineNames.includes(name))
    throw new RangeError(`engine is "${String(name)}"; allowed are: ${engineNames.join(', ')}.`);
}

/** The functions of `window.overshoot`, over one engine. */
export const scriptingWith = (engine: WorkerClient): Scripting => ({
  experiment: () => toJson(currentExperiment()),
  async run(experiment, { engine: name = 'webgl' } = {}) {
    const valid = readExperiment(experiment);
    checkEngine(name);
    return resultsOf(await engine.askForScript('run', { experiment: valid, engine: name }));
  },
  async sweep(experiment, sweep, { engine: name = 'webgl' } = {}) {
    checkEngine(name);
    const { runSweep } = await import('./sweepScript');
    return runSweep(engine, experiment, sweep, name);
  },
  link: (experiment) => addressOfExperiment(readExperiment(experiment)),
  open(experiment) {
    edit(readExperiment(experiment));
    showOnScreen({ step: null, view: null, playing: false, lesson: null });
  },
});
