import type { Question } from '../types';

export const schedulerBeforeTheOptimizer: Question = {
  id: 'scheduler-before-the-optimizer',
  topic: 'libraries',
  question: {
    en: 'What if scheduler.step() comes before optimizer.step()?',
    zh: 'scheduler.step() 放在 optimizer.step() 之前会怎样？',
  },
  wordings: {
    en: [
      'order of scheduler and optimizer, lr_scheduler warning',
      'detected call of lr_scheduler.step() before optimizer.step()',
      'skip the first value of the learning rate schedule',
    ],
    zh: ['调度器和优化器的先后顺序', '跳过学习率调度的第一个值'],
  },
  answer: {
    en: 'The first rate of the schedule is skipped and every update gets the next one. With a rate that halves at each update that costs half of the way: 0.1, 0.05, 0.025 … goes from 10 to 6.5, while 0.05, 0.025 … stops at 8.1. With a slow schedule it costs little, but it is never what was meant.',
    zh: '调度的第一个学习率被跳过，每次更新用的都是下一个值。若学习率每次减半，就少走一半的路：0.1、0.05、0.025……从 10 走到 6.5，而 0.05、0.025……停在 8.1。学习率变化缓慢时影响不大，但总归不是本意。',
  },
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 20,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.1 }, schedule: { kind: 'exponential', gamma: 0.5 } },
      { optimizer: 'gd', hyper: { lr: 0.05 }, schedule: { kind: 'exponential', gamma: 0.5 } },
    ],
  },
  screen: { plot: { quantity: 'lr' } },
  claims: [
    { kind: 'rate', run: 0, update: 1, is: 0.1 },
    { kind: 'rate', run: 0, update: 2, is: 0.05 },
    { kind: 'rate', run: 1, update: 1, is: 0.05 },
    { kind: 'rate', run: 1, update: 2, is: 0.025 },
    { kind: 'arrives', run: 0, at: [6.5], within: 0.05 },
    { kind: 'arrives', run: 1, at: [8.1], within: 0.05 },
  ],
};
