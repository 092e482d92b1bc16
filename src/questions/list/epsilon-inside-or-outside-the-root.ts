import type { Question } from '../types';

export const epsilonInsideOrOutsideTheRoot: Question = {
  id: 'epsilon-inside-or-outside-the-root',
  topic: 'adaptive',
  question: { en: 'Is epsilon inside or outside the root?', zh: 'ε 在根号里面还是外面？' },
  wordings: {
    en: [
      'epsilon under the square root, eps placement, sqrt(v + eps) or sqrt(v) + eps',
      'eps_root, tensorflow epsilon hat',
    ],
    zh: ['epsilon 的位置', '根号内的 eps 与根号外的 eps'],
  },
  answer: {
    en: 'Outside in the paper and in torch, √v̂ + ε, where v̂ averages squared gradients; inside, √(v̂ + ε), in TensorFlow’s RMSprop and elsewhere. They are different methods: inside, ε acts as about √ε would outside. With a gradient of 0.001, ε = 10⁻⁴ shortens the steps to 0.91 η outside and to a tenth inside, about as 10⁻² does outside.',
    zh: '论文和 torch 在外面：√v̂ + ε，其中 v̂ 是梯度平方的平均；TensorFlow 的 RMSprop 等在里面：√(v̂ + ε)。两者是不同的方法：放在里面的 ε，大致相当于外面的 √ε。梯度为 0.001 时，ε = 10⁻⁴ 放在外面步长是 0.91 η，放在里面只剩十分之一，与外面取 10⁻² 差不多。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.001*x', parameters: ['x'] },
    start: [1],
    steps: 10,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1, eps: 1e-4 } },
      { optimizer: 'adam-eps-inside', hyper: { lr: 0.1, eps: 1e-4 } },
      { optimizer: 'adam', hyper: { lr: 0.1, eps: 1e-2 } },
    ],
  },
  screen: { lossScale: 'linear' },
  lesson: 'where-epsilon-stands',
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [1 - 0.0909], within: 1e-4 },
    { kind: 'passes', run: 1, row: 1, at: [1 - 0.00995], within: 1e-4 },
    { kind: 'passes', run: 2, row: 1, at: [1 - 0.00909], within: 1e-4 },
  ],
};
