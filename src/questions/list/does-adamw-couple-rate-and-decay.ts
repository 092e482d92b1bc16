import type { Question } from '../types';

export const doesAdamwCoupleRateAndDecay: Question = {
  id: 'does-adamw-couple-rate-and-decay',
  topic: 'regularization',
  question: { en: 'Does AdamW still couple the learning rate and the decay?', zh: 'AdamW 的学习率和衰减还耦合吗？' },
  wordings: {
    en: ['adamw lr times weight decay, decoupled but multiplied by lr', 'does changing lr change the weight decay'],
    zh: ['AdamW 学习率乘以权重衰减', '改学习率会不会改变权重衰减的强度'],
  },
  answer: {
    en: 'In torch, yes: each update multiplies the parameters by 1 − ηλ. On level ground, where the gradient is 0 and only the decay acts, 100 updates with η = 0.1, λ = 0.1 shrink 1 to 0.37, and so do η = 0.01, λ = 1; with η = 0.01, λ = 0.1 it is 0.90. What is decoupled is the decay and the gradient: the decay is not divided by √v̂, the recent size of gradients.',
    zh: '在 torch 里仍耦合：每次更新把参数乘以 1 − ηλ。在平地上梯度为 0，只有衰减起作用：η = 0.1、λ = 0.1 更新 100 次，1 缩小到 0.37；η = 0.01、λ = 1 也是 0.37；η = 0.01、λ = 0.1 则是 0.90。“解耦”只是说衰减不经过梯度，不除以近期梯度的大小 √v̂。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0*x', parameters: ['x'] },
    start: [1],
    steps: 100,
    runs: [
      { optimizer: 'adamw', hyper: { lr: 0.1, weightDecay: 0.1 } },
      { optimizer: 'adamw', hyper: { lr: 0.01, weightDecay: 1 } },
      { optimizer: 'adamw', hyper: { lr: 0.01, weightDecay: 0.1 } },
    ],
  },
  screen: { lossScale: 'linear' },
  lesson: 'decay-of-adam',
  claims: [
    { kind: 'arrives', run: 0, at: [0.99 ** 100], within: 1e-4 },
    { kind: 'together', runs: [0, 1], within: 1e-5 },
    { kind: 'arrives', run: 2, at: [0.999 ** 100], within: 1e-4 },
  ],
};
