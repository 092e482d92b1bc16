import type { Optimizer } from '../types';

/** PyTorch's AMSGrad takes the maximum before the bias correction; the paper has no correction. */
export const adam: Optimizer = {
  id: 'adam',
  name: { en: 'Adam', zh: 'Adam' },
  rates: 'adam',
  rule: `adam(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0, amsgrad = false)
state m = 0, v = 0, vmax = 0
g = grad(theta)
g = g + weightDecay*theta
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
vmax = max(vmax, v)
mhat = m / (1 - beta1^t)
vhat = if(amsgrad, vmax, v) / (1 - beta2^t)
theta = theta - lr*mhat / (sqrt(vhat) + eps)`,
  symbols: { vmax: 'v^{\\mathrm{max}}' },
  sources: [
    'Kingma and Ba (2015), https://arxiv.org/abs/1412.6980',
    'Reddi, Kale and Kumar (2018) (amsgrad), https://openreview.net/forum?id=ryQu7f-RZ',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html',
  ],
  truth: { torch: 'Adam' },
  arrows: [
    { kind: 'velocity', displacement: '-lr*beta1*m_before / (1 - beta1^t) / (sqrt(vhat) + eps)' },
    { kind: 'gradient', displacement: '-lr*(1 - beta1)*g / (1 - beta1^t) / (sqrt(vhat) + eps)' },
  ],
  stability: {
    limit: '2*(1 + beta1) / ((1 - beta1)*lambda)',
    preconditioner: {
      divisor: '(1 - beta1^t)*(sqrt(if(amsgrad, vmax, v) / (1 - beta2^t)) + eps)',
      penalty: 'weightDecay',
    },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
