import type { Question } from '../types';

export const whyDoesAdamBlowUpLate: Question = {
  id: 'why-does-adam-blow-up-late',
  topic: 'adaptive',
  question: { en: 'Why does Adam blow up late in training?', zh: 'Adam 训练后期为什么突然变坏？' },
  wordings: {
    en: [
      'adam loss spikes, sudden spike late in training, instability after convergence',
      'adam diverges after many steps, adam unstable at the end',
    ],
    zh: ['Adam 后期不稳定、损失突然跳高、尖峰', '训练到后面 loss 突然飙升'],
  },
  answer: {
    en: 'Near the minimum the gradients vanish and v, their mean square, decays with them, so Adam’s effective rate η/√v keeps growing. In the example its stability edge is 38 √v (with β₁ = 0.9 and curvature 1): at update 295 that falls below η = 0.05, and within a dozen updates the loss rises more than a million times, until v has grown again. A decaying rate or a larger β₂ helps.',
    zh: '接近极小值点时梯度趋于零，其均方 v 随之衰减，Adam 的有效学习率 η/√v 不断变大。示例中的稳定性边界是 38 √v（β₁ = 0.9，曲率 1）：第 295 次更新时它降到 η = 0.05 以下，十来步之内损失升高一百万倍以上，直到 v 重新变大。让学习率衰减，或取更大的 β₂，会有帮助。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.5*x^2', parameters: ['x'] },
    start: [2],
    steps: 400,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.05, beta2: 0.95 } }],
  },
  screen: { lossScale: 'log', tab: 'curvature' },
  claims: [
    { kind: 'state', run: 0, name: 'v', row: 294, from: (0.05 / 38) ** 2, to: 1 },
    { kind: 'state', run: 0, name: 'v', row: 295, from: 0, to: (0.05 / 38) ** 2 },
    { kind: 'rebounds', run: 0, times: 1e6, from: 285, to: 307 },
    { kind: 'state', run: 0, name: 'v', row: 307, from: 1.5 * (0.05 / 38) ** 2, to: 1 },
    {
      kind: 'instead',
      changes: {
        runs: [{ optimizer: 'adam', hyper: { lr: 0.05, beta2: 0.95 }, schedule: { kind: 'cosine', tMax: 400 } }],
      },
      claim: { kind: 'loss', run: 0, at: 307, from: 0, to: 1e-9 },
    },
    {
      kind: 'instead',
      changes: { runs: [{ optimizer: 'adam', hyper: { lr: 0.05, beta2: 0.999 } }] },
      claim: { kind: 'loss', run: 0, at: 307, from: 0, to: 1e-9 },
    },
  ],
};
