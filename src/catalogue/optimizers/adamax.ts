import type { Optimizer } from '../types';

/** PyTorch adds eps to |g| inside the maximum; the paper has none. */
export const adamax: Optimizer = {
  id: 'adamax',
  name: { en: 'Adamax', zh: 'Adamax' },
  rates: 'adam',
  rule: `adamax(lr = 0.002, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0)
state m = 0, u = 0
g = grad(theta)
g = g + weightDecay*theta
m = beta1*m + (1 - beta1)*g
u = max(beta2*u, abs(g) + eps)
theta = theta - lr / (1 - beta1^t)*m / u`,
  sources: [
    'Kingma and Ba (2015), section 7.1, https://arxiv.org/abs/1412.6980',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.Adamax.html',
  ],
  truth: { torch: 'Adamax' },
  stability: {
    limit: '2*(1 + beta1) / ((1 - beta1)*lambda)',
    preconditioner: { divisor: '(1 - beta1^t)*u', penalty: 'weightDecay' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
