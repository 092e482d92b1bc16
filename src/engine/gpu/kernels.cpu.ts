import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import { LossEvaluator } from '../loss/evaluator';
import { lossOverGrid } from '../view/lossOverGrid';
import { Stepper } from '../float64/stepper';
import { resultTexels, type LandscapeWork, type LossesWork, type TrajectoryWork, type Work } from './work';

/** Computes some work on the CPU in float32. */
export function onCpu(backend: MathBackendCPU, inputs: NamedTensorInfoMap, work: Work): TensorInfo {
  const values = cpuValues(backend, inputs, work);
  return backend.makeTensorInfo([values.length], 'float32', values);
}

/** The numbers of the texels that the WebGL kernel would write, in the same order. */
function cpuValues(backend: MathBackendCPU, inputs: NamedTensorInfoMap, work: Work): Float32Array {
  const values = new Float32Array(resultTexels(work) * 4);
  const state = inputs.State ? (backend.data.get(inputs.State.dataId).values as Float32Array) : new Float32Array();
  switch (work.kernel) {
    case 'trajectory':
      work.group.members.forEach((member, k) => cpuTrajectory(work, state, member, k, values));
      return values;
    case 'gradient':
    case 'update':
    case 'rows':
      throw new RangeError('the CPU device makes no two-pass updates');
    case 'losses':
      return cpuLosses(work, state, values);
    case 'landscape':
      return cpuLandscape(work, values);
    case 'sweep':
      return work.computeOnCpu(values);
  }
}

/** Every row continues from the row before it and no update is repeated, so checkpoints are not needed (strategies.ts). */
function cpuTrajectory(
  { group, first, count, lead, stride, stateRow, spacing }: TrajectoryWork,
  state: Float32Array,
  member: number,
  k: number,
  values: Float32Array,
): void {
  if (lead !== 1 || stride !== 1 || spacing < count) throw new RangeError('the CPU device uses no checkpoints');
  const { plan, layout } = group;
  const run = plan.runs[member];
  if (!run) return;
  const stepper = new Stepper(plan, run, 'float32');
  const rowSize = layout.texels * 4;
  const runs = group.members.length;
  const end = layout.parameters + layout.states;
  const from = (stateRow * runs + k) * rowSize;
  stepper.theta.set(state.subarray(from, from + layout.parameters));
  stepper.state.set(state.subarray(from + layout.parameters, from + end));
  for (let row = 0; row < count; row += 1) {
    // A row that is not finite is repeated.
    if (first + row < run.updates && stepper.theta.every(Number.isFinite)) stepper.advance(first + row);
    const at = (row * runs + k) * rowSize;
    values.set(stepper.theta, at);
    values.set(stepper.state, at + layout.parameters);
    if (layout.hasLoss) values[at + end] = stepper.currentLoss();
  }
}

function cpuLosses({ group, data, rows }: LossesWork, state: Float32Array, values: Float32Array): Float32Array {
  const evaluator = new LossEvaluator(group.plan, 'float32');
  const rowSize = group.layout.texels * 4;
  for (let row = 0; row < rows; row += 1)
    values[row] = evaluator.lossOver(data, state.subarray(row * rowSize, row * rowSize + group.layout.parameters));
  return values;
}

const cpuLandscape = (work: LandscapeWork, values: Float32Array): Float32Array =>
  lossOverGrid(work.fullLoss, work, values, Math.ceil(work.width / 4) * 4);
