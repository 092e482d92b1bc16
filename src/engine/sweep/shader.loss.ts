import { readsLoss } from '../../formula';
import { callFunctions, constantCount, lossFunction, readNumbers } from '../gpu/shaders';
import { texelsFor } from '../gpu/texels';
import type { SweepPlan } from './plan';

export const names = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
export const floats = (list: readonly string[]): string[] => list.map((name) => `float ${name}`);
export const outs = (list: readonly string[]): string[] => list.map((name) => `out float ${name}`);

/** Arguments of a loss function after the point: the constants of a function; for data none, samples are read there. */
export const constantsOf = ({ plan }: SweepPlan, prefix: string): string[] => names(constantCount(plan), prefix);

/**
 * Whether loss and gradient are computed together, because they share most operations: possible where the rule of a
 * function problem takes its only gradient at the parameters themselves, and does not read the loss itself.
 */
export function hasLossWithGradient({ plan, coefficients: { step } }: SweepPlan): boolean {
  const [call, ...more] = step.calls;
  return (
    plan.kind === 'function' &&
    plan.training === plan.loss &&
    call?.of === 'gradient' &&
    more.length === 0 &&
    !readsLoss(step) &&
    call.point.every((node, i) => node === step.theta[i])
  );
}

/** The full loss at a point of the shader's variables prefix0.. */
export const fullLoss = (sweep: SweepPlan, prefix: string): string =>
  `os_full(${[...names(sweep.plan.parameters.length, prefix), ...constantsOf(sweep, 'r')].join(', ')})`;

/** What every kernel asks of a loss: `os_gradient` or `os_batch` for the step, and `os_full`. */
export function lossFunctions(sweep: SweepPlan): string {
  const { kind, loss } = sweep.plan;
  const { step } = sweep.coefficients;
  const point = names(loss.parameters.length, 'p');
  const constants = constantsOf(sweep, 'c');
  return [
    callFunctions(sweep.plan, step, hasLossWithGradient(sweep) ? gradientWithLoss(sweep) : undefined),
    lossFunction(loss, 'os_loss', [loss.loss], () => 'value'),
    `float os_full(${floats([...point, ...constants]).join(', ')}) {
  float sum = 0.0;
  ${forEverySample(sweep, (others) => `float value; os_loss(${[...point, ...others, 'value'].join(', ')}); sum += value;`)}
  return sum${kind === 'data' ? ' / float(samples)' : ''};
}`,
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

/** Statements once for every sample, given the names of its columns; for a function once, given those of its constants. */
export function forEverySample(sweep: SweepPlan, statements: (others: readonly string[]) => string): string {
  if (sweep.plan.kind === 'function') return statements(constantsOf(sweep, 'c'));
  const columns = names(sweep.plan.loss.others.length, 'c');
  return `for (int k = 0; k < samples; k++) {
    ${readNumbers('os_texel', 'Samples', `k * ${texelsFor(columns.length)}`, 'c', columns.length)}
    ${statements(columns)}
  }`;
}
