import type { Lesson } from '../types';

/** Duchi, Hazan, Singer 2011; Hinton 2012; Kingma and Ba 2015. */
export const stepsThatDie: Lesson = {
  id: 'steps-that-die',
  chapter: 'scale',
  title: { en: 'Adagrad’s steps die', zh: 'Adagrad 的步子越来越小' },
  about: { en: 'What if an optimizer never forgets a large gradient?', zh: '优化器永远记得大梯度，会怎样？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2],
    steps: 2000,
    runs: [
      { optimizer: 'adagrad', hyper: { lr: 0.5 } },
      { optimizer: 'rmsprop', hyper: { lr: 0.02 } },
      { optimizer: 'adam', hyper: { lr: 0.02 } },
    ],
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Adagrad divides by the root of the sum of all squared gradients; RMSprop and Adam by a mean over recent ones. Adagrad’s rate is 0.5, theirs 0.02. Whose loss is lowest after 2,000 updates?',
        zh: 'Adagrad 除以所有梯度平方和的平方根，RMSprop 与 Adam 除以近期的均方根。Adagrad 的学习率是 0.5，另两个是 0.02。2000 次更新后谁的损失最低？',
      },
      answers: [
        {
          text: { en: 'Adagrad: its rate is 25 times as large', zh: 'Adagrad：学习率是另两个的 25 倍' },
          claim: { kind: 'lowest', run: 0 },
        },
        { text: { en: 'RMSprop', zh: 'RMSprop' }, claim: { kind: 'lowest', run: 1 } },
        { text: { en: 'Adam', zh: 'Adam' }, claim: { kind: 'lowest', run: 2 } },
      ],
      because: {
        en: 'The first gradients here are huge, Adagrad’s sum never forgets them, and its effective rate can only fall: 0.7 from the minimum it still creeps. A sliding mean forgets. Adam, with momentum besides, is within 0.02.',
        zh: '这里最初的梯度极大，Adagrad 的累积和永远记得它们，有效学习率只降不升：离极小值点还有 0.7，仍在爬行。滑动平均会遗忘；再加上动量的 Adam 已在 0.02 以内。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Bring Adagrad’s loss below that of RMSprop, by Adagrad’s rate alone.',
        zh: '只改变 Adagrad 的学习率，使它的损失低于 RMSprop。',
      },
      hint: {
        en: 'Its steps shrink by themselves, so it may begin boldly. Try 1 to 2.',
        zh: '它的步子会自己变小，起步可以大胆些。试试 1 到 2。',
      },
      claims: [{ kind: 'lower', run: 0, than: 1 }],
      solution: { runs: { 0: { hyper: { lr: 2 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Adagrad is made for sparse features: a parameter that rarely sees a gradient keeps its large rate. On long ways through a curved valley the memory has to fade.',
        zh: 'Adagrad 是为稀疏特征设计的：很少得到梯度的参数会保留较大的学习率。而在弯曲的山谷中走长路，记忆必须逐渐淡去。',
      },
    },
  ],
  claims: [
    { kind: 'misses', run: 0, by: 0.7 },
    { kind: 'arrives', run: 2, within: 0.02 },
    { kind: 'lower', run: 1, than: 0 },
  ],
};
