import type { Optimizer } from '../types';

/** Where the gradient changed sign the step is halved and this update left out, without going back (iRprop-). */
export const rprop: Optimizer = {
  id: 'rprop',
  name: { en: 'Rprop', zh: 'Rprop' },
  rule: `rprop(lr = 0.01, etaMinus = 0.5, etaPlus = 1.2, minStep = 1e-6, maxStep = 50)
state p = 0, s = lr
g = grad(theta)
c = sign(g*p)
s = clamp(s*if(c > 0, etaPlus, if(c < 0, etaMinus, 1)), minStep, maxStep)
g = if(c < 0, 0, g)
theta = theta - sign(g)*s
p = g`,
  sources: [
    'Riedmiller and Braun (1993), https://doi.org/10.1109/ICNN.1993.298623',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.Rprop.html',
  ],
  truth: { torch: 'Rprop' },
  // The rate is the first step's length only: what a gradient's sign is multiplied by is s.
  divisor: 'lr / s',
  stability: { none: 'signSteps' },
};
