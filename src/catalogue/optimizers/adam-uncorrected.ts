import type { Optimizer } from '../types';

/**
 * Both moments start from 0 and are not corrected for that. With the usual betas the first step is
 * (1 - 0.9)/sqrt(1 - 0.999), or 3.16, times as long as Adam's. With `amsgrad` this is AMSGrad as its paper has it.
 */
export const adamUncorrected: Optimizer = {
  id: 'adam-uncorrected',
  name: { en: 'Adam without bias correction', zh: 'Adam（不做偏差修正）' },
  rates: 'adam',
  rule: `adam(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, amsgrad = false)
state m = 0, v = 0, vmax = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
vmax = max(vmax, v)
theta = theta - lr*m / (sqrt(if(amsgrad, vmax, v)) + eps)`,
  symbols: { vmax: 'v^{\\mathrm{max}}' },
  sources: [
    'Kingma and Ba (2015), section 3 (what the correction is for), https://arxiv.org/abs/1412.6980',
    'Reddi, Kale and Kumar (2018), algorithm 2, https://openreview.net/forum?id=ryQu7f-RZ',
  ],
  truth: { test: 'adam-uncorrected is the loop of Reddi et al.; its first step is 3.16 times as long as that of Adam' },
  stability: {
    limit: '2*(1 + beta1) / ((1 - beta1)*lambda)',
    preconditioner: { divisor: 'sqrt(if(amsgrad, vmax, v)) + eps' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
