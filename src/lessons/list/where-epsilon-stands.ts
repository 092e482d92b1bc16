import type { Lesson } from '../types';

/** known-results: for g = 1e-3 the first step is 0.99999 eta at eps 1e-8 and 0.909 eta at 1e-4. */
export const whereEpsilonStands: Lesson = {
  id: 'where-epsilon-stands',
  chapter: 'scale',
  title: { en: 'Where epsilon stands', zh: 'ε 放在哪里' },
  about: {
    en: 'A slope of 0.001. Adam’s first step is η|g|/(|g| + ε): with ε = 10⁻⁸ it is η, with 10⁻⁴ it is 0.909 η. Inside the root, √(v̂ + ε), the same 10⁻⁴ weighs like 0.01 outside and the step is a tenth. It is a different method.',
    zh: '斜率为 0.001。Adam 的第一步是 η|g|/(|g| + ε)：ε = 10⁻⁸ 时为 η，10⁻⁴ 时为 0.909 η。若放在根号内，√(v̂ + ε)，同样的 10⁻⁴ 相当于根号外的 0.01，步长只剩十分之一。这是另一种方法。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.001*x', parameters: ['x'] },
    start: [1],
    steps: 10,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1, eps: 1e-8 } },
      { optimizer: 'adam', hyper: { lr: 0.1, eps: 1e-4 } },
      { optimizer: 'adam-eps-inside', hyper: { lr: 0.1, eps: 1e-4 } },
    ],
  },
  screen: { lossScale: 'linear' },
  claims: [
    { kind: 'arrives', run: 0, at: [0.00001], within: 1e-4 },
    { kind: 'arrives', run: 1, at: [1 - 10 / 11], within: 1e-4 },
    { kind: 'apart', runs: [1, 2], by: 0.8 },
  ],
};
