import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { pointAtRow } from '../../engine/trace/rows';
import type { MethodRecord } from '../../engine/trace/iterations';
import type { EngineName, Outcome, RunTrace, Trace } from '../../engine/trace/types';
import { loadForAction } from '../../late/loadOnce';
import { readExperiment, toJson, type ExperimentJson } from '../../experiment';
import { addressOfExperiment } from '../address/address';
import { currentExperiment, edit } from '../stores/experimentStore';
import { setScreen } from '../stores/screenStore';
import type { CodeRequest } from './codeScript';
import type { ExportRequest } from './exportScript';
import type { FormulaReading } from './formulaScript';
import type { SweepValues } from './sweepScript';
import type { Tuned } from './tuneScript';

/** What one run did, as scripts get it. Row 0 is the start, row k the point after k updates. */
interface RunResult {
  readonly params: readonly (readonly number[])[];
  readonly loss: readonly number[];
  /** The loss over the held-back samples; absent if there are none. */
  readonly validation?: readonly number[];
  /** The learning rate of every update; none of a classical method. */
  readonly lr: readonly number[];
  readonly outcome: Outcome;
  readonly engine: EngineName;
  /** Of a classical method: what led to each row and what was tried for it, and why it stopped. */
  readonly method?: MethodRecord;
}

/** `window.overshoot`: how scripts drive the page. Experiments are in the public JSON of docs/experiment-format.md. */
export interface Scripting {
  /** The experiment on the screen. */
  experiment(): ExperimentJson;
  /** Computes an experiment without showing it. Rejects with a sentence for each field that is wrong. */
  run(experiment: unknown, options?: { readonly engine?: EngineName }): Promise<{ runs: RunResult[] }>;
  /**
   * One number for every run of a sweep: `sweep` has `run`, two axes `x` and `y`, `width`, `height` and a `measure`
   * (docs/experiment-format.md). Rejects with a sentence for each field that is wrong.
   */
  sweep(experiment: unknown, sweep: unknown, options?: { readonly engine?: EngineName }): Promise<SweepValues>;
  /**
   * Tries every run with as many rates as "Tune" does, without showing it: each run's rates, its losses at the end and the
   * best rate, and the experiment with the best rates. On the CPU unless another engine is asked for, as the page does. Rejects with a sentence for each field that is wrong.
   */
  tune(experiment: unknown, options?: { readonly engine?: EngineName }): Promise<Tuned>;
  /**
   * A formula as people write it, in the notation that `problem.loss` takes, with its parameters and what was changed. Without
   * `parameters`, every name in it is one. Rejects with an error that has `position` (from 0) and `suggestions`.
   */
  formula(text: string, options?: { readonly parameters?: readonly string[] }): Promise<FormulaReading>;
  /**
   * One run of an experiment as a program in Python: for `pytorch`, `optax` (JAX), `keras`, or a `notebook` for PyTorch. With
   * `trace`, the program prints the parameters of every row as one line of JSON. Rejects with a sentence for what is wrong.
   */
  code(experiment: unknown, request: CodeRequest): Promise<string>;
  /**
   * The numbers of an experiment as the text of a CSV or JSON file: its `trace`, or a `sweep` with the settings that `sweep`
   * takes. Rejects with a sentence for what is wrong.
   */
  export(experiment: unknown, request: ExportRequest, options?: { readonly engine?: EngineName }): Promise<string>;
  /** The address that opens an experiment. Throws the ExperimentError that `run` would reject with. */
  link(experiment: unknown): string;
  /** Shows an experiment. Throws the ExperimentError that `run` would reject with; the screen then stays as it was. */
  open(experiment: unknown): void;
}

declare global {
  interface Window {
    overshoot: Scripting;
  }
}

const loadCodeScript = loadForAction(() => import('./codeScript'));
const loadExportScript = loadForAction(() => import('./exportScript'));
const loadFormulaScript = loadForAction(() => import('./formulaScript'));
const loadSweepScript = loadForAction(() => import('./sweepScript'));
const loadTuneScript = loadForAction(() => import('./tuneScript'));

const engineNames: readonly EngineName[] = ['webgl', 'cpu', 'float64'];

function resultOf(run: RunTrace, engine: EngineName): RunResult {
  const { rows, loss, validation, lr, outcome, method } = run;
  if (outcome === null) throw new Error('the worker answered before the run was complete');
  const params = Array.from({ length: rows }, (_, row) => Array.from(pointAtRow(run, row)));
  return {
    params,
    loss: Array.from(loss.subarray(0, rows)),
    ...(validation && { validation: Array.from(validation) }),
    lr: method ? [] : Array.from(lr),
    outcome,
    // Methods are computed on the processor, whatever computes the others.
    engine: method ? 'float64' : engine,
    ...(method && { method }),
  };
}

/** The runs of a complete trace. */
export const resultsOf = (trace: Trace): { runs: RunResult[] } => ({
  runs: trace.runs.map((run) => resultOf(run, trace.engine)),
});

/** Throws RangeError if no engine has this name. */
function checkEngine(name: EngineName): void {
  if (!engineNames.includes(name))
    throw new RangeError(`engine is "${String(name)}"; allowed are: ${engineNames.join(', ')}.`);
}

/** The functions of `window.overshoot`, which ask one worker client. */
export const scriptingWith = (client: WorkerClient): Scripting => ({
  experiment: () => toJson(currentExperiment()),
  async run(experiment, { engine: name = 'webgl' } = {}) {
    const valid = readExperiment(experiment);
    checkEngine(name);
    return resultsOf(await client.askForScript('scriptRun', { experiment: valid, engine: name }));
  },
  async sweep(experiment, sweep, { engine: name = 'webgl' } = {}) {
    checkEngine(name);
    const { runSweep } = await loadSweepScript();
    return runSweep(client, experiment, sweep, name);
  },
  async tune(experiment, { engine: name = 'cpu' } = {}) {
    checkEngine(name);
    const { tuneForScript } = await loadTuneScript();
    return tuneForScript(client, experiment, name);
  },
  async formula(text, { parameters } = {}) {
    const { readForScript } = await loadFormulaScript();
    return readForScript(text, parameters);
  },
  async code(experiment, request) {
    const { codeForScript } = await loadCodeScript();
    return codeForScript(experiment, request);
  },
  async export(experiment, request, { engine: name = 'webgl' } = {}) {
    checkEngine(name);
    const { exportForScript } = await loadExportScript();
    return exportForScript(client, experiment, request, name);
  },
  link: (experiment) => addressOfExperiment(readExperiment(experiment)),
  open(experiment) {
    edit(readExperiment(experiment));
    setScreen({
      step: null,
      view: null,
      playing: false,
      lesson: null,
      question: null,
      stage: null,
      title: null,
      note: null,
    });
  },
});
