import type { Lesson } from '../types';

const adam = { optimizer: 'adam', hyper: { lr: 0.05 } };

/** Srivastava et al. 2014, Dropout. The claims were also checked for each of the seeds 1 to 20. */
export const dropout: Lesson = {
  id: 'dropout',
  chapter: 'help',
  title: { en: 'Dropout', zh: 'Dropout（随机失活）' },
  about: { en: 'Why would leaving out units help?', zh: '随机去掉一些单元，为什么会有好处？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'network-classes', data: { samples: 100, noise: 0.5, validation: 0.5 } },
    epochs: 300,
    runs: [adam, { ...adam, modifiers: { dropout: 0.2 } }],
  },
  screen: { tab: 'data', lossAxis: 'epoch', view: { kind: 'principal' } },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Eight hidden units, 50 noisy points to learn from, 50 held back. Run 2 leaves each unit out of a fifth of the visits. How do the two compare in the end?',
        zh: '八个隐藏单元，50 个带噪声的点用于训练，50 个留作验证。第 2 条中每个单元约有五分之一的时候不参与。最后两者相比如何？',
      },
      answers: [
        {
          text: { en: 'Run 2 is worse on the held-back points', zh: '第 2 条在验证集上更差' },
          claim: { kind: 'lower', run: 0, than: 1, of: 'validation' },
        },
        {
          text: { en: 'Run 2 is better on the held-back points', zh: '第 2 条在验证集上更好' },
          claim: { kind: 'lower', run: 1, than: 0, of: 'validation', times: 1.3 },
        },
        {
          text: { en: 'Hardly different', zh: '几乎没有差别' },
          claim: { kind: 'ratio', run: 1, over: 0, of: 'validation', from: 0.8, to: 1 },
        },
      ],
      because: {
        en: 'No unit can rely on the others, so they cannot together trace the noise. The training loss ends higher, and the loss on the held-back points (dashed) rises far less after its lowest.',
        zh: '任何单元都不能依赖其他单元，它们就无法合力描摹噪声。训练损失最后更高，而验证损失（虚线）从最低点回升得少得多。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the dropout of run 2 so that its loss on the held-back points ends below 0.29.',
        zh: '改变第 2 条的 dropout，使最后的验证损失小于 0.29。',
      },
      hint: { en: 'A little less is enough here. Try 0.1.', zh: '这里小一点就够了。试试 0.1。' },
      claims: [{ kind: 'loss', run: 1, of: 'validation', to: 0.29 }],
      solution: { runs: { 1: { modifiers: { dropout: 0.1 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Dropout is not magic: stopped where its held-back loss was lowest, run 1 would have done as well. But you need not know when to stop.',
        zh: 'Dropout 并非魔法：若在验证损失最低时停下，第 1 条也一样好。但用了它，就不必知道何时该停。',
      },
    },
  ],
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 1.3 },
    { kind: 'rises', run: 0, times: 1.5 },
    { kind: 'rises', run: 1, times: 1, below: 1.3 },
    { kind: 'lower', run: 0, than: 1, of: 'validation', at: 'lowest' },
  ],
};
