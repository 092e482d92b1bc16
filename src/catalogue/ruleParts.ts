import type { LocalName } from './types';

/*
 * Update rules put together from parts, in the language of docs/formula-language.md. A rule has one part in each slot. The
 * gradient `g` is taken, penalized and clipped; momentum makes the direction `u` of it, which scaling changes; the parameters are
 * decayed, and the step is taken.
 */

/** Where parts stand, in the order in which they act. */
export const partSlots = ['gradient', 'penalty', 'clipping', 'momentum', 'scaling', 'decay'] as const;
export type PartSlot = (typeof partSlots)[number];

/** A few lines of a rule, with the hyperparameters and states that they read. */
export interface RulePart {
  readonly id: string;
  readonly name: LocalName;
  /** Entries of the signature, e.g. `beta1 = 0.9`. Parts may share them: an entry stands once. */
  readonly hyper?: readonly string[];
  /** Entries of the `state` line, e.g. `m = 0`. */
  readonly states?: readonly string[];
  readonly lines: readonly string[];
}

const nothing = (lines: readonly string[] = []): RulePart => ({
  id: 'none',
  name: { en: 'none', zh: '无' },
  lines,
});

/** The parts that can stand in each slot, the first by default. */
export const ruleParts: Readonly<Record<PartSlot, readonly RulePart[]>> = {
  gradient: [
    { id: 'here', name: { en: 'at the parameters', zh: '在当前参数处' }, lines: ['g = grad(theta)'] },
    {
      id: 'sharp',
      name: { en: 'a step uphill (SAM)', zh: '在其上坡方向的一点处（SAM）' },
      hyper: ['reach = 0.05 in 0..1'],
      lines: ['g = grad(theta)', 'g = grad(theta + reach*g / (norm(g) + 1e-12))'],
    },
    {
      id: 'noisy',
      name: { en: 'with noise added', zh: '加上噪声' },
      hyper: ['sigma = 0.1'],
      lines: ['g = grad(theta) + sigma*noise'],
    },
  ],
  penalty: [
    nothing(),
    { id: 'l2', name: { en: 'L2', zh: 'L2' }, hyper: ['penalty = 0.01'], lines: ['g = g + penalty*theta'] },
  ],
  clipping: [
    nothing(),
    {
      id: 'value',
      name: { en: 'by value', zh: '按值裁剪' },
      hyper: ['bound = 1'],
      lines: ['g = clamp(g, -bound, bound)'],
    },
    {
      id: 'norm',
      name: { en: 'by norm', zh: '按范数裁剪' },
      hyper: ['bound = 1'],
      lines: ['g = g*min(1, bound / (norm(g) + 1e-6))'],
    },
    { id: 'sign', name: { en: 'sign only', zh: '只取符号' }, lines: ['g = sign(g)'] },
  ],
  momentum: [
    nothing(['u = g']),
    {
      id: 'heavy-ball',
      name: { en: 'heavy ball', zh: '重球法' },
      hyper: ['momentum = 0.9'],
      states: ['v = 0'],
      lines: ['v = momentum*v + g', 'u = v'],
    },
    {
      id: 'nesterov',
      name: { en: 'Nesterov', zh: 'Nesterov' },
      hyper: ['momentum = 0.9'],
      states: ['v = 0'],
      lines: ['v = momentum*v + g', 'u = g + momentum*v'],
    },
    {
      id: 'average',
      name: { en: 'average', zh: '滑动平均' },
      hyper: ['beta1 = 0.9'],
      states: ['m = 0'],
      lines: ['m = beta1*m + (1 - beta1)*g', 'u = m'],
    },
    {
      id: 'corrected',
      name: { en: 'average, bias corrected', zh: '滑动平均（偏差修正）' },
      hyper: ['beta1 = 0.9'],
      states: ['m = 0'],
      lines: ['m = beta1*m + (1 - beta1)*g', 'u = m / (1 - beta1^t)'],
    },
  ],
  scaling: [
    nothing(),
    {
      id: 'adagrad',
      name: { en: 'by all squares (AdaGrad)', zh: '全部平方之和（AdaGrad）' },
      hyper: ['eps = 1e-10'],
      states: ['s = 0'],
      lines: ['s = s + g^2', 'u = u / (sqrt(s) + eps)'],
    },
    {
      id: 'rmsprop',
      name: { en: 'by recent squares (RMSprop)', zh: '近期平方的平均（RMSprop）' },
      hyper: ['beta2 = 0.99', 'eps = 1e-8'],
      states: ['s = 0'],
      lines: ['s = beta2*s + (1 - beta2)*g^2', 'u = u / (sqrt(s) + eps)'],
    },
    {
      id: 'adam',
      name: { en: 'bias corrected (Adam)', zh: '偏差修正的平均（Adam）' },
      hyper: ['beta2 = 0.999', 'eps = 1e-8'],
      states: ['s = 0'],
      lines: ['s = beta2*s + (1 - beta2)*g^2', 'u = u / (sqrt(s / (1 - beta2^t)) + eps)'],
    },
    { id: 'sign', name: { en: 'sign of the direction', zh: '方向的符号' }, lines: ['u = sign(u)'] },
    {
      id: 'trust',
      name: { en: 'by trust ratio (LARS)', zh: '信任比（LARS）' },
      hyper: ['trust = 0.1'],
      lines: ['u = if(min(norm(theta), norm(u)) > 0, trust*norm(theta)*u / norm(u), u)'],
    },
  ],
  decay: [
    nothing(),
    {
      id: 'decoupled',
      name: { en: 'decoupled weight decay', zh: '解耦的权重衰减' },
      hyper: ['weightDecay = 0.01'],
      lines: ['theta = theta - lr*weightDecay*theta'],
    },
  ],
};

/** The chosen part of each slot, by its id. */
export type PartChoice = Readonly<Record<PartSlot, string>>;

const partOf = (slot: PartSlot, id: string): RulePart | undefined => ruleParts[slot].find((part) => part.id === id);

/** The text of the rule that consists of these parts. */
export function composeRule(choice: PartChoice): string {
  const parts = partSlots.flatMap((slot) => partOf(slot, choice[slot]) ?? []);
  const hyper = [...new Set(['lr = 0.01', ...parts.flatMap((part) => part.hyper ?? [])])];
  const states = parts.flatMap((part) => part.states ?? []);
  return [
    `composed(${hyper.join(', ')})`,
    ...(states.length > 0 ? [`state ${states.join(', ')}`] : []),
    ...parts.flatMap(({ lines }) => lines),
    'theta = theta - lr*u',
  ].join('\n');
}

/** Every choice of parts. */
export const partChoices = (): readonly PartChoice[] =>
  partSlots.reduce<PartChoice[]>(
    (choices, slot) => choices.flatMap((choice) => ruleParts[slot].map(({ id }) => ({ ...choice, [slot]: id }))),
    [{ gradient: '', penalty: '', clipping: '', momentum: '', scaling: '', decay: '' }],
  );

/** The parts that a text consists of, wherever its lines break; null where it is none of the compositions. */
export function partsOfRule(text: string): PartChoice | null {
  const bare = (rule: string): string => rule.replace(/\s/g, '');
  const wanted = bare(text);
  if (!wanted.startsWith('composed(')) return null;
  return partChoices().find((choice) => bare(composeRule(choice)) === wanted) ?? null;
}
