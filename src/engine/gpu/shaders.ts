import {
  callArguments,
  fixedInputs,
  glslOperand,
  glslPrelude,
  glslStatements,
  linearize,
  readsLoss,
  updateInputs,
  type LossProgram,
  type NodeId,
  type StepProgram,
} from '../../formula';
import { derivativeProgram, type Derivative } from '../../formula/curvature';
import { mayLackGradient } from '../../formula/singular';
import { TEXEL_READ_COST, operationsOf } from './operations';
import type { Plan } from '../plan/types';
import { TABLE_WIDTH, texelsFor } from './texels';

const COMPONENTS = ['x', 'y', 'z', 'w'] as const;

/** Numbers that describe the batch of an update: its range of visits (start, start of the tail, end) and their two weights. */
export const BATCH_FIELDS = 5;

/** What a row holds: parameters, states, and for a function the loss. */
export interface RowLayout {
  readonly parameters: number;
  readonly states: number;
  readonly hasLoss: boolean;
  /** Texels a row. */
  readonly texels: number;
}

export function rowLayout(step: StepProgram, isData: boolean): RowLayout {
  const parameters = step.parameterCount;
  const states = step.states.length * parameters;
  return { parameters, states, hasLoss: !isData, texels: texelsFor(parameters + states + (isData ? 0 : 1)) };
}

export const common = `
${glslPrelude}
vec4 os_texel(sampler2D table, int i) { return texelFetch(table, ivec2(i & ${TABLE_WIDTH - 1}, i >> ${Math.log2(TABLE_WIDTH)}), 0); }
vec4 os_row(sampler2D rows, int i) { int width = textureSize(rows, 0).x; return texelFetch(rows, ivec2(i % width, i / width), 0); }
int os_index(int width) { return int(gl_FragCoord.y) * width + int(gl_FragCoord.x); }
`;

/** Reads `count` numbers of a table into float variables prefix0, prefix1 ... */
export function readNumbers(fetch: string, table: string, index: string, prefix: string, count: number): string {
  const lines = Array.from(
    { length: Math.ceil(count / 4) },
    (_, k) => `vec4 ${prefix}_${k} = ${fetch}(${table}, ${index} + ${k});`,
  );
  const names = Array.from({ length: count }, (_, i) => `float ${prefix}${i} = ${component(`${prefix}_`, i)};`);
  return [...lines, ...names].join('\n');
}

export const component = (prefix: string, i: number): string =>
  `${prefix}${Math.floor(i / 4)}.${COMPONENTS[i % 4] ?? 'x'}`;

export const list = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join(', ');

/** Reads a loss program's inputs: parameters as p0.., constants or data columns as c0.. */
export function lossInput(loss: LossProgram): (name: string) => string {
  return (name) => {
    const parameter = loss.parameters.indexOf(name);
    return parameter >= 0 ? `p${parameter}` : `c${loss.others.indexOf(name)}`;
  };
}

/** A GLSL function that computes some results of the loss program from parameters and constants (or one sample). */
export function lossFunction(
  loss: LossProgram,
  name: string,
  results: readonly NodeId[],
  outputs: (i: number) => string,
): string {
  const input = lossInput(loss);
  const [ids = []] = linearize(loss.graph, [results]);
  const ins = [...loss.parameters.map((_, i) => `float p${i}`), ...loss.others.map((_, i) => `float c${i}`)];
  const outs = results.map((_, i) => `out float ${outputs(i)}`);
  return `void ${name}(${[...ins, ...outs].join(', ')}) {
${glslStatements(loss.graph, ids, 'n', input)}
${results.map((node, i) => `${outputs(i)} = ${glslOperand(loss.graph, node, 'n', input)};`).join('\n')}
}`;
}

/** The nodes that a step's calls compute: those of a derivative, and after the gradient the loss where the rule reads it. */
export function callResults(training: LossProgram, step: StepProgram, of: Derivative = 'gradient'): readonly NodeId[] {
  const { gradient, loss } = derivativeProgram(training, of);
  return of === 'gradient' && readsLoss(step) ? [...gradient, loss] : gradient;
}

/** The most numbers that a call gives: what the calls of a derivative lack is 0. */
export const callSize = (step: StepProgram): number => step.parameterCount + Number(readsLoss(step));

/** The functions that compute a derivative: of one sample or of a function, and of a batch. */
const callNames: Readonly<Record<Derivative, { readonly one: string; readonly batch: string }>> = {
  gradient: { one: 'os_gradient', batch: 'os_batch' },
  product: { one: 'os_product', batch: 'os_batch_product' },
  diagonal: { one: 'os_diagonal', batch: 'os_batch_diagonal' },
};

/** The derivatives that a step asks for. */
const derivativesOf = ({ calls }: StepProgram): Set<Derivative> => new Set(calls.map(({ of }) => of));

/**
 * Declares the functions that a step's calls use.
 * @param gradient what declares that of the gradient, if not this
 */
export function callFunctions({ kind, training }: Losses, step: StepProgram, gradient?: string): string {
  const isData = kind === 'data';
  const curvatures = [...derivativesOf(step)].filter((of) => of !== 'gradient');
  const declared = (of: Derivative): string[] => {
    const [program, results] = [derivativeProgram(training, of), callResults(training, step, of)];
    const { one, batch } = callNames[of];
    const single = lossFunction(program, one, results, (i) => `g${i}`);
    return [
      of === 'gradient' ? (gradient ?? single) : single,
      isData ? batchSum(program, one, batch, results.length) : '',
    ];
  };
  return ['gradient' as const, ...curvatures].flatMap(declared).join('\n');
}

/**
 * The trajectory kernel: every fragment continues one run from a row of the State table, makes all updates up to its own
 * row, and writes one texel of that row. Tables: State (the start, the rows of the chunk before, or checkpoints in this
 * one), Runs (constants, then the fixed coefficients), Coefficients (per-update coefficients and the batch), Data (one
 * record a visit; data problems only).
 */
export function trajectorySource(plan: Losses, step: StepProgram): string {
  const { loss } = plan;
  const isData = plan.kind === 'data';
  const layout = rowLayout(step, isData);
  const n = layout.parameters;
  const constants = constantCount(plan);
  const fixed = fixedInputs(step);
  const perUpdate = updateInputs(step);
  const updateNumbers = perUpdate.length + (isData ? BATCH_FIELDS : 0);
  const keptState = n + layout.states;
  const runTexels = texelsFor(constants + fixed.length);
  const updateTexels = texelsFor(updateNumbers);
  return `${common}
${callFunctions(plan, step)}
${isData ? '' : lossFunction(loss, 'os_loss', [loss.loss], () => 'value')}
void main() {
  int index = os_index(outWidth);
  int texel = index % ${layout.texels};
  int row = index / ${layout.texels};
  int mine = row / runs;
  int run = row - mine * runs;
  if (mine >= count) { setOutput(vec4(0.0)); return; }
  ${readNumbers('os_texel', 'Runs', `run * ${runTexels}`, 'r', constants + fixed.length)}
  int checkpoint = mine / spacing;
  ${readNumbers('os_row', 'State', `((stateRow + checkpoint) * runs + run) * ${layout.texels}`, 's', keptState)}
  int end = lead + mine * stride;
  bool alive = true;
  for (int i = checkpoint * spacing; i < end && alive; i++) {
    ${readNumbers('os_texel', 'Coefficients', `(run * updates + first + i) * ${updateTexels}`, 'u', updateNumbers)}
    ${stepStatements(step, gradientArguments(plan, 'first + i + 1'), plan)}
    alive = ${Array.from({ length: n }, (_, i) => `os_finite(s${i})`).join(' && ')};
  }
  ${
    isData
      ? ''
      : `float value;
  os_loss(${[list(n, (i) => `s${i}`), list(constants, (i) => `r${i}`), 'value'].filter(Boolean).join(', ')});`
  }
  ${Array.from({ length: layout.texels }, (_, k) => `if (texel == ${k}) setOutput(vec4(${list(4, (j) => keptNumber(4 * k + j, keptState, layout.hasLoss))}));`).join('\n  ')}
}`;
}

function keptNumber(i: number, keptState: number, hasLoss: boolean): string {
  if (i < keptState) return `s${i}`;
  return i === keptState && hasLoss ? 'value' : '0.0';
}

/** The full loss, which is recorded, and the training loss, which the updates descend. */
type Losses = Pick<Plan, 'kind' | 'loss' | 'training'>;

/** How many constants of a function stand in r0.. before the numbers of `fixedInputs`; none of data. */
export const constantCount = ({ kind, loss }: Losses): number => (kind === 'data' ? 0 : loss.others.length);

/** What the gradient is called with beside the point. */
interface GradientArguments {
  /** See `constantCount`. */
  readonly constants: number;
  /** The constants, and the number of the update where the loss reads it. */
  readonly values: readonly string[];
}

/** @param update the number of the update, from 1, as a whole number in GLSL: exact as a float up to 2^24 */
export function gradientArguments(losses: Losses, update: string): GradientArguments {
  const constants = constantCount(losses);
  const names = Array.from({ length: constants }, (_, i) => `r${i}`);
  const readsUpdate = losses.kind === 'function' && losses.training.others.length > constants;
  return { constants, values: readsUpdate ? [...names, `float(${update})`] : names };
}

/**
 * One update: gradient calls and the statements between them, then the new parameters and states. Where the gradient of a
 * function does not exist, the run stays where it is, as in `Stepper.advance`.
 */
export function stepStatements(
  step: StepProgram,
  { constants, values }: GradientArguments,
  { kind, training }: Pick<Plan, 'kind' | 'training'>,
): string {
  const isData = kind === 'data';
  const { statements, points, next } = stepTexts(step, constants);
  const range = batchRange(step);
  const calls = points.map((point, k) => {
    const { of = 'gradient' } = step.calls[k] ?? {};
    const results = list(callResults(training, step, of).length, (i) => `d${k}_${i}`);
    const args = [...point, ...(isData ? range : values), results];
    return `float ${results};
    ${callNames[of][isData ? 'batch' : 'one']}(${args.join(', ')});`;
  });
  const mayHold = !isData && [...derivativesOf(step)].some((of) => mayLackGradient(derivativeProgram(training, of)));
  return `${statements.map((text, k) => `${text}\n${calls[k] ?? ''}`).join('\n')}
    ${next.map((value, i) => `float next${i} = ${value};`).join('\n')}
    ${mayHold ? `bool held = ${points.flatMap((point, k) => (step.calls[k]?.isRead ? [heldTest(point, step.parameterCount, k)] : [])).join(' || ') || 'false'};` : ''}
    ${next.map((_, i) => (mayHold ? `s${i} = mix(next${i}, s${i}, held);` : `s${i} = next${i};`)).join(' ')}`;
}

/** Whether the result of a call is not a number at a point, and along a direction, that are finite. */
const heldTest = (point: readonly string[], parameters: number, call: number): string =>
  `((${Array.from({ length: parameters }, (_, i) => `os_isnan(d${call}_${i})`).join(' || ')}) && ${point.map((x) => `os_finite(${x})`).join(' && ')})`;

/** The variables that hold the BATCH_FIELDS of an update. */
export const batchRange = (step: StepProgram): string[] =>
  Array.from({ length: BATCH_FIELDS }, (_, i) => `u${updateInputs(step).length + i}`);

/** The GLSL text of an update, over parameters and states s0.., numbers r0.. of the run, u0.. of the update, results d0_0.. of calls. */
export interface StepTexts {
  /** Statements before each call, and after the last. */
  readonly statements: readonly string[];
  /** The arguments of each call: the point, one number per parameter, then the direction if it has one. */
  readonly points: readonly (readonly string[])[];
  /** The new parameters and states. */
  readonly next: readonly string[];
}

/** @param constants how many constants stand before the fixed coefficients in r0.. */
export function stepTexts(step: StepProgram, constants: number): StepTexts {
  const n = step.parameterCount;
  const inputs = new Map<NodeId, string>();
  step.theta.forEach((node, i) => inputs.set(node, `s${i}`));
  step.states.forEach((state, k) => state.before.forEach((node, i) => inputs.set(node, `s${n + k * n + i}`)));
  fixedInputs(step).forEach((node, i) => inputs.set(node, `r${constants + i}`));
  updateInputs(step).forEach((node, i) => inputs.set(node, `u${i}`));
  step.calls.forEach(({ result, loss }, k) => {
    result.forEach((node, i) => inputs.set(node, `d${k}_${i}`));
    if (loss !== null) inputs.set(loss, `d${k}_${n}`);
  });
  const input = (name: string) => inputs.get(step.step.input(name)) ?? 'os_nan()';
  const operand = (node: NodeId) => glslOperand(step.step, node, 'v', input);
  const next = [...step.nextTheta, ...step.states.flatMap((state) => state.next)];
  const sections = linearize(step.step, [...step.calls.map(callArguments), next]);
  return {
    statements: sections.map((ids) => glslStatements(step.step, ids, 'v', input)),
    points: step.calls.map((call) => callArguments(call).map(operand)),
    next: next.map(operand),
  };
}

/**
 * Declares `name`, the sum of what the function `one` gives over the visits of a batch, weighted: its gradient, say.
 * @param results how many numbers `one` gives
 */
function batchSum(loss: LossProgram, one: string, name: string, results: number): string {
  const n = loss.parameters.length;
  const columns = loss.others.length;
  return `void ${name}(${list(n, (i) => `float p${i}`)}, float start, float tailStart, float end, float head, float tail, ${list(results, (i) => `out float g${i}`)}) {
  ${Array.from({ length: results }, (_, i) => `g${i} = 0.0;`).join(' ')}
  int last = int(end);
  int firstTail = int(tailStart);
  for (int visit = int(start); visit < last; visit++) {
    ${readNumbers('os_texel', 'Data', `visit * ${texelsFor(columns)}`, 'c', columns)}
    float ${list(results, (i) => `h${i}`)};
    ${one}(${[list(n, (i) => `p${i}`), list(columns, (i) => `c${i}`), list(results, (i) => `h${i}`)].join(', ')});
    float weight = visit < firstTail ? head : tail;
    ${Array.from({ length: results }, (_, i) => `g${i} += weight * h${i};`).join(' ')}
  }
}`;
}

/** Declares `vec4 os_losses(vec4 q0, ...)`: the full loss at four points at once, reading each sample once. */
function fourLosses(loss: LossProgram, isData: boolean): string {
  const n = loss.parameters.length;
  const others = loss.others.length;
  const each = (prefix: string) =>
    COMPONENTS.map(
      (c) =>
        `os_loss(${[list(n, (i) => `q${i}.${c}`), list(others, (i) => `${prefix}${i}`), `value.${c}`].filter(Boolean).join(', ')});`,
    ).join('\n    ');
  const head = `${lossFunction(loss, 'os_loss', [loss.loss], () => 'value')}
vec4 os_losses(${list(n, (i) => `vec4 q${i}`)}) {
  vec4 value;`;
  if (!isData) {
    return `${head}
    ${readNumbers('os_texel', 'Runs', '0', 'r', others)}
    ${each('r')}
    return value;
}`;
  }
  return operationsOf(loss.graph, [loss.loss]) > LONG_LOSS
    ? oneByOne(loss)
    : `${head}
  vec4 sum = vec4(0.0);
  for (int k = 0; k < samples; k++) {
    ${readNumbers('os_texel', 'Samples', `k * ${texelsFor(others)}`, 'c', others)}
    ${each('c')}
    sum += value;
  }
  return sum / float(samples);
}`;
}

/** A loss with more operations takes longer to compile four times over than its samples take to be read four times. */
const LONG_LOSS = 2 * TEXEL_READ_COST;

/** The same as `fourLosses`, one point after the other. */
function oneByOne(loss: LossProgram): string {
  const n = loss.parameters.length;
  const others = loss.others.length;
  return `${lossFunction(loss, 'os_loss', [loss.loss], () => 'value')}
vec4 os_losses(${list(n, (i) => `vec4 q${i}`)}) {
  vec4 losses;
  for (int k = 0; k < 4; k++) {
    ${Array.from({ length: n }, (_, i) => `float p${i} = q${i}[k];`).join(' ')}
    float sum = 0.0;
    for (int j = 0; j < samples; j++) {
      ${readNumbers('os_texel', 'Samples', `j * ${texelsFor(others)}`, 'c', others)}
      float value;
      os_loss(${[list(n, (i) => `p${i}`), list(others, (i) => `c${i}`), 'value'].filter(Boolean).join(', ')});
      sum += value;
    }
    losses[k] = sum / float(samples);
  }
  return losses;
}`;
}

/** The losses kernel: the full loss at rows of a trajectory, four rows a texel. Tables: State (the rows), Samples. */
export function lossesSource(loss: LossProgram, texelsPerRow: number): string {
  const n = loss.parameters.length;
  const fetches = COMPONENTS.map((c, k) => {
    const at = `min(first + ${k}, rows - 1) * ${texelsPerRow}`;
    return `{ ${readNumbers('os_row', 'State', at, 'a', n)} ${Array.from({ length: n }, (_, i) => `q${i}.${c} = a${i};`).join(' ')} }`;
  });
  return `${common}
${fourLosses(loss, true)}
void main() {
  int first = os_index(outWidth) * 4;
  if (first >= rows) { setOutput(vec4(0.0)); return; }
  vec4 ${list(n, (i) => `q${i}`)};
  ${fetches.join('\n  ')}
  setOutput(os_losses(${list(n, (i) => `q${i}`)}));
}`;
}

/**
 * The landscape kernel: the loss on a grid over a plane through parameter space, point = origin + u*along + v*up with u, v
 * from 0 to 1; four neighbours of a row a texel. Tables: Runs (constants) or Samples.
 */
export function landscapeSource(loss: LossProgram, isData: boolean): string {
  const n = loss.parameters.length;
  return `${common}
${fourLosses(loss, isData)}
void main() {
  int texel = os_index(outWidth);
  int perRow = (gridWidth + 3) / 4;
  int row = texel / perRow;
  int column = (texel - row * perRow) * 4;
  if (row >= gridHeight) { setOutput(vec4(0.0)); return; }
  vec4 u = (float(column) + vec4(0.0, 1.0, 2.0, 3.0)) / float(max(gridWidth - 1, 1));
  float v = float(row) / float(max(gridHeight - 1, 1));
  ${Array.from({ length: n }, (_, i) => `vec4 q${i} = vec4(origin[${i}] + v * up[${i}]) + u * along[${i}];`).join('\n  ')}
  setOutput(os_losses(${list(n, (i) => `q${i}`)}));
}`;
}
