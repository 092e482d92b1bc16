import type { Lesson } from '../types';

const run = (optimizer: string) => ({ optimizer, hyper: { lr: 0.1 } });

/** Dozat 2016 (NAdam); Kingma and Ba 2015, section 7.1 (Adamax); Liu et al. 2020 (RAdam). */
export const relativesOfAdam: Lesson = {
  id: 'relatives-of-adam',
  chapter: 'scale',
  title: { en: 'Relatives of Adam', zh: 'Adam 的近亲' },
  about: { en: 'NAdam, Adamax, RAdam: what is different?', zh: 'NAdam、Adamax、RAdam 有何不同？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'quadratic' },
    start: [-4, 1],
    steps: 150,
    runs: ['adam', 'nadam', 'adamax', 'radam'].map(run),
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'The gradient at the start is 25 long; all rates are 0.1, and Adam’s first step is 0.14 long. RAdam does not divide by √v, the size of past gradients, in its first five updates. How long is its first step?',
        zh: '起点处梯度长 25，学习率都是 0.1，Adam 的第一步长 0.14。RAdam 在前五次更新中不除以 √v（以往梯度的大小）。它的第一步有多长？',
      },
      answers: [
        {
          text: { en: 'Shorter: it is careful at first', zh: '更短：它开头很谨慎' },
          claim: { kind: 'strides', run: 3, at: 1, to: 0.12 },
        },
        { text: { en: 'Also 0.14', zh: '也是 0.14' }, claim: { kind: 'strides', run: 3, at: 1, from: 0.12, to: 0.2 } },
        { text: { en: '2.5', zh: '2.5' }, claim: { kind: 'strides', run: 3, at: 1, from: 2, to: 3 } },
      ],
      because: {
        en: 'Undivided, a step is η times the gradient: 2.5, right across the valley. RAdam distrusts v while it knows few gradients; with rates that suit deep networks (0.001) this is caution, on a steep slope it is the opposite.',
        zh: '不作除法时，步长是 η 乘以梯度：2.5，直接越过山谷。RAdam 在见过的梯度还少时不信任 v；学习率为 0.001 这类深度网络常用的值时，这是谨慎，遇到陡坡则恰恰相反。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Lower RAdam’s rate until its first step stays on this side of the floor (y above 0 after it).',
        zh: '降低 RAdam 的学习率，使第一步不越过谷底（一步之后 y 仍大于 0）。',
      },
      hint: { en: 'y starts at 1, its slope is 25.', zh: 'y 从 1 开始，斜率为 25。' },
      claims: [{ kind: 'coordinate', run: 3, parameter: 1, at: 1, from: 0 }],
      solution: { runs: { 3: { hyper: { lr: 0.03 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'NAdam looks ahead as Nesterov does: at update 20 it is 0.03 past the floor, Adam 0.27. Adamax divides by the largest gradient that it remembers, not by a mean, and is slower here.',
        zh: 'NAdam 像 Nesterov 那样先看一步：第 20 次更新时只越过谷底 0.03，Adam 是 0.27。Adamax 除以所记住的最大梯度而不是均方根，在这里更慢。',
      },
    },
  ],
  claims: [
    { kind: 'strides', run: 0, at: 1, from: 0.141, to: 0.142 },
    { kind: 'passes', run: 0, row: 20, at: [-2.0804, -0.2712], within: 1e-3 },
    { kind: 'passes', run: 1, row: 20, at: [-2.4247, -0.0293], within: 1e-3 },
    { kind: 'lower', run: 0, than: 2, at: 60, times: 5 },
    // The first step is 0.1 times the gradient, (-4, 25).
    { kind: 'passes', run: 3, row: 1, at: [-3.6, -1.5], within: 1e-5 },
  ],
};
