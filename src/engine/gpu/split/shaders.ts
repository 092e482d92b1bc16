import { fixedInputs, updateInputs, type LossProgram, type StepProgram } from '../../../formula';
import {
  batchRange,
  BATCH_FIELDS,
  common,
  component,
  list,
  lossFunction,
  readNumbers,
  rowLayout,
  stepTexts,
} from '../shaders';
import { texelsFor } from '../texels';

/*
 * Updates one by one, for models of which a fragment of the trajectory kernel would compute all of a large gradient again:
 * a draw for each gradient that the rule asks for, in which every fragment adds up four components over a slice of the
 * batch, and a draw that makes the new row of them. Tables as in `trajectorySource`, where State has the row to go on from as
 * its row `before`; and Gradient0.. with what the calls of this update have given. A draw writes no more than is new: a
 * software GPU computes all of a shader for every fragment, whatever its branches skip.
 */

/** Texels of a gradient: four components each. */
const partsOf = (step: StepProgram): number => texelsFor(step.parameterCount);

/** The numbers that belong to `run` at `update`, and its row s0.. */
function readings(step: StepProgram): string {
  const fixed = fixedInputs(step).length;
  const numbers = updateInputs(step).length + BATCH_FIELDS;
  const { parameters, states, texels } = rowLayout(step, true);
  return `${readNumbers('os_texel', 'Runs', `run * ${texelsFor(fixed)}`, 'r', fixed)}
  ${readNumbers('os_texel', 'Schedule', `(run * updates + update) * ${texelsFor(numbers)}`, 'u', numbers)}
  ${readNumbers('os_row', 'State', `(before * runs + run) * ${texels}`, 's', parameters + states)}`;
}

/** The gradients of the first calls as d0_0.., their slices added up, and the statements up to and with those after the last. */
function upToCall(step: StepProgram, calls: number): string {
  const parts = partsOf(step);
  const { statements } = stepTexts(step, 0);
  const gradients = Array.from(
    { length: calls },
    (_, k) => `vec4 ${list(parts, (part) => `e${k}_${part} = vec4(0.0)`)};
  for (int slice = 0; slice < slices; slice++) {
    ${Array.from({ length: parts }, (__, part) => `e${k}_${part} += os_row(Gradient${k}, (run * ${parts} + ${part}) * slices + slice);`).join('\n    ')}
  }
  ${Array.from({ length: step.parameterCount }, (__, i) => `float d${k}_${i} = ${component(`e${k}_`, i)};`).join(' ')}`,
  );
  return statements
    .slice(0, calls + 1)
    .map((text, k) => `${gradients[k - 1] ?? ''}\n${text}`)
    .join('\n');
}

/**
 * The gradient kernel: for call number `call` of an update, four components summed over a slice of a run's batch a texel.
 * @param loss what the updates descend
 */
export function gradientSource(loss: LossProgram, step: StepProgram, call: number): string {
  const n = step.parameterCount;
  const parts = partsOf(step);
  const columns = loss.others.length;
  const [start = '', split = '', end = '', head = '', tail = ''] = batchRange(step);
  const args = [list(n, (i) => `p${i}`), list(columns, (i) => `c${i}`), list(n, (i) => `g${i}`)];
  const point = stepTexts(step, 0).points[call] ?? [];
  return `${common}
${lossFunction(loss, 'os_gradient', loss.gradient, (i) => `g${i}`)}
void main() {
  int index = os_index(outWidth);
  int slice = index % slices;
  int part = (index / slices) % ${parts};
  int run = index / (slices * ${parts});
  if (run >= runs) { setOutput(vec4(0.0)); return; }
  ${readings(step)}
  ${upToCall(step, call)}
  ${point.map((value, i) => `float p${i} = ${value};`).join('\n')}
  vec4 sum = vec4(0.0);
  int last = int(${end});
  int middle = int(${split});
  for (int visit = int(${start}) + slice; visit < last; visit += slices) {
    ${readNumbers('os_texel', 'Data', `visit * ${texelsFor(columns)}`, 'c', columns)}
    float ${list(n, (i) => `g${i}`)};
    os_gradient(${args.filter(Boolean).join(', ')});
    sum += (visit < middle ? ${head} : ${tail}) * ${chosen(parts, (i) => (i < n ? `g${i}` : '0.0'))};
  }
  setOutput(sum);
}`;
}

/** Texel number `part` of many, by what their numbers are called. */
function chosen(texels: number, name: (i: number) => string): string {
  const texel = (part: number) => `vec4(${list(4, (j) => name(4 * part + j))})`;
  const others = Array.from({ length: texels - 1 }, (_, part) => part);
  return `(${others.map((part) => `part == ${part} ? ${texel(part)} : `).join('')}${texel(texels - 1)})`;
}

/** The update kernel: the row that the gradients make of the one before. A run that broke stays as it broke. */
export function updateSource(step: StepProgram): string {
  const { parameters, states, texels } = rowLayout(step, true);
  const { next } = stepTexts(step, 0);
  return `${common}
void main() {
  int index = os_index(outWidth);
  int run = index / ${texels};
  int part = index - run * ${texels};
  if (run >= runs) { setOutput(vec4(0.0)); return; }
  ${readings(step)}
  ${upToCall(step, step.calls.length)}
  bool alive = ${Array.from({ length: parameters }, (_, i) => `os_finite(s${i})`).join(' && ')};
  vec4 kept = os_row(State, (before * runs + run) * ${texels} + part);
  setOutput(alive ? ${chosen(texels, (i) => (i < parameters + states ? (next[i] ?? '0.0') : '0.0'))} : kept);
}`;
}

/** Rows that are put together into a chunk: as many as there are textures that a shader may read everywhere. */
export const ROWS_TOGETHER = 16;

/** The name of the table of row number `i` of a chunk. */
export const rowTable = (i: number): string => `Row${i}`;

/** The rows kernel: rows that were made one by one, as the trajectory kernel would have written them. */
export function rowsSource(texels: number): string {
  const later = Array.from({ length: ROWS_TOGETHER - 1 }, (_, i) => i + 1);
  return `${common}
void main() {
  int index = os_index(outWidth);
  int mine = index / (runs * ${texels});
  int at = index - mine * runs * ${texels};
  vec4 row = os_row(${rowTable(0)}, at);
  ${later.map((i) => `if (mine == ${i}) row = os_row(${rowTable(i)}, at);`).join('\n  ')}
  setOutput(row);
}`;
}
