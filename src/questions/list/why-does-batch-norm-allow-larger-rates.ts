import type { Question } from '../types';

export const whyDoesBatchNormAllowLargerRates: Question = {
  id: 'why-does-batch-norm-allow-larger-rates',
  topic: 'surface',
  question: {
    en: 'Why does batch norm allow larger learning rates?',
    zh: 'BN（批归一化）层为什么能用大学习率？',
  },
  wordings: {
    en: ['batch normalization, batchnorm layer, layer norm, normalization layers', 'what does batch norm do'],
    zh: ['BN 层的作用、批量归一化、层归一化', '加了 batch norm 为什么可以调大学习率'],
  },
  answer: {
    en: 'This page has no batch-norm layers; it can show their nearest relative, standardizing the inputs. In the example one feature has numbers ten times as large as the other: as they are, that makes one direction about a hundred times as steep, and 0.5 diverges. Standardized, the directions are about equally steep, and the same 0.5 converges within 15 epochs. Batch norm does the same to what enters the inner layers, with the mean and spread of each batch.',
    zh: '本页没有 BN 层，能演示的是与它最接近的做法：把输入标准化。示例中一个特征的数值是另一个的十倍：不处理时，一个方向的陡度约为其他方向的一百倍，学习率 0.5 发散。标准化之后，各方向差不多一样陡，同样的 0.5 在 15 轮之内收敛。BN 对进入网络内部各层的数值做同样的事，用的是每个批量的均值和标准差。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 300, scale: 10, standardize: 1 } },
    epochs: 60,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.5 } },
      { optimizer: 'gd', hyper: { lr: 0.019 } },
    ],
  },
  screen: { lossAxis: 'epoch' },
  lesson: 'standardized',
  claims: [
    { kind: 'curved', at: [1.975232, -3.316579, 3.971571], by: [1.01237, 1, 0.98763] },
    { kind: 'ends', run: 0, as: 'converged', by: 15 },
    ...[
      { kind: 'grows' as const, run: 0, times: 1e6 },
      { kind: 'curved' as const, at: [1.999901, -0.340054, 4.20051], by: [95.5392, 0.99662, 0.97438] },
    ].map((claim) => ({ kind: 'instead' as const, changes: { problem: { data: { standardize: 0 } } }, claim })),
  ],
};
