import type { Lesson } from '../types';

const sgd = (lr: number, batch: object) => ({ optimizer: 'sgd', hyper: { lr }, batch });
const regression = (samples: number) => ({ id: 'linear-regression', data: { samples } });

export const accumulation: Lesson = {
  id: 'accumulation',
  chapter: 'batches',
  title: { en: 'Accumulating gradients', zh: '梯度累积' },
  about: { en: 'Can four small batches stand in for a large one?', zh: '四个小批量能代替一个大批量吗？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: regression(240),
    epochs: 3,
    runs: [
      sgd(0.2, { size: 40 }),
      sgd(0.2, { size: 10, accumulate: 4 }),
      sgd(0.2, { size: 10, accumulate: 4, reduce: 'sum' }),
      sgd(0.6, { size: 10, accumulate: 4, reduce: 'sum' }),
    ],
  },
  screen: { lossAxis: 'samples' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Run 1 takes batches of 40. Run 2 averages the gradients of four micro-batches of 10 and then makes one update, at the same rate. Its path is …',
        zh: '第 1 条每批 40 个样本。第 2 条对四个大小为 10 的微批量求梯度平均后才更新一次，学习率相同。它的轨迹……',
      },
      answers: [
        { text: { en: 'the same', zh: '完全相同' }, claim: { kind: 'together', runs: [0, 1], within: 1e-4 } },
        { text: { en: 'slower', zh: '更慢' }, claim: { kind: 'ratio', run: 1, over: 0, from: 1.5 } },
        { text: { en: 'faster', zh: '更快' }, claim: { kind: 'ratio', run: 1, over: 0, to: 0.67 } },
      ],
      because: {
        en: 'A mean of four means over 10 is the mean over 40. Added up instead of averaged (runs 3 and 4) a step is four times as long: at 0.2 that is faster here, at 0.6 too long, for the stability edge is at a quarter of the usual.',
        zh: '四个 10 的平均再平均，就是 40 的平均。若改为求和（第 3、4 条），每步是四倍长：学习率 0.2 时更快，0.6 时过长，因为稳定性边界降为通常的四分之一。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the rate of the fourth run (summed, 0.6) until it follows the path of the first.',
        zh: '改变第四条轨迹（求和，0.6）的学习率，使它沿着第一条的轨迹走。',
      },
      hint: { en: 'A sum of four is four times the mean.', zh: '四个之和是平均的四倍。' },
      claims: [{ kind: 'together', runs: [0, 3], within: 0.05 }],
      solution: { runs: { 3: { hyper: { lr: 0.05 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Accumulation saves memory: only one micro-batch is held at a time, and the update is that of the large batch. Divide the loss by the number of micro-batches, or divide the rate by it.',
        zh: '梯度累积节省内存：每次只需存放一个微批量，更新却与大批量相同。要么把损失除以微批量的个数，要么把学习率除以它。',
      },
    },
  ],
  claims: [
    { kind: 'lower', run: 2, than: 1, times: 10 },
    { kind: 'grows', run: 3 },
  ],
};

/** The usual loop divides every micro-batch's loss by the number of accumulation steps, the last group's too. */
export const incompleteGroup: Lesson = {
  id: 'incomplete-group',
  chapter: 'batches',
  title: { en: 'Accumulation with an incomplete last group', zh: '梯度累积：最后不足一组时' },
  about: { en: 'What if the samples do not fill the last group?', zh: '样本数不够凑满最后一组时会怎样？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: regression(50),
    epochs: 2,
    runs: [
      sgd(0.2, { size: 40 }),
      sgd(0.2, { size: 10, accumulate: 4 }),
      sgd(0.2, { size: 10, accumulate: 4, tail: 'exact' }),
    ],
  },
  screen: { lossAxis: 'samples', lossScale: 'linear' },
  steps: [
    {
      kind: 'predict',
      question: {
        en: '50 samples, groups of 4 × 10: each epoch has one full group and one with a single micro-batch. A batch of 10 steps 0.9 there (run 1). How long is the step of the usual accumulation loop (run 2)?',
        zh: '50 个样本，每组 4 × 10：每轮有一个满组和一个只有一个微批量的组。用 10 个样本的批量（第 1 条）这一步长 0.9。通常的累积写法（第 2 条）走多长？',
      },
      answers: [
        {
          text: { en: 'The same: 0.9', zh: '一样：0.9' },
          claim: { kind: 'strides', run: 1, at: 2, from: 0.6, to: 1.5 },
        },
        {
          text: { en: 'A quarter: 0.23', zh: '四分之一：0.23' },
          claim: { kind: 'strides', run: 1, at: 2, to: 0.3 },
        },
        { text: { en: 'Four times: 3.6', zh: '四倍：3.6' }, claim: { kind: 'strides', run: 1, at: 2, from: 3 } },
      ],
      because: {
        en: 'The usual loop divides every micro-batch by 4, also the only one of the last group. Its step is a quarter of what its samples deserve. Run 3 divides by the number that are really there and follows run 1.',
        zh: '通常的训练程序把每个微批量都除以 4，连最后一组中仅有的那个也不例外，于是这一步只有应有的四分之一。第 3 条除以实际的个数，与第 1 条重合。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the number of samples until the paths of runs 1 and 2 are the same.',
        zh: '改变样本数，使第 1、2 条轨迹完全重合。',
      },
      hint: { en: 'No group is incomplete if 40 divides the number.', zh: '样本数能被 40 整除，就没有不满的组。' },
      claims: [{ kind: 'together', runs: [0, 1], within: 1e-3 }],
      solution: { problem: { data: { samples: 80 } } },
    },
    {
      kind: 'why',
      text: {
        en: 'A small fault of many training scripts: the last update of every epoch counts too little. Drop the incomplete group, or divide by its true size.',
        zh: '许多训练脚本都有这个小毛病：每轮最后一次更新的分量太轻。可以丢弃不满的组，或除以它的实际大小。',
      },
    },
  ],
  claims: [
    { kind: 'together', runs: [0, 2], within: 1e-4 },
    { kind: 'together', runs: [0, 1], until: 1, within: 1e-4 },
    { kind: 'strides', run: 0, at: 2, from: 0.85, to: 0.95 },
    { kind: 'strides', run: 1, at: 2, from: 0.22, to: 0.235 },
    { kind: 'apart', runs: [0, 1], by: 0.3 },
  ],
};
