import type { Optimizer } from '../types';

/** PyTorch rectifies from rho > 5 (the paper: > 4), and adds eps before the bias correction of v. */
export const radam: Optimizer = {
  id: 'radam',
  name: { en: 'RAdam', zh: 'RAdam' },
  rates: 'adam',
  rule: `radam(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0, decoupledWeightDecay = false)
state m = 0, v = 0
g = grad(theta)
g = if(decoupledWeightDecay, g, g + weightDecay*theta)
theta = if(decoupledWeightDecay, theta*(1 - lr*weightDecay), theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
mhat = m / (1 - beta1^t)
rhomax = 2 / (1 - beta2) - 1
rho = rhomax - 2*t*beta2^t / (1 - beta2^t)
r = if(rho > 5, sqrt((rho - 4)*(rho - 2)*rhomax / ((rhomax - 4)*(rhomax - 2)*rho)), 0)
a = if(rho > 5, r*sqrt(1 - beta2^t) / (sqrt(v) + eps), 1)
theta = theta - lr*mhat*a`,
  symbols: { rhomax: '\\rho_\\infty', rho: '\\rho_t', r: 'r_t' },
  sources: [
    'Liu et al. (2020), https://arxiv.org/abs/1908.03265',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html',
  ],
  truth: { torch: 'RAdam' },
  divisor: '(1 - beta1^t)*if(rho > 5, (sqrt(v) + eps) / (r*sqrt(1 - beta2^t)), 1)',
};
