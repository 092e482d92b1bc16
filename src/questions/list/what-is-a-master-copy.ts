import type { Question } from '../types';

/** Only the gradient is rounded to float16. */
const shortGradients = { format: 'float16', rounding: 'stored', master: true } as const;

export const whatIsAMasterCopy: Question = {
  id: 'what-is-a-master-copy',
  topic: 'trouble',
  question: { en: 'What is a float32 master copy of the weights?', zh: '什么是权重的 float32 主副本？' },
  wordings: {
    en: [
      'mixed precision master weights, fp32 copy of parameters, AMP',
      'loss scaling, GradScaler, gradients underflow in half precision',
      'why keep weights in float32 when the model is half precision',
    ],
    zh: ['混合精度的主权重，fp32 参数副本', '损失缩放，梯度下溢', '半精度模型为什么还要保留 float32 权重'],
  },
  answer: {
    en: 'A second set of the parameters in float32. The optimizer updates it; the model computes with these numbers rounded to 16 bits. In the example run 1 has none and loses its updates from 1.39 on; run 2 has one, which adds them up until it is at 1. It cannot bring back a gradient that is 0: with a loss of 10⁻⁹ · x² the gradient rounds to 0 in float16, and the run stays where it is at a rate of 1 too; a thousand times the loss (loss scaling) moves it.',
    zh: '参数的第二份副本，用 float32 保存。优化器更新这份副本，模型则用它舍入到 16 位后的数来计算。示例中，第 1 条没有副本，从 1.39 起微小的更新全部丢失；第 2 条有副本，把它们累加起来，直到 1。副本救不回本身已为 0 的梯度：损失取 10⁻⁹ · x² 时，梯度在 float16 中舍入为 0，学习率取 1 轨迹也停在原地；把损失放大一千倍（损失缩放）它就会移动。',
  },
  experiment: {
    version: 1,
    problem: { loss: '(x - 1)^2/2', parameters: ['x'] },
    start: [3],
    steps: 600,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.01 }, precision: 'bfloat16' },
      { optimizer: 'gd', hyper: { lr: 0.01 }, precision: { format: 'bfloat16', master: true } },
    ],
  },
  lesson: 'updates-too-small',
  claims: [
    { kind: 'arrives', run: 0, at: [1.390625], within: 0 },
    { kind: 'arrives', run: 1, at: [1], within: 0.01 },
    {
      kind: 'instead',
      changes: {
        problem: { loss: '1e-9*x^2', parameters: ['x'] },
        runs: [{ optimizer: 'gd', hyper: { lr: 1 }, precision: shortGradients }],
      },
      claim: { kind: 'arrives', run: 0, at: [3], within: 0 },
    },
    {
      kind: 'instead',
      changes: {
        problem: { loss: '1000*(1e-9*x^2)', parameters: ['x'] },
        runs: [{ optimizer: 'gd', hyper: { lr: 1 }, precision: shortGradients }],
      },
      claim: { kind: 'misses', run: 0, at: [3], by: 1e-3 },
    },
  ],
};
