import type { Question } from '../types';

export const whatDoesEpsilonDo: Question = {
  id: 'what-does-epsilon-do',
  topic: 'adaptive',
  question: { en: 'What does epsilon do in Adam?', zh: 'Adam 里的 ε 有什么用？' },
  wordings: {
    en: ['eps parameter, 1e-8, numerical stability, division by zero', 'should I change epsilon, larger epsilon'],
    zh: ['epsilon 参数、1e-8、防止除以零', '要不要调大 eps'],
  },
  answer: {
    en: 'It keeps Adam from dividing by 0, and it sets a size below which gradients count as small: a steady gradient g gives steps of η|g|/(|g| + ε). With g = 0.001 a step is η for ε = 10⁻⁸, half of it for ε = 0.001, and a hundredth for 0.1; there Adam moves in proportion to the gradient, like momentum.',
    zh: '它防止 Adam 除以 0，同时划出一条界线：小于它的梯度就算“小”。梯度恒为 g 时，步长是 η|g|/(|g| + ε)。g = 0.001 时，ε = 10⁻⁸ 的步长是 η，ε = 0.001 时只有一半，0.1 时约百分之一；这时 Adam 像动量法一样，步长与梯度成正比。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.001*x', parameters: ['x'] },
    start: [1],
    steps: 10,
    runs: [1e-8, 1e-3, 0.1].map((eps) => ({ optimizer: 'adam', hyper: { lr: 0.1, eps } })),
  },
  screen: { lossScale: 'linear' },
  lesson: 'where-epsilon-stands',
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [0.9], within: 1e-5 },
    { kind: 'passes', run: 0, row: 10, at: [0], within: 1e-4 },
    { kind: 'passes', run: 1, row: 10, at: [0.5], within: 1e-4 },
    { kind: 'passes', run: 2, row: 10, at: [1 - 1 / 101], within: 1e-4 },
    {
      kind: 'instead',
      changes: { problem: { loss: '0.002*x' } },
      claim: { kind: 'passes', run: 2, row: 10, at: [1 - 2 / 102], within: 1e-4 },
    },
  ],
};
