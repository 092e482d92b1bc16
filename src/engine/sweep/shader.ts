import { glslOperand, glslStatements, type ParameterInputName, type NodeId, type StepProgram } from '../../formula';
import { readsNoise } from '../plan/parameterInputs';
import { common, constantCount, gradientArguments, readNumbers, stepStatements } from '../gpu/shaders';
import { texelsFor } from '../gpu/texels';
import { BATCH_NUMBERS, recordSize, type FixedNumber, type SweepLayout, type UpdateTable } from './layout';
import type { SweepPlan } from './plan';
import { declareKeptRows, endOfRun, keepRow, minimaStatements, recordOutOfReach } from './shader.end';
import { fullLoss, hasLossWithGradient, lossFunctions } from './shader.loss';
import { newtonStep } from './shader.newton';
import { fixedTable, updateTable } from './tables';
import { slotCount } from './keptRows';

/**
 * The sweep kernel: every fragment computes one run from start to end and writes its summary, one texel (summary.ts does
 * the same in TypeScript). Tables: layout.ts. Uniforms: the texels of this draw, `updates`, and the kept rows (keptRows.ts).
 */
export function sweepSource(sweep: SweepPlan, layout: SweepLayout): string {
  const isData = sweep.plan.kind === 'data';
  return `${common}
${lossFunctions(sweep)}
${newtonStep(sweep).functions}
void main() {
  int index = os_index(outWidth);
  if (index >= texels) { setOutput(vec4(0.0)); return; }
  int pixel = firstTexel + index;
  int row = pixel / gridWidth;
  int column = pixel - row * gridWidth;
  ${readFixed(layout, ['shared', 'x', 'y'])}
  ${beginRun(sweep)}
  ${minimaStatements(sweep)}
  ${declareKeptRows(sweep)}
  float value = ${isData ? fullLoss(sweep, 's') : '0.0'};
  float best = os_inf();
  bool alive = true;
  ${isData ? RECORD_LOSS : ''}
  // The updates run from one kept row to the next, without a branch in their loop: software GPUs execute every branch.
  int i = 0;
  for (int stop = 0; stop < ${slotCount}; stop++) {
    int end = stopRows[stop];
    for (; i < end && alive; i++) {
      ${recordOutOfReach(sweep)}
      ${layout.perUpdate.map(readPerUpdate).join('\n      ')}
      ${updateRun(sweep, RECORD_LOSS)}
    }
    ${keepRow(sweep)}
  }
  ${
    isData
      ? ''
      : `if (alive) {
    value = ${fullLoss(sweep, 's')};
    ${RECORD_LOSS}
    alive = alive && ${isFinite(sweep)};
  }`
  }
  ${endOfRun(sweep)}
}`;
}

/** Records the loss `value`. `mix` chooses without a branch; software GPUs execute both sides of a branch. */
const RECORD_LOSS = 'alive = os_finite(value); best = mix(best, min(best, value), alive);';

const isFinite = ({ plan }: SweepPlan): string => plan.parameters.map((_, i) => `os_finite(s${i})`).join(' && ');

/** Reads constants r0.., start o0.., minima found by Newton's method f0.., and coefficients q<node>. */
export function readFixed({ fixed }: SweepLayout, tables: readonly ('shared' | 'x' | 'y')[]): string {
  const records = { shared: '0', x: 'column', y: 'row' };
  return tables
    .filter((along) => fixed[along].length > 0)
    .map((along) => {
      const numbers = fixed[along];
      const prefix = `fixed_${along}`;
      const at = `${records[along]} * ${texelsFor(numbers.length)}`;
      const names = numbers.map((number, i) => `float ${nameOf(number)} = ${prefix}${i};`);
      return [readNumbers('os_texel', fixedTable[along], at, prefix, numbers.length), ...names].join('\n  ');
    })
    .join('\n  ');
}

function nameOf(number: FixedNumber): string {
  if (number.kind === 'parameterInput') return parameterInputName(number.name, number.index);
  return number.kind === 'coefficient'
    ? `q${number.node}`
    : `${{ constant: 'r', start: 'o', foundMinimum: 'f' }[number.kind]}${number.index}`;
}

/** Joins the fixed coefficients, and declares what `stepStatements` reads, with parameters and state at the start. */
export function beginRun({ plan, coefficients: { step, joinFixed } }: SweepPlan): string {
  const n = plan.parameters.length;
  const { graph, fixed } = step.coefficients;
  const constants = constantCount(plan);
  return [
    glslStatements(graph, joinFixed, 'q', coefficientInput(step.coefficients.graph)),
    ...fixed.map(({ from }, k) => `float r${constants + k} = q${from};`),
    ...parameterInputNames(step).map((name, k) => `float r${constants + fixed.length + k} = ${name};`),
    ...plan.parameters.map((_, i) => `float s${i} = o${i};`),
    ...step.states.flatMap(({ initial }, k) =>
      plan.parameters.map(
        (_, i) => `float s${n + k * n + i} = ${glslOperand(graph, initial, 'q', coefficientInput(graph))};`,
      ),
    ),
  ].join('\n  ');
}

const parameterInputName = (name: ParameterInputName, parameter: number): string => `input_${name}${parameter}`;

/** The parameter inputs that are read once per run, in the order of `fixedInputs`. */
const parameterInputNames = ({ parameterInputs }: StepProgram): string[] =>
  parameterInputs
    .filter(({ perUpdate }) => !perUpdate)
    .flatMap(({ name, nodes }) => nodes.map((_, i) => parameterInputName(name, i)));

const coefficientInput =
  (graph: { input(name: string): NodeId }) =>
  (name: string): string =>
    `q${graph.input(name)}`;

export function readPerUpdate(table: UpdateTable): string {
  const { along, numbers, noise, batches } = table;
  const size = recordSize(table);
  const record = { shared: 'i', x: 'column * updates + i', y: 'row * updates + i', pixel: 'index * updates + i' }[
    along
  ];
  const prefix = `update_${along}`;
  return [
    readNumbers('os_texel', updateTable[along], `(${record}) * ${texelsFor(size)}`, prefix, size),
    ...numbers.map(({ node }, i) => `float q${node} = ${prefix}${i};`),
    ...Array.from({ length: noise }, (_, i) => `float noise${i} = ${prefix}${numbers.length + i};`),
    ...(batches
      ? Array.from({ length: BATCH_NUMBERS }, (_, i) => `float batch${i} = ${prefix}${numbers.length + noise + i};`)
      : []),
  ].join('\n    ');
}

/**
 * One update and the recorded loss: for a function the loss before the update, for data the loss after it where an epoch
 * ends. The loss of a function is not finite where its parameters are not, so those are only checked at the end.
 * @param recordLoss statements that use the loss `value`
 */
export function updateRun(sweep: SweepPlan, recordLoss: string): string {
  const {
    plan,
    coefficients: { step, joinPerUpdate },
  } = sweep;
  const { graph, perUpdate } = step.coefficients;
  const isData = plan.kind === 'data';
  const hasLossAlready = hasLossWithGradient(sweep);
  const batch = isData ? [0, 1, 2, 3, 4].map((i) => `batch${i}`) : [];
  const noise = readsNoise(step) ? plan.parameters.map((_, i) => `noise${i}`) : [];
  const names = [...perUpdate.map(({ from }) => `q${from}`), ...noise, ...batch];
  return [
    glslStatements(graph, joinPerUpdate, 'q', coefficientInput(graph)),
    ...names.map((name, k) => `float u${k} = ${name};`),
    isData || hasLossAlready ? '' : `value = ${fullLoss(sweep, 's')};`,
    stepStatements(step, gradientArguments(plan, 'i + 1'), plan),
    hasLossAlready ? 'value = os_value;' : '',
    isData
      ? `if (batch5 > 0.5 || !(${isFinite(sweep)})) { value = ${fullLoss(sweep, 's')}; ${recordLoss} alive = alive && ${isFinite(sweep)}; }`
      : recordLoss,
  ].join('\n    ');
}
