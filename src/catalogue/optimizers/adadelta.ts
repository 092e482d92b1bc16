import type { Optimizer } from '../types';

/** The paper has no rate; PyTorch multiplies its step by lr, 1 by default. */
export const adadelta: Optimizer = {
  id: 'adadelta',
  name: { en: 'Adadelta', zh: 'Adadelta' },
  rule: `adadelta(lr = 1, rho = 0.9, eps = 1e-6, weightDecay = 0)
state s = 0, u = 0
g = grad(theta)
g = g + weightDecay*theta
s = rho*s + (1 - rho)*g^2
d = sqrt(u + eps) / sqrt(s + eps)*g
u = rho*u + (1 - rho)*d^2
theta = theta - lr*d`,
  sources: [
    'Zeiler (2012), https://arxiv.org/abs/1212.5701',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.Adadelta.html',
  ],
  truth: { torch: 'Adadelta' },
  divisor: 'sqrt(s + eps) / sqrt(u_before + eps)',
};
