import type { Lesson } from '../types';

/** Jordan et al. 2024; Wang et al. 2025. */
export const whatMuonDoes: Lesson = {
  id: 'what-muon-does',
  chapter: 'scale',
  title: { en: 'What Muon does to a matrix', zh: 'Muon 对矩阵做了什么' },
  about: {
    en: 'Some facts are read often, others seldom. Who learns the rare ones?',
    zh: '有的事实常见，有的罕见：谁能学会罕见的？',
  },
  minutes: 5,
  experiment: {
    version: 1,
    problem: { id: 'associative-memory', data: { size: 5, zipf: 2 } },
    epochs: 60,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.1 } },
      { optimizer: 'muon', hyper: { lr: 0.02 } },
    ],
  },
  screen: { selected: 1, tab: 'singular' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'A 5 × 5 matrix has to learn five facts, of which one is read far more often than the others. Run 1 (SGD) is ahead at first: after 20 updates its loss is half of that of run 2 (Muon). And after 60?',
        zh: '一个 5 × 5 的矩阵要记住五个事实，其中一个远比其余的常见。第 1 条（SGD）起初领先：20 次更新后，它的损失只有第 2 条（Muon）的一半。60 次之后呢？',
      },
      answers: [
        {
          text: { en: 'Run 1 is still ahead', zh: '第 1 条仍然领先' },
          claim: { kind: 'lower', run: 0, than: 1 },
        },
        {
          text: { en: 'They are level, within a factor of two', zh: '两者相当，相差不到一倍' },
          claim: { kind: 'ratio', run: 1, over: 0, from: 0.5, to: 2 },
        },
        {
          text: { en: 'Run 2 has less than a fifth of its loss', zh: '第 2 条的损失不到第 1 条的五分之一' },
          claim: { kind: 'lower', run: 1, than: 0, times: 5 },
        },
      ],
      because: {
        en: 'The gradient is largest along the fact that is read most, and SGD learns that one first; the others come slowly, each as fast as it is frequent. Muon makes the singular values of its update nearly equal, as the bars below show, and learns all facts at the same pace.',
        zh: '梯度在最常见的事实上最大，SGD 先学会它；其余的来得慢，快慢与出现的频率成正比。Muon 把更新量的奇异值变得几乎相等（见下方的柱形），于是以同样的速度学会所有事实。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'SGD is not lost: raise the rate of run 1 until it ends below run 2. How small a rate is enough?',
        zh: 'SGD 并非无可救药：提高第 1 条的学习率，让它最终低于第 2 条。多小的学习率就够了？',
      },
      hint: {
        en: 'Five times the rate learns the rare facts five times as fast: try 0.5. Its stability edge is above 2.',
        zh: '学习率提高到五倍，罕见的事实也学得快五倍：试试 0.5。它的稳定性边界在 2 以上。',
      },
      claims: [{ kind: 'lower', run: 0, than: 1 }],
      solution: { runs: { 0: { hyper: { lr: 0.45 } } } },
      par: { of: 'hyper', run: 0, name: 'lr', is: 0.45, best: 'least' },
    },
    {
      kind: 'why',
      text: {
        en: 'A matrix that knows all facts has five equal singular values here, and Muon’s update has nearly equal ones: that is why it suits. But its steps are as long at the end as at the start, about 0.04, however small the gradient: to settle, its rate has to fall.',
        zh: '在这里，记住全部事实的矩阵有五个相等的奇异值，而 Muon 的更新量的奇异值也几乎相等，所以合适。不过无论梯度多小，它最后的步长都与开始时一样，约为 0.04：要安定下来，学习率必须下降。',
      },
    },
  ],
  claims: [
    { kind: 'ratio', run: 0, over: 1, at: 20, from: 0.45, to: 0.55 },
    { kind: 'strides', run: 1, at: 5, from: 0.035, to: 0.045 },
    { kind: 'strides', run: 1, at: 55, from: 0.035, to: 0.045 },
  ],
};
