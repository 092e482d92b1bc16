import { fixedInputs, updateInputs, type LossProgram, type StepProgram } from '../../../formula';
import { derivativeProgram } from '../../../formula/curvature';
import {
  batchRange,
  BATCH_FIELDS,
  callResults,
  callSize,
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
 * Two-pass updates, for models whose gradient is so large that every fragment of the trajectory kernel would take long to
 * compute it again. Each gradient call is a draw in which a fragment sums four components over one slice of the batch;
 * another draw makes the new row from the sums. Tables: those of `trajectorySource`, where row `before` of State is the one
 * to continue from, and Gradient0.. with the results of this update's calls. No draw writes more than it must, because
 * a software GPU executes a whole shader for every fragment, whatever its branches skip.
 */

/** Texels that hold the numbers of a call, four each. */
export const gradientTexels = (step: StepProgram): number => texelsFor(callSize(step));

/** Reads r0.. of the run, u0.. of the update, and s0.. of the row before it. */
function readUpdateInputs(step: StepProgram): string {
  const fixed = fixedInputs(step).length;
  const numbers = updateInputs(step).length + BATCH_FIELDS;
  const { parameters, states, texels } = rowLayout(step, true);
  return `${readNumbers('os_texel', 'Runs', `run * ${texelsFor(fixed)}`, 'r', fixed)}
  ${readNumbers('os_texel', 'Coefficients', `(run * updates + update) * ${texelsFor(numbers)}`, 'u', numbers)}
  ${readNumbers('os_row', 'State', `(before * runs + run) * ${texels}`, 's', parameters + states)}`;
}

/** Sums the slices of the first calls into d0_0.., with the rule's statements up to the next call. */
function statementsUpToCall(step: StepProgram, calls: number): string {
  const texelCount = gradientTexels(step);
  const { statements } = stepTexts(step, 0);
  const gradients = Array.from(
    { length: calls },
    (_, k) => `vec4 ${list(texelCount, (texel) => `e${k}_${texel} = vec4(0.0)`)};
  for (int slice = 0; slice < batchSlices; slice++) {
    ${Array.from({ length: texelCount }, (__, texel) => `e${k}_${texel} += os_row(Gradient${k}, (run * ${texelCount} + ${texel}) * batchSlices + slice);`).join('\n    ')}
  }
  ${Array.from({ length: callSize(step) }, (__, i) => `float d${k}_${i} = ${component(`e${k}_`, i)};`).join(' ')}`,
  );
  return statements
    .slice(0, calls + 1)
    .map((text, k) => `${gradients[k - 1] ?? ''}\n${text}`)
    .join('\n');
}

/**
 * The gradient kernel: each texel holds four components of the gradient, after which comes the loss if the rule reads it, or of
 * another derivative, summed over one slice of the batch.
 * @param training the training loss
 * @param call which of the rule's calls
 */
export function gradientSource(training: LossProgram, step: StepProgram, call: number): string {
  const { of = 'gradient' } = step.calls[call] ?? {};
  const loss = derivativeProgram(training, of);
  const n = loss.parameters.length;
  const texelCount = gradientTexels(step);
  const resultNodes = callResults(training, step, of);
  const results = resultNodes.length;
  const columns = loss.others.length;
  const [start = '', tailStart = '', end = '', head = '', tail = ''] = batchRange(step);
  const args = [list(n, (i) => `p${i}`), list(columns, (i) => `c${i}`), list(results, (i) => `g${i}`)];
  const point = stepTexts(step, 0).points[call] ?? [];
  return `${common}
${lossFunction(loss, 'os_gradient', resultNodes, (i) => `g${i}`)}
void main() {
  int index = os_index(outWidth);
  int slice = index % batchSlices;
  int texel = (index / batchSlices) % ${texelCount};
  int run = index / (batchSlices * ${texelCount});
  if (run >= runs) { setOutput(vec4(0.0)); return; }
  ${readUpdateInputs(step)}
  ${statementsUpToCall(step, call)}
  ${point.map((value, i) => `float p${i} = ${value};`).join('\n')}
  vec4 sum = vec4(0.0);
  int last = int(${end});
  int firstTail = int(${tailStart});
  for (int visit = int(${start}) + slice; visit < last; visit += batchSlices) {
    ${readNumbers('os_texel', 'Data', `visit * ${texelsFor(columns)}`, 'c', columns)}
    float ${list(results, (i) => `g${i}`)};
    os_gradient(${args.filter(Boolean).join(', ')});
    sum += (visit < firstTail ? ${head} : ${tail}) * ${selectTexel(texelCount, (i) => (i < results ? `g${i}` : '0.0'))};
  }
  setOutput(sum);
}`;
}

/** An expression for the texel with the number `texel`, of the numbers that `name` names. */
function selectTexel(texels: number, name: (i: number) => string): string {
  const text = (texel: number) => `vec4(${list(4, (j) => name(4 * texel + j))})`;
  const others = Array.from({ length: texels - 1 }, (_, texel) => texel);
  return `(${others.map((texel) => `texel == ${texel} ? ${text(texel)} : `).join('')}${text(texels - 1)})`;
}

/** The update kernel: the row after an update, from the row before it and the gradients. A row that is not finite is copied. */
export function updateSource(step: StepProgram): string {
  const { parameters, states, texels } = rowLayout(step, true);
  const { next } = stepTexts(step, 0);
  return `${common}
void main() {
  int index = os_index(outWidth);
  int run = index / ${texels};
  int texel = index - run * ${texels};
  if (run >= runs) { setOutput(vec4(0.0)); return; }
  ${readUpdateInputs(step)}
  ${statementsUpToCall(step, step.calls.length)}
  bool alive = ${Array.from({ length: parameters }, (_, i) => `os_finite(s${i})`).join(' && ')};
  vec4 kept = os_row(State, (before * runs + run) * ${texels} + texel);
  setOutput(alive ? ${selectTexel(texels, (i) => (i < parameters + states ? (next[i] ?? '0.0') : '0.0'))} : kept);
}`;
}

/** Rows that one draw merges into a chunk: WebGL 2 guarantees that a shader may read this many textures. */
export const MAX_MERGED_ROWS = 16;

/** The name of the table of row number `i` of a chunk. */
export const rowTable = (i: number): string => `Row${i}`;

/** The rows kernel: merges rows of single updates into the table that the trajectory kernel would have written. */
export function rowsSource(texels: number): string {
  const later = Array.from({ length: MAX_MERGED_ROWS - 1 }, (_, i) => i + 1);
  return `${common}
void main() {
  int index = os_index(outWidth);
  int myRow = index / (runs * ${texels});
  int at = index - myRow * runs * ${texels};
  vec4 row = os_row(${rowTable(0)}, at);
  ${later.map((i) => `if (myRow == ${i}) row = os_row(${rowTable(i)}, at);`).join('\n  ')}
  setOutput(row);
}`;
}
