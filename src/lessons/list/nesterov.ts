import type { Lesson } from '../types';

/** Nesterov 1983; Sutskever et al. 2013; torch.optim.SGD's rearrangement. */
export const nesterovLooksAhead: Lesson = {
  id: 'nesterov-looks-ahead',
  chapter: 'memory',
  title: { en: 'Nesterov looks ahead', zh: 'Nesterov 先看一步' },
  about: {
    en: 'Classical momentum takes the gradient where it stands and then jumps; Nesterov jumps first and takes it there, so it brakes before the wall. In the steep direction it has settled while momentum still swings. Step through and watch the arrows.',
    zh: '经典动量先在当前点取梯度再跳跃；Nesterov 先跳跃，再在落点取梯度，因此撞壁之前就开始制动。在陡的方向上，它早已稳定，动量法却仍在摆动。逐步播放，观察箭头。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 100 } },
    steps: 100,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.009, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.009, momentum: 0.9, nesterov: true } },
    ],
  },
  screen: { selected: 1, step: 5, arrows: ['step'] },
  claims: [{ kind: 'lower', run: 1, than: 0, at: 40, times: 2 }],
};
