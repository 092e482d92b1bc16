import { common } from '../shaders';
import { recordSize, type SweepLayout, type TimedTable } from './layout';
import type { SweepPlan } from './plan';
import { fullLoss, lossFunctions } from './shader.loss';
import { beginPixel, readTimed, updateRun } from './shader';
import { timedTable } from './tables';

/**
 * The sweep kernel that keeps the loss at the end alone, for function problems: the same updates and the same end as
 * shader.ts, without watching for anything on the way. Writes (loss, NaN, NaN, NaN).
 */
export function lossOnlySource(sweep: SweepPlan, layout: SweepLayout): string {
  return `${common}
${lossFunctions(sweep)}
void main() {
  ${beginPixel(sweep, layout)}
  float kept = 0.0;
  bool alive = true;
  ${pairedTable(layout) ? pairLoop(sweep, layout) : singleLoop(sweep, layout)}
  if (alive) kept = ${fullLoss(sweep, 's')};
  setOutput(vec4(kept, os_nan(), os_nan(), os_nan()));
}`;
}

/** A run that broke keeps the loss it broke with and goes on for nothing: software GPUs walk through every branch anyway. */
const LOOK = 'kept = mix(kept, value, alive); alive = alive && os_finite(value);';

function singleLoop(sweep: SweepPlan, layout: SweepLayout): string {
  return `for (int i = 0; i < updates; i++) {
    float value;
    ${layout.timed.map(readTimed).join('\n    ')}
    ${updateRun(sweep, LOOK)}
  }`;
}

/** The one table of an update, where two updates' numbers fit into a texel: reading it is half of an update's work. */
export function pairedTable({ timed }: SweepLayout): TimedTable | null {
  const [table, ...more] = timed;
  return table && more.length === 0 && table.along !== 'pixel' && recordSize(table) <= 2 ? table : null;
}

function pairLoop(sweep: SweepPlan, layout: SweepLayout): string {
  const table = pairedTable(layout);
  if (!table) throw new RangeError('no table holds two updates a texel');
  const record = { shared: '0', x: 'column', y: 'row', pixel: '0' }[table.along];
  const update = (components: readonly string[]) =>
    [...table.numbers.map(({ node }, i) => `float q${node} = both.${components[i] ?? 'x'};`), updateRun(sweep, LOOK)].join('\n    ');
  const read = `vec4 both = os_texel(${timedTable[table.along]}, first + (i >> 1));`;
  return `int first = ${record} * ((updates + 1) >> 1);
  int i = 0;
  for (; i + 1 < updates; i += 2) {
    ${read}
    { float value; ${update(['x', 'y'])} }
    { float value; ${update(['z', 'w'])} }
  }
  if (i < updates) {
    ${read}
    float value;
    ${update(['x', 'y'])}
  }`;
}
