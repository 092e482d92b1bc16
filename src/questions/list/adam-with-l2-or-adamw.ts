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
    en: 'They are different methods. Adam’s own weight_decay goes into the gradient and is divided by √v̂ with it; it ends where the penalized loss is lowest, in the example (1.146, 2.746). AdamW shrinks the parameters apart from the gradient (“decoupled”), after that division, so the pull does not get weaker where gradients are large: the same 0.5 takes it far from the minimum (1, 3).',
    zh: '它们是不同的方法。L2 在损失上加惩罚项 ½λ‖θ‖²，也就是在梯度上加 λθ；Adam 自带的 weight_decay 就是这样做的，λθ 和梯度一起除以 √v̂，最后停在加了惩罚项的损失的最小值点，示例中是 (1.146, 2.746)。AdamW 的衰减不经过梯度（称为“解耦”），直接缩小参数，所以梯度大时拉力并不减弱：同样取 0.5，它停在离极小值点 (1, 3) 很远的地方。',
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
