import { glslOperand, glslStatements, type ParameterInputName, type NodeId, type StepProgram } from '../../formula';
import { readsNoise } from '../plan/parameterInputs';
import { common, gradientArguments, readNumbers, stepStatements } from '../gpu/shaders';
import { texelsFor } from '../gpu/texels';
import { BATCH_NUMBERS, recordSize, type FixedNumber, type SweepLayout, type TimedTable } from './layout';
import type { SweepPlan } from './plan';
import { declareKept, endOfRun, keepPoint, minimaStatements, noteAway } from './shader.end';
import { fullLoss, hasLossWithGradient, lossFunctions } from './shader.loss';
import { fixedTable, timedTable } from './tables';
import { slotCount } from './watch';

/**
 * The sweep kernel: every fragment walks one run from its start to its end and writes one texel about it (summary.ts does
 * the same in TypeScript). Tables: layout.ts. Uniforms: which texels this draw is of, `updates`, and what watch.ts keeps.
 */
export function sweepSource(sweep: SweepPlan, layout: SweepLayout): string {
  const isData = sweep.plan.data !== null;
  return `${common}
${lossFunctions(sweep)}
void main() {
  int index = os_index(outWidth);
  if (index >= texels) { setOutput(vec4(0.0)); return; }
  int pixel = firstTexel + index;
  int row = pixel / gridWidth;
  int column = pixel - row * gridWidth;
  ${readFixed(layout, ['shared', 'x', 'y'])}
  ${beginRun(sweep)}
  ${minimaStatements(sweep)}
  ${declareKept(sweep)}
  float value = ${isData ? fullLoss(sweep, 's') : '0.0'};
  float best = os_inf();
  bool alive = true;
  ${isData ? LOOK : ''}
  // From stop to stop, so that the loop of updates holds nothing else: software GPUs walk through every branch.
  int i = 0;
  for (int stop = 0; stop < ${slotCount}; stop++) {
    int end = stopRows[stop];
    for (; i < end && alive; i++) {
      ${noteAway(sweep)}
      ${layout.timed.map(readTimed).join('\n      ')}
      ${updateRun(sweep, LOOK)}
    }
    ${keepPoint(sweep)}
  }
  ${
    isData
      ? ''
      : `if (alive) {
    value = ${fullLoss(sweep, 's')};
    ${LOOK}
    alive = alive && ${isFinite(sweep)};
  }`
  }
  ${endOfRun(sweep)}
}`;
}

/** Takes in the loss that `value` is, of a run that is alive so far. `mix` picks without a branch, which software GPUs walk through. */
const LOOK = 'alive = os_finite(value); best = mix(best, min(best, value), alive);';

const isFinite = ({ plan }: SweepPlan): string => plan.parameters.map((_, i) => `os_finite(s${i})`).join(' && ');

/** Constants r0.., start o0.., found minima f0.., and numbers of the schedule q<node>. */
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
  if (number.kind === 'given') return givenName(number.name, number.index);
  return number.kind === 'schedule'
    ? `q${number.node}`
    : `${{ constant: 'r', start: 'o', found: 'f' }[number.kind]}${number.index}`;
}

/** What is joined once a run, the names that `stepStatements` reads, and parameters and state at the start. */
export function beginRun({ plan, split: { step, joinFixed } }: SweepPlan): string {
  const n = plan.parameters.length;
  const { graph, fixed } = step.coefficients;
  const constants = plan.data ? 0 : plan.loss.others.length;
  return [
    glslStatements(graph, joinFixed, 'q', scheduleInput(step.coefficients.graph)),
    ...fixed.map(({ from }, k) => `float r${constants + k} = q${from};`),
    ...givenNames(step).map((name, k) => `float r${constants + fixed.length + k} = ${name};`),
    ...plan.parameters.map((_, i) => `float s${i} = o${i};`),
    ...step.states.flatMap(({ initial }, k) =>
      plan.parameters.map(
        (_, i) => `float s${n + k * n + i} = ${glslOperand(graph, initial, 'q', scheduleInput(graph))};`,
      ),
    ),
  ].join('\n  ');
}

const givenName = (name: ParameterInputName, parameter: number): string => `given_${name}${parameter}`;

/** What is given once a run, in the order of `fixedInputs`. */
const givenNames = ({ parameterInputs }: StepProgram): string[] =>
  parameterInputs
    .filter(({ perUpdate }) => !perUpdate)
    .flatMap(({ name, nodes }) => nodes.map((_, i) => givenName(name, i)));

const scheduleInput =
  (graph: { input(name: string): NodeId }) =>
  (name: string): string =>
    `q${graph.input(name)}`;

export function readTimed(table: TimedTable): string {
  const { along, numbers, noise, batch } = table;
  const size = recordSize(table);
  const record = { shared: 'i', x: 'column * updates + i', y: 'row * updates + i', pixel: 'index * updates + i' }[
    along
  ];
  const prefix = `timed_${along}`;
  return [
    readNumbers('os_texel', timedTable[along], `(${record}) * ${texelsFor(size)}`, prefix, size),
    ...numbers.map(({ node }, i) => `float q${node} = ${prefix}${i};`),
    ...Array.from({ length: noise }, (_, i) => `float noise${i} = ${prefix}${numbers.length + i};`),
    ...(batch
      ? Array.from({ length: BATCH_NUMBERS }, (_, i) => `float batch${i} = ${prefix}${numbers.length + noise + i};`)
      : []),
  ].join('\n    ');
}

/**
 * One update, and a look at the loss: of a function at the point before it, of data after it where an epoch ends.
 * The loss of a function breaks with its parameters, so that they need no look of their own before the end.
 * @param look what is done with the loss once it is known
 */
export function updateRun(sweep: SweepPlan, look: string): string {
  const {
    plan,
    split: { step, joinTimed },
  } = sweep;
  const { graph, perUpdate } = step.coefficients;
  const isData = plan.data !== null;
  const rides = hasLossWithGradient(sweep);
  const batch = isData ? [0, 1, 2, 3, 4].map((i) => `batch${i}`) : [];
  const noise = readsNoise(step) ? plan.parameters.map((_, i) => `noise${i}`) : [];
  const names = [...perUpdate.map(({ from }) => `q${from}`), ...noise, ...batch];
  return [
    glslStatements(graph, joinTimed, 'q', scheduleInput(graph)),
    ...names.map((name, k) => `float u${k} = ${name};`),
    isData || rides ? '' : `value = ${fullLoss(sweep, 's')};`,
    stepStatements(step, gradientArguments(plan, 'i + 1'), isData),
    rides ? 'value = os_value;' : '',
    isData
      ? `if (batch5 > 0.5 || !(${isFinite(sweep)})) { value = ${fullLoss(sweep, 's')}; ${look} alive = alive && ${isFinite(sweep)}; }`
      : look,
  ].join('\n    ');
}
