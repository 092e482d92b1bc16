import type { Question } from '../types';

export const bfloat16StopsImproving: Question = {
  id: 'bfloat16-stops-improving',
  topic: 'trouble',
  question: { en: 'Why does my bfloat16 model stop improving?', zh: 'bfloat16 的模型为什么不再变好？' },
  wordings: {
    en: [
      'bf16 training stalls, weights in bfloat16 do not change any more',
      'model.bfloat16() converges worse than float32, pure bf16 plateau',
      'small learning rate has no effect in bf16',
    ],
    zh: ['bf16 训练停滞，权重不再变化', '纯 bf16 训练比 float32 差', 'bf16 下学习率太小没有效果'],
  },
  answer: {
    en: 'Its updates have become too small for its numbers. bfloat16 has 8 bits: between 1 and 2 neighbours are 1/128 apart, and a sum is rounded to the nearest. In the example the run in bfloat16 stands still at 1.39, where its update would be 0.0039; in float32 it goes on to 1. A rate of 0.1 would stop nearer, at 1.03, and a float32 master copy of the parameters not at all.',
    zh: '因为更新相对它的数已经太小。bfloat16 只有 8 位：在 1 和 2 之间，相邻两数相差 1/128，求和结果舍入到最近的一个。示例中，bfloat16 的轨迹停在 1.39，那里的更新只有 0.0039；float32 的则一直走到 1。学习率取 0.1 会停得近些，在 1.03；参数用 float32 主副本则不会停。',
  },
  experiment: {
    version: 1,
    problem: { loss: '(x - 1)^2/2', parameters: ['x'] },
    start: [3],
    steps: 600,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.01 } },
      { optimizer: 'gd', hyper: { lr: 0.01 }, precision: 'bfloat16' },
    ],
  },
  lesson: 'updates-too-small',
  claims: [
    { kind: 'arrives', run: 0, at: [1], within: 0.01 },
    { kind: 'arrives', run: 1, at: [1.390625], within: 0 },
    { kind: 'ends', run: 1, as: 'stalled' },
    {
      kind: 'instead',
      changes: { runs: [{ optimizer: 'gd', hyper: { lr: 0.1 }, precision: 'bfloat16' }] },
      claim: { kind: 'arrives', run: 0, at: [1.03125], within: 0 },
    },
    {
      kind: 'instead',
      changes: { runs: [{ optimizer: 'gd', hyper: { lr: 0.01 }, precision: { format: 'bfloat16', master: true } }] },
      claim: { kind: 'arrives', run: 0, at: [1], within: 0.01 },
    },
  ],
};
