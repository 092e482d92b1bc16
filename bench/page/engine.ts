import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { CostModel } from '../../src/engine/gpu/cost';
import { openWebgl, type Device } from '../../src/engine/gpu/device';
import { registerKernels } from '../../src/engine/gpu/kernels';
import { planExperiment } from '../../src/engine/plan/plan';
import type { Plan } from '../../src/engine/plan/types';
import { runReference } from '../../src/engine/float64/reference';
import { runOnDevice } from '../../src/engine/gpu/trajectory';
import { TileCost } from '../../src/engine/sweep/cost';
import { sweepOnDevice } from '../../src/engine/sweep/sweep';
import type { SweepRequest, SweepResult } from '../../src/engine/sweep/types';
import type { RunTrace } from '../../src/engine/trace/types';
import type { Experiment } from '../../src/experiment/core/types';

/** The page's engine, and the TensorFlow.js backend that it shares with its peers here. */
export interface BenchEngine {
  readonly device: Device;
  readonly backend: MathBackendWebGL;
  /** What the page's worker does for one request: plans the experiment and runs it to its end. */
  run(experiment: Experiment): RunTrace[];
  /** The same until the worker sends what it has for the first time. */
  first(experiment: Experiment): RunTrace[];
  /** What `run` does in one thread of float64 TypeScript. */
  reference(experiment: Experiment): RunTrace[];
  /** What the page's worker does for a script's sweep: one grid, in as many draws as `TileCost` cuts it into. */
  sweep(request: SweepRequest): SweepResult;
}

/** Opens the engine's own device; from then on it is the backend of everything that TensorFlow.js does. Throws where there is no WebGL 2. */
export function openEngine(): BenchEngine {
  registerKernels();
  const device = openWebgl();
  if (typeof device === 'string') throw new Error(`no WebGL device: ${device}`);
  // Takes effect at once: the factory is synchronous.
  void tf.setBackend('webgl');
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error(`the backend is ${tf.getBackend()}, not webgl`);
  const cost = new CostModel();
  const tileCost = new TileCost();
  return {
    device,
    backend,
    run: (experiment) => finish(planExperiment(experiment), device, cost),
    first: (experiment) => begin(planExperiment(experiment), device, cost),
    reference: (experiment) => runReference(planExperiment(experiment)),
    sweep: (request) => lastOf(sweepOnDevice(request, [request], device, tileCost)),
  };
}

function finish(plan: Plan, device: Device, cost: CostModel): RunTrace[] {
  const steps = runOnDevice(plan, device, cost);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

function begin(plan: Plan, device: Device, cost: CostModel): RunTrace[] {
  let first: RunTrace[] | null = null;
  const steps = runOnDevice(plan, device, cost, { onRows: (part) => (first ??= part) });
  while (!first && !steps.next().done);
  steps.return([]);
  if (!first) throw new RangeError('everything came at once');
  return first;
}

/** What a sweep has found at its end. */
export function lastOf(steps: Iterable<SweepResult>): SweepResult {
  let last: SweepResult | null = null;
  for (const result of steps) last = result;
  if (!last) throw new RangeError('the sweep found nothing');
  return last;
}

/** The only run of an experiment that has one. */
export function onlyRun([run]: readonly RunTrace[]): RunTrace {
  if (!run) throw new RangeError('the experiment has no run');
  return run;
}

/** The numbers of a tensor, read back at once at the end: kinder to the peers than a read at every step. Frees what they made. */
export function readBack(make: () => tf.Tensor): ArrayLike<number> {
  const tensor = tf.tidy(make);
  const numbers = tensor.dataSync();
  tensor.dispose();
  return numbers;
}
