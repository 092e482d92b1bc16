import type { ModifierId } from './modifiers';
import type { LocalName } from './types';

/** One sentence about each modifier, for a tooltip. Only the page's lists of modifiers read them, which load later. */
export const modifierHelp: Readonly<Record<ModifierId, LocalName>> = {
  dropout: {
    en: 'Leaves every hidden unit out with this probability, anew for every sample that an update sees; the others count the more. The losses shown are those of the whole network.',
    zh: '每次更新对每个样本都以该概率重新随机丢弃隐藏单元，其余单元按比例放大。图中的损失是整个网络的损失。',
  },
  maximize: {
    en: 'Climbs the loss instead of descending it: every gradient changes its sign.',
    zh: '沿损失上升而不是下降：每个梯度都变号。',
  },
  l2: { en: 'Adds the gradient of ½λ‖θ‖² to the gradient of the loss.', zh: '在损失的梯度上加上 ½λ‖θ‖² 的梯度。' },
  frozen: {
    en: 'Keeps the chosen parameters where they are; they have no gradient.',
    zh: '所选参数保持不动，没有梯度。',
  },
  clipValue: {
    en: 'No component of the gradient becomes larger than this, in either direction.',
    zh: '梯度每个分量的绝对值都不超过该值。',
  },
  clipNorm: {
    en: 'Shortens the gradient to this length where it is longer, in the same direction.',
    zh: '梯度长度超过该值时缩短到该值，方向不变。',
  },
  noise: {
    en: 'Adds a normal number of standard deviation c/(1 + t)^γ to every component of the gradient.',
    zh: '给梯度的每个分量加上标准差为 c/(1 + t)^γ 的正态随机数。',
  },
  decay: {
    en: "Shrinks the parameters by the rate times this, beside the rule's own step and not through the gradient.",
    zh: '按学习率乘以该值缩小参数，不经过梯度，与规则本身的步子分开。',
  },
};
