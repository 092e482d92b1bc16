import type { Optimizer } from '../types';

/**
 * The parameters are the average x, which is used after training; `z` is what the steps move, and the gradient is taken between both.
 * Each point counts by the square of its rate, as in the paper. The authors' code counts it by the square of the largest rate so
 * far: the same while a rate warms up, another average once it falls.
 */
export const scheduleFreeSgd: Optimizer = {
  id: 'schedule-free-sgd',
  name: { en: 'Schedule-Free SGD', zh: 'Schedule-Free SGD' },
  rates: 'sgd',
  rule: `schedule_free_sgd(lr = 0.01, momentum = 0.9)
state z = 0, w = 0
z = if(t == 1, theta, z)
y = (1 - momentum)*z + momentum*theta
z = z - lr*grad(y)
w = w + lr^2
c = if(w > 0, lr^2 / w, 0)
theta = (1 - c)*theta + c*z
draw y`,
  sources: [
    'Defazio et al. (2024), https://arxiv.org/abs/2405.15682',
    'https://github.com/facebookresearch/schedule_free',
  ],
  truth: { paper: true },
};
