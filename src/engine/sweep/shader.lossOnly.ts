import { fixedInputs } from '../../formula';
import { common, list } from '../gpu/shaders';
import { recordSize, RUNS_PER_TEXEL, type SweepLayout, type TimedTable } from './layout';
import type { SweepPlan } from './plan';
import { beginRun, readFixed, readTimed, updateRun } from './shader';
import { fullLoss, lossFunctions } from './shader.loss';
import { timedTable } from './tables';

/** Neighbours in a row: what is read along the rows or for all runs is read once for them. */
const runs = Array.from({ length: RUNS_PER_TEXEL }, (_, k) => `run${k}`);

/**
 * The sweep kernel that keeps the loss at the end alone, for function problems: the same updates and the same end as
 * shader.ts, without watching for anything on the way. A fragment walks four runs of a row and writes their losses: reading
 * what an update needs takes as long as half of one, and the four read it together.
 */
export function lossOnlySource(sweep: SweepPlan, layout: SweepLayout): string {
  const names = namesOf(sweep, layout);
  const paired = pairedTable(layout);
  const unpack = [...names.numbers, ...names.state].map((name) => `float ${name} = run.${name};`).join(' ');
  return `${common}
${lossFunctions(sweep)}
struct os_Run { float ${[...names.numbers, ...names.state].join(', ')}, kept; };
// A run that broke keeps the loss it broke with and goes on for nothing: software GPUs walk through every branch anyway.
void os_update(inout os_Run run${names.timed.map((name) => `, float ${name}`).join('')}, int i) {
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

/** Whether a sweep can be had so: not of data, nor where an update needs numbers of every run for itself. */
export const hasLossOnly = ({ plan }: SweepPlan, { timed }: SweepLayout): boolean =>
  plan.data === null && timed.every(({ along }) => along !== 'pixel');

/** Past the end of a row the last run is walked again. */
const columnOf = (k: number): string => `min(left + ${k}, gridWidth - 1)`;

/** What a run holds: numbers that stay, and parameters and state; and what an update is given. */
function namesOf({ plan, split: { step, joinFixed } }: SweepPlan, { fixed, timed }: SweepLayout) {
  const handed = Object.values(fixed).flatMap((numbers) =>
    numbers.flatMap((number) => (number.kind === 'schedule' ? [number.node] : [])),
  );
  const constants = plan.loss.others.length + fixedInputs(step).length;
  return {
    numbers: [
      ...Array.from({ length: constants }, (_, i) => `r${i}`),
      ...[...handed, ...joinFixed].map((node) => `q${node}`),
    ],
    state: Array.from({ length: plan.parameters.length * (1 + step.states.length) }, (_, i) => `s${i}`),
    timed: timed.flatMap(timedNames),
  };
}

/** What an update reads from a table. */
const timedNames = ({ numbers, noise }: TimedTable): string[] => [
  ...numbers.map(({ node }) => `q${node}`),
  ...Array.from({ length: noise }, (_, i) => `noise${i}`),
];

function singleLoop({ timed }: SweepLayout): string {
  const read = (isOwn: boolean) =>
    timed
      .filter(({ along }) => (along === 'x') === isOwn)
      .map(readTimed)
      .join('\n    ');
  const numbers = timed
    .flatMap(timedNames)
    .map((name) => `, ${name}`)
    .join('');
  return `for (int i = 0; i < updates; i++) {
    ${read(false)}
    ${runs.map((run, k) => `{ int column = ${columnOf(k)}; ${read(true)} os_update(${run}${numbers}, i); }`).join('\n    ')}
  }`;
}

/** The one table of an update, where two updates' numbers fit into a texel. */
export function pairedTable({ timed }: SweepLayout): TimedTable | null {
  const [table, ...more] = timed;
  return table && more.length === 0 && table.along !== 'pixel' && table.noise === 0 && recordSize(table) <= 2
    ? table
    : null;
}

/** Runs take turns at every update: an update is a chain of operations each of which waits for the one before it. */
function pairLoop({ numbers, along }: TimedTable): string {
  const record = (k: number) => (along === 'x' ? columnOf(k) : along === 'y' ? 'row' : '0');
  const texel = (k: number) => (along === 'x' ? `both${k}` : 'both');
  const readers = along === 'x' ? [...runs.keys()] : [0];
  const read = readers
    .map((k) => `vec4 ${texel(k)} = os_texel(${timedTable[along]}, ${record(k)} * ((updates + 1) >> 1) + (i >> 1));`)
    .join('\n    ');
  const update = (components: string, i: string) =>
    runs
      .map(
        (run, k) =>
          `os_update(${run}${numbers.map((_, j) => `, ${texel(k)}.${components.charAt(j)}`).join('')}, ${i});`,
      )
      .join(' ');
  return `int i = 0;
  for (; i + 1 < updates; i += 2) {
    ${read}
    ${update('xy', 'i')}
    ${update('zw', 'i + 1')}
  }
  if (i < updates) {
    ${read}
    ${update('xy', 'i')}
  }`;
}
