import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import type { LossProgram, StepProgram } from '../../formula';
import { derivativeProgram } from '../../formula/curvature';
import type { Plan } from '../plan/types';
import { operationsOf } from './operations';
import { landscapeSource, lossesSource, trajectorySource } from './shaders';
import { gradientSource, rowsSource, updateSource } from './twoPass/shaders';
import { int, resultTexels, type GradientWork, type Group, type Uniform, type UpdateWork, type Work } from './work';

/** Neighbouring runs of a sweep are similar along both axes, and a software GPU is slow with very narrow textures. */
const SWEEP_WIDTH = 64;

/**
 * Texels per row of the output texture. It is narrow because GPUs run 2 x 2 neighbours in lockstep: vertical neighbours of
 * a trajectory are then at almost the same update, and none waits for another.
 */
function outputWidth(kernel: Work['kernel'], texels: number): number {
  let width = kernel === 'sweep' ? SWEEP_WIDTH : 2;
  while (Math.ceil(texels / width) > 4096) width *= 2;
  return width;
}

/**
 * A program for TensorFlow.js. Whatever a slider changes (sizes, hyperparameters, start points) is in uniforms and tables
 * and not in the text, so that the program need not be compiled again. The cache of programs uses class name, shapes
 * and text as its key; minification removes class names, so the text begins with the kernel's name.
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
    const width = outputWidth(kernel, texels);
    this.outputShape = [2 * Math.ceil(texels / width), 2 * width];
  }
}

/** The driver cannot compile or link a shader, or would take too long: too large, too many registers, or a fault of its own. */
export class ShaderRefusedError extends Error {
  constructor(readonly kernel: Work['kernel']) {
    super(`this device cannot compile the program of the ${kernel}`);
  }
}

/**
 * The most operations of a rule, for all parameters together and with what it evaluates beside one gradient, that are handed to
 * a driver. No rule of the catalogue has as many for any model; for some times as many a software GPU compiles for minutes, and
 * nothing can interrupt it.
 */
const MAX_RULE_OPERATIONS = 8000;

const sizes = new WeakMap<StepProgram | LossProgram, number>();

/** The operations of a program, counted once. */
function sizeOf<P extends StepProgram | LossProgram>(program: P, count: (program: P) => number): number {
  const size = sizes.get(program) ?? count(program);
  sizes.set(program, size);
  return size;
}

/** Whether the rule in a shader is too long to be compiled in reasonable time. */
function hasLongRule(work: Work): boolean {
  const rule = ruleOf(work);
  if (!rule?.step) return false;
  const { step, training } = rule;
  const own = sizeOf(step, ({ step: graph, nextTheta, states }) =>
    operationsOf(graph, [...nextTheta, ...states.flatMap((state) => state.next)]),
  );
  // A driver writes a function out wherever it is called. Every shader has one gradient.
  const first = step.calls.findIndex(({ of }) => of === 'gradient');
  const asked = step.calls.filter((_, k) => k !== first);
  const evaluations = asked.reduce(
    (sum, { of }) =>
      sum + sizeOf(derivativeProgram(training, of), ({ graph, gradient }) => operationsOf(graph, gradient)),
    0,
  );
  return own + evaluations > MAX_RULE_OPERATIONS;
}

/** The rule in a shader, and the loss that it descends. */
function ruleOf(work: Work): { readonly step: StepProgram | undefined; readonly training: LossProgram } | undefined {
  switch (work.kernel) {
    case 'trajectory':
    case 'gradient':
    case 'update':
      return {
        step: work.group.plan.runs[work.group.members[0] ?? 0]?.step,
        training: work.group.plan.training,
      };
    case 'sweep':
      return work;
    default:
      return undefined;
  }
}

/** The texts that a backend could not compile. It is not asked again: compiling may take seconds before it fails. */
const refusedTexts = new WeakMap<MathBackendWebGL, Set<string>>();

function refusedBy(backend: MathBackendWebGL): Set<string> {
  const known = refusedTexts.get(backend) ?? new Set<string>();
  refusedTexts.set(backend, known);
  return known;
}

/** TensorFlow.js has no type of its own for it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && /^Failed to (compile|link) /.test(error.message);

/** Computes some work in one draw. Throws ShaderRefusedError. */
export function onWebgl(backend: MathBackendWebGL, inputs: NamedTensorInfoMap, work: Work): TensorInfo {
  if (hasLongRule(work)) throw new ShaderRefusedError(work.kernel);
  const texels = resultTexels(work);
  const { source, uniforms } = programOf(work);
  const refused = refusedBy(backend);
  if (refused.has(source)) throw new ShaderRefusedError(work.kernel);
  const variables = Object.keys(inputs);
  const declared = [
    { name: 'outWidth', type: 'int' as const, values: [outputWidth(work.kernel, texels)] },
    ...uniforms,
  ];
  const program = new TexelProgram(
    work.kernel,
    source,
    variables,
    declared.map(({ name, type, values }) => ({
      name,
      type,
      ...(values.length > 1 || type === 'float' ? { arrayIndex: values.length } : {}),
    })),
    texels,
  );
  const tensors = variables.flatMap((name) => inputs[name] ?? []);
  const values = declared.map((uniform) => uniform.values);
  try {
    return backend.runWebGLProgram(program, tensors, 'float32', values, true);
  } catch (error) {
    // A lost context compiles nothing either, and says nothing about the shader.
    if (!isRefusal(error) || backend.gpgpu.gl.isContextLost()) throw error;
    refused.add(source);
    throw new ShaderRefusedError(work.kernel);
  }
}

function programOf(work: Work): { readonly source: string; readonly uniforms: readonly Uniform[] } {
  switch (work.kernel) {
    case 'trajectory': {
      const { members, updates } = work.group;
      return {
        source: sharedShaderText(work.group, 'trajectory', ({ plan, step }) => trajectorySource(plan, step)),
        uniforms: [
          int('runs', members.length),
          int('updates', updates),
          int('first', work.first),
          int('count', work.count),
          int('lead', work.lead),
          int('stride', work.stride),
          int('stateRow', work.stateRow),
          int('spacing', work.spacing),
        ],
      };
    }
    case 'gradient':
      return {
        source: sharedShaderText(work.group, `gradient ${work.call}`, ({ plan, step }) =>
          gradientSource(plan.training, step, work.call),
        ),
        uniforms: updateUniforms(work),
      };
    case 'update':
      return {
        source: sharedShaderText(work.group, 'update', ({ step }) => updateSource(step)),
        uniforms: updateUniforms(work),
      };
    case 'rows':
      return { source: rowsSource(work.group.layout.texels), uniforms: [int('runs', work.group.members.length)] };
    case 'losses':
      return {
        source: lossesSource(work.group.plan.loss, work.group.layout.texels),
        uniforms: [int('rows', work.rows), int('samples', work.data.size)],
      };
    case 'landscape':
      return {
        source: landscapeSource(work.fullLoss.loss, work.fullLoss.kind === 'data'),
        uniforms: [
          int('gridWidth', work.width),
          int('gridHeight', work.height),
          ...(work.fullLoss.kind === 'data' ? [int('samples', work.fullLoss.data.size)] : []),
          ...(['origin', 'along', 'up'] as const).map((name) => ({
            name,
            type: 'float' as const,
            values: [...work[name]],
          })),
        ],
      };
    case 'sweep':
      return work;
  }
}

const updateUniforms = ({ group, update, before, batchSlices }: GradientWork | UpdateWork): Uniform[] => [
  int('runs', group.members.length),
  int('updates', group.updates),
  int('update', update),
  int('before', before),
  int('batchSlices', batchSlices),
];

const shaderTexts = new WeakMap<Group, Map<string, string>>();

/** The text of a shader, written once for all draws of a group. */
function sharedShaderText(
  group: Group,
  name: string,
  write: (of: { readonly plan: Plan; readonly step: StepProgram }) => string,
): string {
  const cached = shaderTexts.get(group) ?? new Map<string, string>();
  shaderTexts.set(group, cached);
  const found = cached.get(name);
  if (found !== undefined) return found;
  const [member = 0] = group.members;
  const run = group.plan.runs[member];
  if (!run) throw new RangeError(`no run ${member}`);
  const text = write({ plan: group.plan, step: run.step });
  cached.set(name, text);
  return text;
}
