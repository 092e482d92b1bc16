import { hessianOf, type NodeId } from '../../formula';
import { batchGradient, constantCount, lossFunction, readNumbers } from '../gpu/shaders';
import { texelsFor } from '../gpu/texels';
import type { SweepPlan } from './plan';

const names = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const floats = (list: readonly string[]): string[] => list.map((name) => `float ${name}`);
const outs = (list: readonly string[]): string[] => list.map((name) => `out float ${name}`);

/** Arguments of a loss function after the point: the constants of a function; for data none, samples are read there. */
const constantsOf = ({ plan }: SweepPlan, prefix: string): string[] => names(constantCount(plan), prefix);

/**
 * Whether loss and gradient are computed together, because they share most operations: possible where the rule of a
 * function problem takes its only gradient at the parameters themselves.
 */
export function hasLossWithGradient({ plan, coefficients: { step } }: SweepPlan): boolean {
  const [call, ...more] = step.calls;
  return (
    plan.kind === 'function' &&
    plan.training === plan.loss &&
    call !== undefined &&
    more.length === 0 &&
    call.point.every((node, i) => node === step.theta[i])
  );
}

/** The full loss at a point of the shader's variables prefix0.. */
export const fullLoss = (sweep: SweepPlan, prefix: string): string =>
  `os_full(${[...names(sweep.plan.parameters.length, prefix), ...constantsOf(sweep, 'r')].join(', ')})`;

/** Statements that declare gradient g0.. and the Hessian's lower triangle row by row, b0.., at a point. */
export function curvatureAt(sweep: SweepPlan, prefix: string): string {
  const n = sweep.plan.parameters.length;
  const results = [...names(n, 'g'), ...names((n * (n + 1)) / 2, 'b')];
  const args = [...names(n, prefix), ...constantsOf(sweep, 'r'), ...results];
  return `float ${results.join(', ')};
    os_curvature(${args.join(', ')});`;
}

/** Everything that the kernel asks of a loss: `os_gradient` or `os_batch` for the step, `os_full`, `os_curvature`. */
export function lossFunctions(sweep: SweepPlan): string {
  const { kind, loss, training } = sweep.plan;
  const triangle = hessianOf(loss).flatMap((row, i) => row.slice(0, i + 1));
  const point = names(loss.parameters.length, 'p');
  const constants = constantsOf(sweep, 'c');
  return [
    hasLossWithGradient(sweep)
      ? gradientWithLoss(sweep)
      : lossFunction(training, 'os_gradient', training.gradient, (i) => `g${i}`),
    kind === 'data' ? batchGradient(training) : '',
    fullFunction(sweep, 'os_mean', [loss.loss]),
    `float os_full(${floats([...point, ...constants]).join(', ')}) { float mean; os_mean(${[...point, ...constants, 'mean'].join(', ')}); return mean; }`,
    fullFunction(sweep, 'os_curvature', [...loss.gradient, ...triangle]),
  ].join('\n');
}

/** The gradient, which leaves the loss at the same point in `os_value`. */
function gradientWithLoss({ plan: { loss } }: SweepPlan): string {
  const ins = [...names(loss.parameters.length, 'p'), ...names(loss.others.length, 'c')];
  const gradient = names(loss.parameters.length, 'g');
  return `float os_value;
${lossFunction(loss, 'os_both', [loss.loss, ...loss.gradient], (i) => `value${i}`)}
void os_gradient(${[...floats(ins), ...outs(gradient)].join(', ')}) { os_both(${[...ins, 'os_value', ...gradient].join(', ')}); }`;
}

/** Results of the loss program at a point: of a function with its constants, of data their mean over all samples. */
function fullFunction({ plan: { kind, loss } }: SweepPlan, name: string, results: readonly NodeId[]): string {
  if (kind === 'function') return lossFunction(loss, name, results, (i) => `value${i}`);
  const point = names(loss.parameters.length, 'p');
  const columns = names(loss.others.length, 'c');
  const means = names(results.length, 'mean');
  const ones = names(results.length, 'one');
  return `${lossFunction(loss, `${name}_one`, results, (i) => `value${i}`)}
void ${name}(${[...floats(point), ...outs(means)].join(', ')}) {
  ${means.map((mean) => `${mean} = 0.0;`).join(' ')}
  for (int k = 0; k < samples; k++) {
    ${readNumbers('os_texel', 'Samples', `k * ${texelsFor(columns.length)}`, 'c', columns.length)}
    float ${ones.join(', ')};
    ${name}_one(${[...point, ...columns, ...ones].join(', ')});
    ${means.map((mean, i) => `${mean} += ${ones[i]};`).join(' ')}
  }
  ${means.map((mean) => `${mean} /= float(samples);`).join(' ')}
}`;
}
