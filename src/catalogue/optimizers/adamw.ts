import type { Optimizer } from '../types';

/** The decay shrinks the parameters themselves and never enters the gradient: not Adam with an L2 penalty. */
export const adamw: Optimizer = {
  id: 'adamw',
  name: { en: 'AdamW', zh: 'AdamW' },
  rates: 'adam',
  rule: `adamw(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.01, amsgrad = false)
state m = 0, v = 0, vmax = 0
g = grad(theta)
theta = theta*(1 - lr*weightDecay)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
vmax = max(vmax, v)
mhat = m / (1 - beta1^t)
vhat = if(amsgrad, vmax, v) / (1 - beta2^t)
theta = theta - lr*mhat / (sqrt(vhat) + eps)`,
  symbols: { vmax: 'v^{\\mathrm{max}}' },
  sources: [
    'Loshchilov and Hutter (2019), https://arxiv.org/abs/1711.05101',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html',
  ],
  truth: { torch: 'AdamW' },
  arrows: [
    { kind: 'decay', displacement: '-lr*weightDecay*theta_before' },
    { kind: 'velocity', displacement: '-lr*beta1*m_before / (1 - beta1^t) / (sqrt(vhat) + eps)' },
    { kind: 'gradient', displacement: '-lr*(1 - beta1)*g / (1 - beta1^t) / (sqrt(vhat) + eps)' },
  ],
  // The decay acts beside the preconditioned step, not through it: docs/theory.md, decoupled decay.
  stability: {
    limit: '2*(1 + beta1) / ((1 - beta1)*lambda + (1 + beta1)*weightDecay)',
    preconditioner: { divisor: '(1 - beta1^t)*(sqrt(if(amsgrad, vmax, v) / (1 - beta2^t)) + eps)' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
