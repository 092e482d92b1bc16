import type { Question } from '../types';

export const whyDoKerasAndPytorchDiffer: Question = {
  id: 'why-do-keras-and-pytorch-differ',
  topic: 'libraries',
  question: {
    en: 'Why do Keras and PyTorch differ at the same settings?',
    zh: '同样的设置，Keras 和 PyTorch 结果为什么不同？',
  },
  wordings: {
    en: [
      'tensorflow and torch give different results, reproduce keras in pytorch',
      'different defaults rmsprop rho alpha epsilon',
      'porting a model between frameworks',
    ],
    zh: ['TensorFlow 与 torch 结果不一致', '默认参数不同', '在 PyTorch 里复现 Keras'],
  },
  answer: {
    en: 'Because the same name hides other defaults and formulas. RMSprop forgets with 0.9 and ε = 10⁻⁷ in Keras, with 0.99 and 10⁻⁸ in torch: at the same rate torch’s first step is 3.2 times as long. With Keras’s values written out the two paths agree; what is left is where ε stands, inside the root or outside.',
    zh: '因为同一个名字背后，默认值和公式并不相同。RMSprop 的衰减率和 ε，Keras 是 0.9 和 10⁻⁷，torch 是 0.99 和 10⁻⁸：学习率相同，torch 的第一步却是 3.2 倍长。把 Keras 的值写明，两条轨迹就一致；剩下的差别只是 ε 在根号内还是根号外。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 100,
    runs: [
      { optimizer: 'rmsprop', hyper: { lr: 0.01 } },
      { optimizer: 'rmsprop-tf', hyper: { lr: 0.01 } },
      { optimizer: 'rmsprop', hyper: { lr: 0.01, alpha: 0.9, eps: 1e-7 } },
    ],
  },
  lesson: 'momentum-spellings',
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [-3.9, 1.9], within: 1e-5 },
    { kind: 'passes', run: 1, row: 1, at: [-4 + 0.01 / Math.sqrt(0.1), 2 - 0.01 / Math.sqrt(0.1)], within: 1e-5 },
    { kind: 'together', runs: [1, 2], within: 1e-4 },
    { kind: 'apart', runs: [0, 1], by: 0.5 },
  ],
};
