import type { Lesson } from '../types';

/**
 * Between 1 and 2 numbers of 8 bits are 1/128 apart, so that x keeps its place once 0.01 (x - 1) is not more than 1/256. With 11
 * bits the distance is an eighth of that.
 */
export const updatesTooSmall: Lesson = {
  id: 'updates-too-small',
  chapter: 'scale',
  title: { en: 'When an update is too small', zh: '更新太小的时候' },
  about: { en: 'Where does a model in bfloat16 stop?', zh: 'bfloat16 的模型会停在哪里？' },
  minutes: 4,
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
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Both runs start at 3 with a rate of 0.01; the minimum is at 1. Run 1 computes in float32, with 24 bits, run 2 in bfloat16, with 8. Where is run 2 after 600 updates?',
        zh: '两条轨迹都从 3 出发，学习率 0.01，极小值点在 1。第 1 条用 float32（24 位）计算，第 2 条用 bfloat16（8 位）。600 次更新后，第 2 条在哪里？',
      },
      answers: [
        {
          text: { en: 'At 1, as run 1', zh: '和第 1 条一样，在 1' },
          claim: { kind: 'arrives', run: 1, within: 0.01, at: [1] },
        },
        {
          text: { en: 'It has stopped at about 1.4', zh: '停在约 1.4 处' },
          claim: { kind: 'coordinate', run: 1, parameter: 0, from: 1.39, to: 1.391 },
        },
        {
          text: { en: 'It swings about 1', zh: '在 1 附近来回摆动' },
          claim: { kind: 'crosses', run: 1, parameter: 0, from: 3 },
        },
      ],
      because: {
        en: 'Between 1 and 2 the numbers of bfloat16 are 1/128 apart, and a sum is rounded to the nearest one. From 1.39 the update is 0.01 · 0.39 = 0.0039: not more than half of that distance. It rounds to nothing, and so does every one after it.',
        zh: '在 1 和 2 之间，相邻的 bfloat16 数相差 1/128，求和结果舍入到最近的一个。到 1.39 时更新为 0.01 · 0.39 = 0.0039，不超过这个间隔的一半，被舍入掉；此后每次都一样。',
      },
    },
    {
      kind: 'predict',
      question: {
        en: 'Now run 2 computes in float16, which has 11 bits: three more. Where does it stop?',
        zh: '现在第 2 条改用 float16，有 11 位，多了三位。它停在哪里？',
      },
      answers: [
        {
          text: { en: 'Again at about 1.4', zh: '仍在约 1.4 处' },
          claim: { kind: 'coordinate', run: 1, parameter: 0, from: 1.3 },
        },
        {
          text: {
            en: 'At about 1.05, an eighth as far from the minimum',
            zh: '在约 1.05 处，离极小值点只有原来的八分之一',
          },
          claim: { kind: 'coordinate', run: 1, parameter: 0, from: 1.045, to: 1.055 },
        },
        {
          text: { en: 'Nowhere: it arrives at 1', zh: '不会停，它到达 1' },
          claim: { kind: 'arrives', run: 1, within: 0.01, at: [1] },
        },
      ],
      because: {
        en: 'Three bits more make the distance between neighbours an eighth. So the smallest update that counts is an eighth too, and with it the distance from the minimum at which updates vanish.',
        zh: '多三位，相邻两数的间隔就是原来的八分之一；起作用的最小更新、更新消失时离极小值点的距离，也都是八分之一。',
      },
      change: { runs: { 1: { precision: 'float16' } } },
    },
    {
      kind: 'do',
      task: {
        en: 'Run 2 is in bfloat16 again. Bring it to within 0.01 of the minimum by its precision alone.',
        zh: '第 2 条又是 bfloat16 了。只改它的数值精度，使它离极小值点不超过 0.01。',
      },
      hint: {
        en: 'On its card, under “Precision”: the model may stay in bfloat16 if the rule updates a copy in float32.',
        zh: '在它的卡片上的“数值精度”处：模型可以仍用 bfloat16，只要规则更新的是 float32 的副本。',
      },
      claims: [{ kind: 'arrives', run: 1, within: 0.01, at: [1] }],
      solution: { runs: { 1: { precision: { format: 'bfloat16', master: true } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'A master copy in float32 adds up updates that are too small for the model’s own numbers, until they move it to the next one. That is why mixed precision keeps such a copy, at the price of more memory.',
        zh: 'float32 主副本把对模型自身的数来说太小的更新累加起来，直到足以移到下一个数。因此混合精度训练保留这样一份副本，代价是占用更多内存。',
      },
    },
  ],
  claims: [
    { kind: 'arrives', run: 0, within: 0.01, at: [1] },
    { kind: 'ends', run: 1, as: 'stalled' },
  ],
};
