import { registerKernel, type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import type { Plan } from './plan';
import { landscapeSource, lossesSource, trajectorySource, type RowLayout } from './shaders';
import { LossEvaluator, Stepper } from './stepper';

/** Runs of a plan that share a rule, and so a program. */
export interface Group {
  readonly plan: Plan;
  /** Indices into `plan.runs`. */
  readonly members: readonly number[];
  readonly layout: RowLayout;
  readonly updates: number;
}

export interface TrajectoryWork {
  readonly kernel: 'trajectory';
  readonly group: Group;
  /** First update of the chunk, from 0, and how many. */
  readonly first: number;
  readonly count: number;
  /** Rows a run in the State table, of which the last is where the chunk starts. Rows of one update lie together. */
  readonly stateCount: number;
}

export interface LossesWork {
  readonly kernel: 'losses';
  readonly group: Group;
  /** Rows in the State table. */
  readonly rows: number;
}

export interface LandscapeWork {
  readonly kernel: 'landscape';
  readonly ground: Pick<Plan, 'loss' | 'constants' | 'data'>;
  readonly width: number;
  readonly height: number;
  /** point = origin + u*along + v*up, u and v from 0 to 1; one number per parameter each. */
  readonly origin: readonly number[];
  readonly along: readonly number[];
  readonly up: readonly number[];
}

export type Work = TrajectoryWork | LossesWork | LandscapeWork;

/** Name under which TensorFlow.js knows a kernel. */
export const kernelName = (kernel: Work['kernel']): string => `Overshoot.${kernel}`;

/** Registers the kernels with TensorFlow.js for both backends, once a worker. */
export function registerKernels(): void {
  for (const kernel of ['trajectory', 'losses', 'landscape'] as const) {
    registerKernel({
      kernelName: kernelName(kernel),
      backendName: 'webgl',
      kernelFunc: ({ inputs, backend, attrs }) => onWebgl(backend as MathBackendWebGL, inputs, workOf(attrs)),
    });
    registerKernel({
      kernelName: kernelName(kernel),
      backendName: 'cpu',
      kernelFunc: ({ inputs, backend, attrs }) => onCpu(backend as MathBackendCPU, inputs, workOf(attrs)),
    });
  }
}

/** TensorFlow.js types attributes as plain values but passes objects through untouched. */
export const attributesOf = (work: Work): NamedAttrMap => ({ work }) as unknown as NamedAttrMap;
const workOf = (attrs: NamedAttrMap | undefined): Work => (attrs as unknown as { work: Work }).work;

/** Texels that the result of some work fills. */
export function resultTexels(work: Work): number {
  switch (work.kernel) {
    case 'trajectory':
      return work.group.members.length * work.count * work.group.layout.texels;
    case 'losses':
      return Math.ceil(work.rows / 4);
    case 'landscape':
      return Math.ceil(work.width / 4) * work.height;
  }
}

// ---- WebGL

/**
 * Texels a row of the output texture. Narrow: GPUs run 2 x 2 neighbours in step, and a trajectory's neighbours down a
 * narrow texture are at almost the same update, so that none waits for another.
 */
function outputWidth(texels: number): number {
  let width = 2;
  while (Math.ceil(texels / width) > 4096) width *= 2;
  return width;
}

/**
 * One program for TensorFlow.js. Nothing that a slider moves is in its text: sizes, hyperparameters and start points are
 * uniforms and tables. The program cache goes by class name, shapes and text, and class names vanish in minification:
 * the kernel's name leads the text.
 */
class TexelProgram implements GPGPUProgram {
  readonly packedInputs = true;
  readonly packedOutput = true;
  readonly enableShapeUniforms = true;
  readonly userCode: string;
  readonly outputShape: number[];

  constructor(
    kernel: Work['kernel'],
    source: string,
    readonly variableNames: string[],
    readonly customUniforms: { name: string; type: 'int' | 'float'; arrayIndex?: number }[],
    texels: number,
  ) {
    this.userCode = `// ${kernel}\n${source}`;
    const width = outputWidth(texels);
    this.outputShape = [2 * Math.ceil(texels / width), 2 * width];
  }
}

function onWebgl(backend: MathBackendWebGL, inputs: NamedTensorInfoMap, work: Work): TensorInfo {
  const texels = resultTexels(work);
  const { source, uniforms } = programOf(work);
  const variables = Object.keys(inputs);
  const declared = [
    { name: 'outWidth', type: 'int' as const, values: [outputWidth(texels)] },
    ...uniforms,
  ];
  const program = new TexelProgram(
    work.kernel,
    source,
    variables,
    declared.map(({ name, type, values }) => ({ name, type, ...(values.length > 1 || type === 'float' ? { arrayIndex: values.length } : {}) })),
    texels,
  );
  const tensors = variables.flatMap((name) => inputs[name] ?? []);
  return backend.runWebGLProgram(program, tensors, 'float32', declared.map(({ values }) => values), true);
}

interface Uniform {
  readonly name: string;
  readonly type: 'int' | 'float';
  readonly values: number[];
}

const int = (name: string, value: number): Uniform => ({ name, type: 'int', values: [value] });

function programOf(work: Work): { source: string; uniforms: Uniform[] } {
  switch (work.kernel) {
    case 'trajectory': {
      const { members, updates } = work.group;
      return {
        source: trajectoryText(work.group),
        uniforms: [int('runs', members.length), int('updates', updates), int('first', work.first), int('count', work.count), int('stateCount', work.stateCount)],
      };
    }
    case 'losses':
      return {
        source: lossesSource(work.group.plan.loss, work.group.layout.texels),
        uniforms: [int('rows', work.rows), int('samples', work.group.plan.data?.size ?? 0)],
      };
    case 'landscape':
      return {
        source: landscapeSource(work.ground.loss, work.ground.data !== null),
        uniforms: [
          int('gridWidth', work.width),
          int('gridHeight', work.height),
          ...(work.ground.data ? [int('samples', work.ground.data.size)] : []),
          ...(['origin', 'along', 'up'] as const).map((name) => ({ name, type: 'float' as const, values: [...work[name]] })),
        ],
      };
  }
}

const trajectoryTexts = new WeakMap<Group, string>();

/** Chunks of one request share the text. */
function trajectoryText(group: Group): string {
  const found = trajectoryTexts.get(group);
  if (found !== undefined) return found;
  const [member = 0] = group.members;
  const run = group.plan.runs[member];
  if (!run) throw new RangeError(`no run ${member}`);
  const text = trajectorySource(group.plan.loss, run.step, group.plan.data !== null);
  trajectoryTexts.set(group, text);
  return text;
}

// ---- CPU

function onCpu(backend: MathBackendCPU, inputs: NamedTensorInfoMap, work: Work): TensorInfo {
  const values = cpuValues(backend, inputs, work);
  return backend.makeTensorInfo([values.length], 'float32', values);
}

/** The same numbers in the same order as the texels of the WebGL kernels, computed with float32 registers. */
function cpuValues(backend: MathBackendCPU, inputs: NamedTensorInfoMap, work: Work): Float32Array {
  const values = new Float32Array(resultTexels(work) * 4);
  const state = inputs.State ? (backend.data.get(inputs.State.dataId).values as Float32Array) : new Float32Array();
  switch (work.kernel) {
    case 'trajectory':
      work.group.members.forEach((member, k) => cpuTrajectory(work, state, member, k, values));
      return values;
    case 'losses':
      return cpuLosses(work, state, values);
    case 'landscape':
      return cpuLandscape(work, values);
  }
}

function cpuTrajectory({ group, first, count, stateCount }: TrajectoryWork, state: Float32Array, member: number, k: number, values: Float32Array): void {
  const { plan, layout } = group;
  const run = plan.runs[member];
  if (!run) return;
  const stepper = new Stepper(plan, run, 'float32');
  const rowSize = layout.texels * 4;
  const runs = group.members.length;
  const from = ((stateCount - 1) * runs + k) * rowSize;
  stepper.theta.set(state.subarray(from, from + layout.parameters));
  stepper.state.set(state.subarray(from + layout.parameters, from + layout.parameters + layout.states));
  for (let i = 0; i < count && first + i < run.updates; i += 1) {
    stepper.advance(first + i);
    const at = (i * runs + k) * rowSize;
    values.set(stepper.theta, at);
    values.set(stepper.state, at + layout.parameters);
    if (layout.hasLoss) values[at + layout.parameters + layout.states] = stepper.currentLoss();
    if (!stepper.theta.every(Number.isFinite)) {
      // As on the GPU, a run that broke stays as it broke.
      for (let rest = i + 1; rest < count; rest += 1) values.copyWithin((rest * runs + k) * rowSize, at, at + rowSize);
      return;
    }
  }
}

function cpuLosses({ group, rows }: LossesWork, state: Float32Array, values: Float32Array): Float32Array {
  const evaluator = new LossEvaluator(group.plan, 'float32');
  const rowSize = group.layout.texels * 4;
  for (let row = 0; row < rows; row += 1) values[row] = evaluator.at(state.subarray(row * rowSize, row * rowSize + group.layout.parameters));
  return values;
}

function cpuLandscape({ ground, width, height, origin, along, up }: LandscapeWork, values: Float32Array): Float32Array {
  const evaluator = new LossEvaluator(ground, 'float32');
  const stride = Math.ceil(width / 4) * 4;
  for (let row = 0; row < height; row += 1) {
    const v = row / Math.max(height - 1, 1);
    for (let column = 0; column < width; column += 1) {
      const u = column / Math.max(width - 1, 1);
      values[row * stride + column] = evaluator.at(origin.map((o, i) => o + u * (along[i] as number) + v * (up[i] as number)));
    }
  }
  return values;
}

