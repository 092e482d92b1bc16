import type { Lesson } from '../types';

const gd = (lr: number) => ({ optimizer: 'gd', hyper: { lr }, batch: { size: 'all' } });

/** One feature is measured in units ten times as fine as the other's. */
export const unequalScales: Lesson = {
  id: 'unequal-scales',
  chapter: 'help',
  title: { en: 'Features of unequal scale', zh: '尺度不同的特征' },
  about: { en: 'What do units do to gradient descent?', zh: '量纲对梯度下降有什么影响？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { scale: 10 } },
    epochs: 60,
    runs: [gd(0.019), gd(0.5)],
  },
  screen: { lossAxis: 'epoch' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'The numbers of one feature are ten times as large as the other’s, as with centimetres and decimetres. With equal scales a rate of 0.5 would be fine. What does the run at 0.5 do here?',
        zh: '一个特征的数值是另一个的十倍，好比厘米与分米。尺度相同时，学习率 0.5 没有问题。这里取 0.5 的轨迹会怎样？',
      },
      answers: [
        {
          text: { en: 'It converges, if slowly', zh: '收敛，只是较慢' },
          claim: { kind: 'ends', run: 1, as: 'converged' },
        },
        {
          text: { en: 'It ends at a loss of about 1', zh: '最后损失约为 1' },
          claim: { kind: 'loss', run: 1, from: 0.1, to: 10 },
        },
        {
          text: { en: 'Its loss grows without bound', zh: '损失无限增大' },
          claim: { kind: 'grows', run: 1, times: 1000 },
        },
      ],
      because: {
        en: 'Ten times the numbers make the bowl a hundred times as steep along that weight. At 0.5 every update throws the run farther. At 0.019 it holds, but the other two parameters then move so slowly that after 60 passes the run is still 1.5 from the minimum.',
        zh: '数值大十倍，损失曲面沿该权重就陡一百倍。取 0.5，每次更新都抛得更远。取 0.019 能稳住，但另外两个参数走得太慢，60 轮之后离极小值点的距离仍有 1.5。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Lower the rate of run 2 until its loss ends below 1, but keep it as large as you can.',
        zh: '降低第 2 条的学习率，直到最后的损失小于 1，但要尽量大。',
      },
      hint: {
        en: 'The stability edge is at 0.0214. Type a number just below it.',
        zh: '稳定性边界在 0.0214。输入一个略小于它的数。',
      },
      claims: [{ kind: 'loss', run: 1, to: 1 }],
      solution: { runs: { 1: { hyper: { lr: 0.021 } } } },
      par: { of: 'hyper', run: 1, name: 'lr', is: 0.021, best: 'most' },
    },
    {
      kind: 'why',
      text: {
        en: 'The steepest direction sets the rate for all. No rate is good here; the cure is to change the data. The next lesson does that.',
        zh: '最陡的方向决定了所有方向的学习率。这里没有好的学习率，要改的是数据。下一课就这样做。',
      },
    },
  ],
  claims: [
    { kind: 'misses', run: 0, by: 1.4 },
    { kind: 'diverges', run: 1, from: 5, to: 30 },
  ],
};

const standardize = { problem: { data: { standardize: 1 } } };

export const standardized: Lesson = {
  id: 'standardized',
  chapter: 'help',
  title: { en: 'Features of unequal scale, standardized', zh: '把尺度不同的特征标准化' },
  about: { en: 'How much does scaling the features help?', zh: '缩放特征能有多大帮助？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { scale: 10 } },
    epochs: 60,
    runs: [gd(0.019), gd(0.5)],
  },
  screen: { lossAxis: 'epoch' },
  steps: [
    {
      kind: 'see',
      text: {
        en: 'The data of the last lesson: one feature ten times as large as the other. The run at 0.019 creeps, the one at 0.5 is thrown out.',
        zh: '上一课的数据：一个特征是另一个的十倍。0.019 的轨迹在爬行，0.5 的被抛了出去。',
      },
    },
    {
      kind: 'predict',
      change: standardize,
      question: {
        en: 'Now each feature is standardized: less its mean, and divided by its standard deviation. What does the run at 0.5 do?',
        zh: '现在把每个特征标准化：减去均值，再除以标准差。学习率 0.5 的轨迹会怎样？',
      },
      answers: [
        {
          text: { en: 'It converges within 20 passes', zh: '20 轮之内收敛' },
          claim: { kind: 'ends', run: 1, as: 'converged', by: 20 },
        },
        {
          text: { en: 'It needs all 60 passes', zh: '60 轮全部用上' },
          claim: { kind: 'loss', run: 1, from: 0.001, to: 1 },
        },
        { text: { en: 'It is thrown out again', zh: '再次被抛出去' }, claim: { kind: 'grows', run: 1 } },
      ],
      because: {
        en: 'Now all weights are equally steep: the valley has become a round bowl, and the gradient points at its bottom. Twelve passes are enough.',
        zh: '现在各权重一样陡，山谷变成了圆碗，梯度正对碗底。十二轮就够了。',
      },
      claims: [
        { kind: 'ends', run: 1, as: 'converged', by: 12 },
        { kind: 'lower', run: 1, than: 0, times: 100 },
      ],
    },
    {
      kind: 'do',
      task: {
        en: 'Do it yourself: standardize the features in the Problem card, then change the rate of run 2 so that it converges in as few passes as you can.',
        zh: '自己动手：先在“问题设置”中打开标准化，再改变第 2 条的学习率，使它用尽可能少的轮数收敛。',
      },
      hint: { en: 'On a round bowl of curvature 1 the best rate is 1.', zh: '曲率为 1 的圆碗，最佳学习率是 1。' },
      claims: [{ kind: 'ends', run: 1, as: 'converged', by: 8 }],
      solution: { ...standardize, runs: { 1: { hyper: { lr: 1 } } } },
      par: { of: 'updates', run: 1, is: 2, best: 'least' },
    },
    {
      kind: 'why',
      text: {
        en: 'Standardizing costs one pass over the data and makes the condition number of this problem almost 1. Layers that normalize inside a network, such as batch normalization, have a similar aim.',
        zh: '标准化只需读一遍数据，就使本问题的条件数几乎变为 1。网络内部的归一化层（如批归一化）也有类似的目的。',
      },
    },
  ],
  claims: [
    { kind: 'misses', run: 0, by: 1 },
    { kind: 'grows', run: 1, times: 1000 },
  ],
};
