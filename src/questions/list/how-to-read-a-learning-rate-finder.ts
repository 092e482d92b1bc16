import type { Question } from '../types';

/** The factor of the finder's rate from one of its 100 updates to the next: seven powers of ten in all. */
const gamma = 1.17681195243;

export const howToReadALearningRateFinder: Question = {
  id: 'how-to-read-a-learning-rate-finder',
  topic: 'rate',
  question: { en: 'How do I read a learning-rate finder?', zh: '学习率查找器的曲线怎么看？' },
  wordings: {
    en: [
      'lr_find, LR range test, loss against learning rate plot, Smith',
      'steepest point or minimum of the finder curve, max_lr for one cycle, divide the minimum by ten',
    ],
    zh: ['学习率范围测试、lr_find、损失随学习率变化的曲线', '取最陡处还是最低处、最低处除以十'],
  },
  answer: {
    en: 'On the left the rates are too small to matter, then the loss falls, then it turns up. In the example it falls fastest at 0.0029 and is lowest at 0.33, which is four times the stability edge 2/25 = 0.08: growth that has only just begun is still hidden. So stay well below the lowest point: kept constant, a tenth of it descends, and 0.33 itself leaves.',
    zh: '左边的学习率太小，没有影响；然后损失下降；再往右又上升。示例中在 0.0029 处下降最快，在 0.33 处最低，而后者是稳定性边界 2/25 = 0.08 的四倍：刚开始的增长还看不出来。所以要远低于最低点：保持恒定时，取它的十分之一仍在下降，取 0.33 就会飞出。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 25 } },
    steps: 15,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.033 } },
      { optimizer: 'gd', hyper: { lr: 0.33 } },
    ],
  },
  screen: { tab: 'finder' },
  lesson: 'past-the-edge',
  claims: [
    { kind: 'finds', run: 0, of: 'steepest', from: 0.00285, to: 0.00295 },
    { kind: 'finds', run: 0, of: 'lowest', from: 0.325, to: 0.335 },
    { kind: 'curved', at: [0, 0], by: [25, 1] },
    { kind: 'falls', run: 0 },
    { kind: 'ends', run: 1, as: 'left' },
    // The first fifth of the finder's curve is flat, within 1%.
    {
      kind: 'instead',
      changes: {
        steps: 100,
        runs: [{ optimizer: 'gd', hyper: { lr: 1e-6 }, schedule: { kind: 'exponential', gamma } }],
      },
      claim: { kind: 'loss', run: 0, at: 20, from: 57.42, to: 58.01 },
    },
  ],
};
