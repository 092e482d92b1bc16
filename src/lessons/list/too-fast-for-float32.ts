import type { Lesson } from '../types';

export const tooFastForFloat32: Lesson = {
  id: 'too-fast-for-float32',
  chapter: 'batches',
  title: { en: 'Mini-batches at far too large a rate', zh: '学习率过大的小批量训练' },
  about: { en: 'How fast does the loss blow up?', zh: '损失会增大得多快？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression' },
    epochs: 3,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 5 }, batch: { size: 10 } },
      { optimizer: 'sgd', hyper: { lr: 0.2 }, batch: { size: 10 } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Linear regression in batches of 10. The loss starts at 16. The first run has a rate of 5. How large is its loss after 10 updates?',
        zh: '线性回归，批量为 10。损失从 16 开始，第一条轨迹的学习率为 5。更新 10 次后，它的损失有多大？',
      },
      answers: [
        {
          text: { en: 'About 16: it jumps about', zh: '约 16：来回乱跳' },
          claim: { kind: 'loss', run: 0, at: 10, to: 100 },
        },
        {
          text: { en: 'About a thousand', zh: '约一千' },
          claim: { kind: 'loss', run: 0, at: 10, from: 100, to: 1e5 },
        },
        {
          text: { en: 'More than a billion', zh: '超过十亿' },
          claim: { kind: 'loss', run: 0, at: 10, from: 1e9 },
        },
      ],
      because: {
        en: 'Each update multiplies the error by about 1 − 5λₘₐₓ, and the largest curvature, λₘₐₓ, is near 1: four times as large and with the sign changed, and the loss sixteenfold. Growth like that never stops, until the computer has no number for it.',
        zh: '每次更新把误差乘以约 1 − 5λₘₐₓ，而最大曲率 λₘₐₓ 接近 1：大小变成四倍，符号翻转，损失变成十六倍。这样的增长不会停，直到计算机表示不了为止。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Lower the first run’s rate until its loss ends below 0.001, but keep the rate as large as you can.',
        zh: '降低第一条轨迹的学习率，使最终损失小于 0.001，但学习率要尽量大。',
      },
      hint: {
        en: 'λₘₐₓ is near 1, so the stability edge 2/λₘₐₓ is near 2. Well below it: try 1.',
        zh: 'λₘₐₓ 接近 1，稳定性边界 2/λₘₐₓ 就在 2 附近。取得比它小不少：试试 1。',
      },
      claims: [{ kind: 'loss', run: 0, to: 0.001 }],
      solution: { runs: { 0: { hyper: { lr: 1.2 } } } },
      par: { of: 'hyper', run: 0, name: 'lr', is: 1.1, best: 'most' },
    },
    {
      kind: 'why',
      text: {
        en: 'float32 ends at 3.4 · 10³⁸. The run’s badge names the update at which its numbers were no longer finite. Past the stability edge each update makes the error larger; just below it the error swings and dies slowly.',
        zh: 'float32 的上限是 3.4 · 10³⁸。轨迹的标签写明在第几次更新时不再是有限的数。超过稳定性边界，每次更新都使误差变大；略低于它时，误差来回摆动，减小得很慢。',
      },
    },
  ],
  claims: [
    { kind: 'diverges', run: 0, from: 30, to: 200 },
    { kind: 'arrives', run: 1, at: [2, -3.4, 4.2], within: 0.02 },
  ],
};
