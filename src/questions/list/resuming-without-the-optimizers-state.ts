import type { Question } from '../types';

export const resumingWithoutTheOptimizersState: Question = {
  id: 'resuming-without-the-optimizers-state',
  topic: 'libraries',
  question: { en: 'May I resume training without the optimizer’s state?', zh: '恢复训练时不加载优化器状态行不行？' },
  wordings: {
    en: [
      'checkpoint, load state_dict, optimizer.load_state_dict, continue training',
      'loss jumps after resuming from a checkpoint',
      'forgot to save the optimizer',
    ],
    zh: ['断点续训、检查点、load_state_dict', '恢复训练后损失突然变大', '忘了保存优化器'],
  },
  answer: {
    en: 'Plain gradient descent has none and goes on as if nothing had happened. Adam without its m and v begins again with a step of the full rate in every parameter, whatever the gradient: in the example it is resumed at 0.01, close to the minimum, and the first update throws it to −0.09. A run that kept its state comes past the same point with steps of 0.0005.',
    zh: '普通梯度下降没有状态，照常继续。Adam 丢了 m 和 v，就会重新以整个学习率为步长迈出第一步，不管梯度多小：示例中从极小值点附近的 0.01 恢复，第一次更新就把它甩到 −0.09。保留了状态的轨迹经过同一点时，步子只有 0.0005。',
  },
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [0.01],
    steps: 40,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 } },
      { optimizer: 'gd', hyper: { lr: 0.1 } },
    ],
  },
  screen: { view: { kind: 'curve', axes: [0], x: [-0.15, 0.15], y: [0, 1], held: [0] } },
  claims: [
    { kind: 'passes', run: 0, row: 1, at: [-0.09], within: 1e-5 },
    { kind: 'falls', run: 1 },
    ...[
      { row: 268, at: [0.01008] },
      { row: 269, at: [0.0096] },
    ].map((passed) => ({
      kind: 'instead' as const,
      changes: { start: [10], steps: 400 },
      claim: { kind: 'passes' as const, run: 0, within: 2e-5, ...passed },
    })),
  ],
};
