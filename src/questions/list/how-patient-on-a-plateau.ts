import type { Question } from '../types';

const onPlateau = (patience: number) => ({
  optimizer: 'sgd',
  hyper: { lr: 0.1 },
  batch: { size: 1 },
  schedule: { kind: 'plateau', patience },
});

export const howPatientOnAPlateau: Question = {
  id: 'how-patient-on-a-plateau',
  topic: 'rate',
  question: {
    en: 'How large should ReduceLROnPlateau’s patience be?',
    zh: 'ReduceLROnPlateau 的 patience 该取多大？',
  },
  wordings: {
    en: [
      'reduce lr on plateau, patience, threshold, cooldown, scheduler reads the loss',
      'learning rate drops too early, rate reduced to zero by the plateau scheduler',
    ],
    zh: ['耐心值、损失不再下降时降低学习率', '学习率降得太早、学习率一路降到接近零'],
  },
  answer: {
    en: 'Longer than noise takes to reach a new lowest loss. In the example the schedule is stepped after every update of one sample: with a patience of 10 it takes noise for a plateau, is down at 1e-8 long before the end and leaves the loss at 3.03; with 400 the run ends at 2.00, below the constant rate’s 2.07. torch is usually stepped once an epoch: its default of 10 then means 10 epochs, or 2,000 updates.',
    zh: '要比噪声之中出现一次新低所需的时间长。示例中每次更新只用一个样本，之后就让调度走一步：耐心值为 10 时，噪声被当成停滞，学习率早早降到 1e-8，损失停在 3.03；取 400 时最终损失为 2.00，低于恒定学习率的 2.07。torch 里通常每轮走一步：默认的 10 指 10 轮，在示例中是 2,000 次更新。',
  },
  experiment: {
    version: 1,
    problem: { id: 'linear-regression', data: { samples: 200, noise: 2 } },
    epochs: 20,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size: 1 } }, onPlateau(10), onPlateau(400)],
  },
  screen: { lossAxis: 'epoch', selected: 1 },
  lesson: 'rates-that-fall',
  claims: [
    { kind: 'updates', run: 1, count: 4000 },
    { kind: 'rate', run: 1, update: 2000, is: 1e-8 },
    { kind: 'loss', run: 1, from: 3.0, to: 3.06 },
    { kind: 'loss', run: 2, from: 1.985, to: 2.005 },
    { kind: 'loss', run: 0, from: 2.06, to: 2.085 },
    { kind: 'instead', changes: { seed: 2 }, claim: { kind: 'lower', run: 2, than: 1 } },
  ],
};
