import type { Question } from '../types';

export const adamWithL2OrAdamw: Question = {
  id: 'adam-with-l2-or-adamw',
  topic: 'regularization',
  question: { en: 'Adam with L2, or AdamW?', zh: '用带 L2 的 Adam 还是 AdamW？' },
  wordings: {
    en: [
      'difference between adam weight_decay and adamw, decoupled weight decay',
      'is adamw the same as adam with weight decay',
    ],
    zh: ['Adam 的 weight_decay 与 AdamW 的区别、解耦权重衰减', 'AdamW 和 Adam 有什么不同'],
  },
  answer: {
    en: 'For weight decay with Adam, use AdamW: it shrinks all parameters by the same share. Adam’s own weight_decay (L2) goes into the gradient and is divided, like it, by the recent size of gradients: where they are large it counts for little. In the example both have 0.5. Adam ends at (1.146, 2.746), where the loss with the penalty ½ · 0.5 · (x² + y²) is lowest; AdamW ends far from the minimum (1, 3). So a value that suits one does not suit the other.',
    zh: '想给 Adam 加权重衰减，就用 AdamW：它让所有参数按同样的比例缩小（称为“解耦”的衰减）。Adam 自带的 weight_decay（L2）则先加进梯度，再和梯度一起除以近期梯度的大小：梯度大的地方，它几乎不起作用。示例中两者都取 0.5。Adam 停在 (1.146, 2.746)，即损失加上惩罚项 ½ · 0.5 · (x² + y²) 之后的极小值点；AdamW 停在离原来的极小值点 (1, 3) 很远的地方。所以适合一种方法的数值，不一定适合另一种。',
  },
  experiment: {
    version: 1,
    problem: { id: 'booth' },
    start: [-6, 4],
    steps: 600,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1, weightDecay: 0.5 } },
      { optimizer: 'adamw', hyper: { lr: 0.1, weightDecay: 0.5 } },
      { optimizer: 'adam', hyper: { lr: 0.1 } },
    ],
  },
  screen: { selected: 1 },
  lesson: 'decay-of-adam',
  claims: [
    { kind: 'arrives', run: 0, at: [1.14595, 2.74595], within: 1e-3 },
    {
      kind: 'instead',
      changes: {
        problem: { id: 'booth' },
        runs: [{ optimizer: 'gd', hyper: { lr: 0.05 }, modifiers: { l2: 0.5 } }],
      },
      claim: { kind: 'arrives', run: 0, at: [1.14595, 2.74595], within: 1e-3 },
    },
    { kind: 'misses', run: 1, by: 1 },
    { kind: 'arrives', run: 2, within: 1e-3 },
  ],
};
