import { fixedInputs } from '../../formula';
import { common, list } from '../gpu/shaders';
import { recordSize, RUNS_PER_TEXEL, type SweepLayout, type UpdateTable } from './layout';
import type { SweepPlan } from './plan';
import { beginRun, readFixed, readPerUpdate, updateRun } from './shader';
import { fullLoss, lossFunctions } from './shader.loss';
import { updateTable } from './tables';

/** Names of the runs of a fragment: neighbours in a row, so that they share what is read for their row or for all runs. */
const runs = Array.from({ length: RUNS_PER_TEXEL }, (_, k) => `run${k}`);

/**
 * The sweep kernel that keeps only the loss at the end, for function problems: the same updates as shader.ts, without a
 * summary. A fragment computes four runs of a row and writes their losses. Reading the numbers of an update takes half as
 * long as the update itself, and the four runs share it.
 */
export function lossOnlySource(sweep: SweepPlan, layout: SweepLayout): string {
  const names = namesOf(sweep, layout);
  const paired = pairedTable(layout);
  const unpack = [...names.numbers, ...names.state].map((name) => `float ${name} = run.${name};`).join(' ');
  return `${common}
${lossFunctions(sweep)}
struct os_Run { float ${[...names.numbers, ...names.state].join(', ')}, kept; };
// A diverged run keeps its first loss that is not finite and goes on in vain: software GPUs execute every branch anyway.
void os_update(inout os_Run run${names.perUpdate.map((name) => `, float ${name}`).join('')}, int i) {
  ${unpack}
  float value;
  ${updateRun(sweep, 'run.kept = mix(run.kept, value, os_finite(run.kept));')}
  ${names.state.map((name) => `run.${name} = ${name};`).join(' ')}
}
float os_end(os_Run run) {
  ${unpack}
  return mix(run.kept, ${fullLoss(sweep, 's')}, os_finite(run.kept));
}
void main() {
  int index = os_index(outWidth);
  if (index >= texels) { setOutput(vec4(0.0)); return; }
  int perRow = (gridWidth + ${RUNS_PER_TEXEL - 1}) / ${RUNS_PER_TEXEL};
  int row = (firstTexel + index) / perRow;
  int left = (firstTexel + index - row * perRow) * ${RUNS_PER_TEXEL};
  ${readFixed(layout, ['shared', 'y'])}
  os_Run ${runs.join(', ')};
  ${runs
    .map(
      (run, k) => `{
    int column = ${columnOf(k)};
    ${readFixed(layout, ['x'])}
    ${beginRun(sweep)}
    ${[...names.numbers, ...names.state].map((name) => `${run}.${name} = ${name};`).join(' ')}
    ${run}.kept = 0.0;
  }`,
    )
    .join('\n  ')}
  ${paired ? pairLoop(paired) : singleLoop(layout)}
  setOutput(vec4(${list(RUNS_PER_TEXEL, (k) => `os_end(run${k})`)}));
}`;
}

/** Whether this kernel can compute a sweep: not for data, nor where coefficients are computed for each run. */
export const hasLossOnly = ({ plan }: SweepPlan, { perUpdate }: SweepLayout): boolean =>
  plan.kind === 'function' && perUpdate.every(({ along }) => along !== 'pixel');

/** Past the end of a row the last run is repeated. */
const columnOf = (k: number): string => `min(left + ${k}, gridWidth - 1)`;

/** Names of what a run holds (fixed numbers, parameters and state) and of what an update reads. */
function namesOf({ plan, coefficients: { step, joinFixed } }: SweepPlan, { fixed, perUpdate }: SweepLayout) {
  const fixedNodes = Object.values(fixed).flatMap((numbers) =>
    numbers.flatMap((number) => (number.kind === 'coefficient' ? [number.node] : [])),
  );
  const constants = plan.loss.others.length + fixedInputs(step).length;
  return {
    numbers: [
      ...Array.from({ length: constants }, (_, i) => `r${i}`),
      ...[...fixedNodes, ...joinFixed].map((node) => `q${node}`),
    ],
    state: Array.from({ length: plan.parameters.length * (1 + step.states.length) }, (_, i) => `s${i}`),
    perUpdate: perUpdate.flatMap(updateNames),
  };
}

/** Names of what an update reads from a table. */
const updateNames = ({ numbers, noise }: UpdateTable): string[] => [
  ...numbers.map(({ node }) => `q${node}`),
  ...Array.from({ length: noise }, (_, i) => `noise${i}`),
];

function singleLoop({ perUpdate }: SweepLayout): string {
  const read = (isOwn: boolean) =>
    perUpdate
      .filter(({ along }) => (along === 'x') === isOwn)
      .map(readPerUpdate)
      .join('\n    ');
  const numbers = perUpdate
    .flatMap(updateNames)
    .map((name) => `, ${name}`)
    .join('');
  return `for (int i = 0; i < updates; i++) {
    ${read(false)}
    ${runs.map((run, k) => `{ int column = ${columnOf(k)}; ${read(true)} os_update(${run}${numbers}, i); }`).join('\n    ')}
  }`;
}

/** The only update table, if the numbers of two updates fit into one of its texels. */
export function pairedTable({ perUpdate }: SweepLayout): UpdateTable | null {
  const [table, ...more] = perUpdate;
  return table && more.length === 0 && table.along !== 'pixel' && table.noise === 0 && recordSize(table) <= 2
    ? table
    : null;
}

/** Updates between two tests of a loop: a software GPU merges the state of all runs at every test. */
const UNROLLED = 4;

/** The runs alternate at every update, because the operations of one update wait for each other. */
function pairLoop({ numbers, along }: UpdateTable): string {
  const record = (k: number) => (along === 'x' ? columnOf(k) : along === 'y' ? 'row' : '0');
  const texel = (k: number) => (along === 'x' ? `both${k}` : 'both');
  const readers = along === 'x' ? [...runs.keys()] : [0];
  const read = (i: string) =>
    readers
      .map((k) => `${texel(k)} = os_texel(${updateTable[along]}, ${record(k)} * ((updates + 1) >> 1) + (${i} >> 1));`)
      .join('\n    ');
  const update = (components: string, i: string) =>
    runs
      .map(
        (run, k) =>
          `os_update(${run}${numbers.map((_, j) => `, ${texel(k)}.${components.charAt(j)}`).join('')}, ${i});`,
      )
      .join(' ');
  const pair = (i: string) => [read(i), update('xy', i), update('zw', `${i} + 1`)].join('\n    ');
  return `vec4 ${readers.map(texel).join(', ')};
  int i = 0;
  for (; i + ${UNROLLED - 1} < updates; i += ${UNROLLED}) {
    ${Array.from({ length: UNROLLED / 2 }, (_, k) => pair(`i + ${2 * k}`)).join('\n    ')}
  }
  for (; i < updates; i++) {
    ${read('i')}
    ${readers.map((k) => `if ((i & 1) == 1) ${texel(k)}.xy = ${texel(k)}.zw;`).join(' ')}
    ${update('xy', 'i')}
  }`;
}
