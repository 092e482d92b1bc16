import type { Optimizer } from '../types';

/**
 * PyTorch keeps the product of momenta in float32 whatever the parameters are, which moves the golden trajectories by up
 * to 1e-5.
 */
export const nadam: Optimizer = {
  id: 'nadam',
  name: { en: 'NAdam', zh: 'NAdam' },
  rates: 'adam',
  rule: `nadam(lr = 0.002, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0, momentumDecay = 0.004, decoupledWeightDecay = false)
state m = 0, v = 0, product = 1
g = grad(theta)
g = if(decoupledWeightDecay, g, g + weightDecay*theta)
theta = if(decoupledWeightDecay, theta*(1 - lr*weightDecay), theta)
mu = beta1*(1 - 0.5*0.96^(t*momentumDecay))
munext = beta1*(1 - 0.5*0.96^((t + 1)*momentumDecay))
product = float32(product*float32(mu))
m = m + (1 - beta1)*(g - m)
v = beta2*v + (1 - beta2)*g^2
vhat = v / (1 - beta2^t)
theta = theta - lr*(1 - mu) / (1 - product)*g / (sqrt(vhat) + eps)
theta = theta - lr*munext / (1 - product*munext)*m / (sqrt(vhat) + eps)`,
  symbols: { mu: '\\mu_t', munext: '\\mu_{t+1}', product: '\\Pi' },
  sources: [
    'Dozat (2016), https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html',
  ],
  truth: { torch: 'NAdam' },
  // Of both parts of the step: each also has a factor of its own, of the momenta.
  divisor: 'sqrt(v / (1 - beta2^t)) + eps',
};
