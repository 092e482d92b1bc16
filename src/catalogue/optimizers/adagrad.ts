import type { Optimizer } from '../types';

export const adagrad: Optimizer = {
  id: 'adagrad',
  name: { en: 'Adagrad', zh: 'Adagrad' },
  rule: `adagrad(lr = 0.01, lrDecay = 0, weightDecay = 0, initialAccumulatorValue = 0, eps = 1e-10)
state s = initialAccumulatorValue
g = grad(theta)
g = g + weightDecay*theta
s = s + g^2
rate = lr / (1 + (t - 1)*lrDecay)
theta = theta - rate*g / (sqrt(s) + eps)`,
  symbols: { rate: '\\tilde{\\eta}' },
  sources: [
    'Duchi, Hazan and Singer (2011), https://jmlr.org/papers/v12/duchi11a.html',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html',
  ],
  truth: { torch: 'Adagrad' },
  stability: {
    limit: '2 / lambda',
    preconditioner: { divisor: '(1 + (t - 1)*lrDecay)*(sqrt(s) + eps)', penalty: 'weightDecay' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
