import type { Optimizer } from '../types';

/**
 * Every gradient is divided by the average of the squares before it, and averaged afterwards. The first update has no such average and
 * only measures: the bound c on the divided gradients, which the authors added later, is 0 there. It grows so slowly that where
 * `beta2` is small a rare steep gradient stays cut for very long (`reddi.test.ts`).
 */
export const adopt: Optimizer = {
  id: 'adopt',
  name: { en: 'ADOPT', zh: 'ADOPT' },
  rates: 'adam',
  rule: `adopt(lr = 0.001, beta1 = 0.9, beta2 = 0.9999, eps = 1e-6)
state m = 0, v = 0
g = grad(theta)
c = (t - 1)^0.25
u = clamp(g / max(sqrt(v), eps), -c, c)
m = beta1*m + (1 - beta1)*u
theta = theta - lr*m
v = if(t == 1, g^2, beta2*v + (1 - beta2)*g^2)`,
  sources: ['Taniguchi et al. (2024), https://arxiv.org/abs/2411.02853', 'https://github.com/iShohei220/adopt'],
  truth: { paper: true },
  divisor: 'if(t == 1, 1/0, max(sqrt(v_before), eps))',
};
