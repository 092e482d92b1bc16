import type { Question } from '../types';

export const whyScaleFeatures: Question = {
  id: 'why-scale-features',
  topic: 'surface',
  question: { en: 'Why should I scale the features?', zh: '为什么要对特征做标准化（归一化）？' },
  wordings: {
    en: [
      'normalize, normalise, standardize, standardise inputs',
      'feature scaling, z-score, different units',
      'should I normalize my data before training',
    ],
    zh: ['特征缩放、归一化、规范化', '数据预处理，不同量纲', '输入要不要归一化'],
  },
  answer: {
    en: 'A feature with numbers ten times as large makes the loss a hundred times as steep along its weight. In the example that direction caps the rate at about 0.02, and there the other parameters have not arrived after 60 epochs; at 0.5 the run diverges. Standardize the features (among the settings of the problem) and the same 0.5 arrives.',
    zh: '某个特征的数值大十倍，损失沿它的权重就陡一百倍。示例中这个方向把学习率限制在 0.02 左右，此时 60 轮之后其余参数还没到达；取 0.5 就发散。标准化和归一化都是把各特征变到相近的尺度：在问题设置里打开“特征标准化”，同样的 0.5 就能到达。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 300, scale: 10 } },
    epochs: 60,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.019 } },
      { optimizer: 'gd', hyper: { lr: 0.5 } },
    ],
  },
  screen: { units: 'equal', lossAxis: 'epoch' },
  lesson: 'standardized',
  claims: [
    { kind: 'misses', run: 0, by: 0.5 },
    { kind: 'diverges', run: 1, from: 5, to: 30 },
    {
      kind: 'instead',
      changes: { problem: { data: { standardize: 1 } } },
      claim: { kind: 'arrives', run: 1, within: 0.001 },
    },
    {
      kind: 'instead',
      changes: { runs: [{ optimizer: 'gd', hyper: { lr: 0.024 } }] },
      claim: { kind: 'ends', run: 0, as: 'left' },
    },
  ],
};
