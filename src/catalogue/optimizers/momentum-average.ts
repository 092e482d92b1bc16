import type { Optimizer } from '../types';

/**
 * An average of past gradients instead of a sum: at the same rate its steps are 1 - momentum times as long.
 * torch's dampening = momentum differs in its first buffer alone, which is g.
 */
export const momentumAverage: Optimizer = {
  id: 'momentum-average',
  name: { en: 'Momentum (average)', zh: '动量法（滑动平均）' },
  rates: 'sgd',
  rule: `average(lr = 0.01, momentum = 0.9)
state v = 0
g = grad(theta)
v = momentum*v + (1 - momentum)*g
theta = theta - lr*v`,
  sources: [
    'Ng (2017), Deep Learning Specialization, course 2, week 2, gradient descent with momentum',
    'Kingma and Ba (2015) (the first moment), https://arxiv.org/abs/1412.6980',
  ],
  truth: {
    test: 'momentum-average is SGD at 1 - momentum times the rate, and SGD with dampening but for its first buffer',
  },
  arrows: [
    { kind: 'velocity', displacement: '-lr*momentum*v_before' },
    { kind: 'gradient', displacement: '-lr*(1 - momentum)*g' },
  ],
  stability: { limit: '2*(1 + momentum) / ((1 - momentum)*lambda)', source: 'docs/theory.md, momentum' },
};
