import type { Question } from '../types';

export const saddleOrMinimum: Question = {
  id: 'saddle-or-minimum',
  topic: 'surface',
  question: { en: 'Is it a saddle or a minimum?', zh: '到了鞍点还是极小值点？' },
  wordings: {
    en: [
      'saddle point, how to tell a saddle from a minimum',
      'gradient is zero but not a minimum, stuck at a stationary point, critical point',
      'eigenvalues of the Hessian, second derivative test',
    ],
    zh: ['鞍点、驻点、临界点', '梯度为零却不是极小值', 'Hessian 矩阵的特征值', '怎么判断是鞍点'],
  },
  answer: {
    en: 'At both the gradient is 0; the eigenvalues of the Hessian tell them apart. All positive: a minimum. One negative: a saddle, as in the example, with 2 and −2; started a thousandth off the ridge, the run hardly moves around update 35, for the loss is flat there, and then leaves downhill.',
    zh: '两处的梯度都是 0，要靠 Hessian 矩阵的特征值来区分。全为正：极小值点。有一个为负：鞍点，示例中是 2 和 −2；起点偏离脊线千分之一，轨迹在第 35 次更新前后几乎不动，因为那里是平的，随后便向下离开。',
  },
  experiment: {
    version: 1,
    problem: { id: 'saddle' },
    start: [0.9, 0.001],
    steps: 80,
    runs: [{ optimizer: 'gd', hyper: { lr: 0.05 } }],
  },
  screen: { lossScale: 'linear', tab: 'curvature', step: 35 },
  lesson: 'noise-at-a-saddle',
  claims: [
    { kind: 'curved', at: [0, 0], by: [2, -2] },
    { kind: 'passes', run: 0, row: 35, at: [0, 0], within: 0.04 },
    { kind: 'loss', run: 0, at: 35, from: -0.001, to: 0.001 },
    { kind: 'loss', run: 0, from: -10, to: -4 },
    { kind: 'ends', run: 0, as: 'left' },
  ],
};
