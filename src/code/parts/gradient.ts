import type { Expression } from '../../formula';
import type { SpecialName } from '../../formula/syntax';
import { indent } from '../python/lines';
import type { RuleSubject } from '../subject/rule';
import type { Subject } from '../subject/subject';
import { batchLoss, microBatches, weightOf } from './batchLoss';
import type { Library } from './library';
import { readsTime } from './loss';
import { yieldedNames } from './order';
import { modifierLines } from './modifiers';

/** What `gradient` takes after the point: the update's number, its samples, the factors of hidden units. */
export function gradientArguments({ loss, modifiers }: Subject): string[] {
  const needsTime = modifiers.noise !== undefined || (loss.kind === 'function' && readsTime(loss));
  return [...(needsTime ? ['t'] : []), ...(loss.kind === 'data' && !loss.isWhole ? yieldedNames(loss) : [])];
}

/** The gradient of an update at any point, as Python, with what modifiers do to it. */
export function gradientLines(subject: Subject, library: Library): string[] {
  const { loss, rule, modifiers } = subject;
  const parts: Record<Library['dialect'], () => { before: string[]; body: string[] }> = {
    torch: () => torchGradient(subject, library),
    jax: () => jaxGradient(subject, library),
    keras: () => kerasGradient(subject, library),
  };
  const { before, body } = parts[library.dialect]();
  return [
    ...before,
    `def gradient(${['p', ...gradientArguments(subject)].join(', ')}):`,
    `    """The gradient at p that an update is made from${loss.kind === 'data' ? ': over its samples' : ''}."""`,
    ...indent(body),
    ...indent(modifiers.noise ? ['noise = noises[t - 1]'] : []),
    ...indent(modifierLines(rule, library, 'g')),
    '    return g',
  ];
}

/** The loss whose gradient `gradient` gives without modifiers, as Python; nothing if the rule reads neither it nor its curvature. */
export function updateLossLines(subject: Subject, library: Library): string[] {
  const { loss, rule } = subject;
  if (!readsUpdateLoss(rule)) return [];
  const head = [
    `def update_loss(${['p', ...gradientArguments(subject)].join(', ')}):`,
    `    """The loss at p that an update descends${loss.kind === 'data' ? ': over its samples' : ''}."""`,
  ];
  if (loss.kind === 'function') return [...head, `    return loss_at(p${lossArguments(subject)})`];
  const { loop, rows, factors } = microBatches(loss, library);
  const formula = batchLoss(loss, library, { point: 'p', rows, factors });
  return [
    ...head,
    ...indent(
      loop === null ? [`return ${formula}`] : ['total = 0.0', loop, `    total = total + ${formula}`, 'return total'],
    ),
  ];
}

/** Whether a rule has a function that is computed from `update_loss`. */
export const readsUpdateLoss = (rule: Pick<RuleSubject, 'lines'>): boolean =>
  readsSpecial(rule, 'loss', 'hvp', 'diag_hessian', 'solve_hessian');

/** Whether a rule has one of these functions. */
export function readsSpecial({ lines }: Pick<RuleSubject, 'lines'>, ...names: readonly SpecialName[]): boolean {
  const reads = (expression: Expression): boolean =>
    (expression.kind === 'special' && names.includes(expression.name)) ||
    ('args' in expression && expression.args.some(reads));
  return lines.some(({ expression }) => reads(expression));
}

const lossArguments = ({ loss }: Subject): string => (loss.kind === 'function' && readsTime(loss) ? ', t' : '');

function torchGradient(subject: Subject, library: Library): { before: string[]; body: string[] } {
  const { loss } = subject;
  const point = 'point = p.detach().clone().requires_grad_()';
  if (loss.kind === 'function')
    return { before: [], body: [point, `loss_at(point${lossArguments(subject)}).backward()`, 'g = point.grad'] };
  const { loop, rows, factors } = microBatches(loss, library);
  const backward = `(${batchLoss(loss, library, { point: 'point', rows, factors })}).backward()`;
  return { before: [], body: [point, ...(loop === null ? [backward] : [loop, `    ${backward}`]), 'g = point.grad'] };
}

function jaxGradient(subject: Subject, library: Library): { before: string[]; body: string[] } {
  const { loss } = subject;
  if (loss.kind === 'function')
    return { before: ['slope = jax.jit(jax.grad(loss_at))', '', ''], body: [`g = slope(p${lossArguments(subject)})`] };
  const { loop, rows, factors } = microBatches(loss, library);
  const { isSum, divisor } = weightOf(loss);
  const total = isSum ? library.sum : library.mean;
  const names = loss.dropout ? 'p, rows, factors' : 'p, rows';
  const before = [
    '@jax.jit',
    '@jax.grad',
    `def slope(${names}):`,
    `    return ${total(`${loss.dropout ? 'training_losses' : 'sample_losses'}(${names})`)}`,
    '',
    '',
  ];
  const one = `slope(p, ${rows}${loss.dropout ? `, ${factors}` : ''})${divisor === null ? '' : `/${divisor}`}`;
  return { before, body: loop === null ? [`g = ${one}`] : ['g = 0.0', loop, `    g = g + ${one}`] };
}

function kerasGradient(subject: Subject, library: Library): { before: string[]; body: string[] } {
  const { loss } = subject;
  const tape = (formula: string, sum: string) => [
    'with tf.GradientTape() as tape:',
    '    tape.watch(p)',
    `    loss = ${formula}`,
    `g = ${sum}tape.gradient(loss, p)`,
  ];
  const point = 'p = ops.convert_to_tensor(p)';
  if (loss.kind === 'function')
    return { before: [], body: [point, ...tape(`loss_at(p${lossArguments(subject)})`, '')] };
  const { loop, rows, factors } = microBatches(loss, library);
  const formula = batchLoss(loss, library, { point: 'p', rows, factors });
  return {
    before: [],
    body: [point, ...(loop === null ? tape(formula, '') : ['g = 0.0', loop, ...indent(tape(formula, 'g + '))])],
  };
}
