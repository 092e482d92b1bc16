import type { Optimizer } from '../types';

/**
 * As in Jordan's code, with its Nesterov step, its momentum as an average, and its factor sqrt(max(1, rows / columns)); Moonlight and
 * torch.optim.Muon can scale by 0.2 sqrt(max(rows, columns)) instead. The code gives parameters that form no matrix to AdamW. Here each
 * of them is a matrix of one row and one column, so that its step is about as long as the rate, whatever its gradient.
 */
export const muon: Optimizer = {
  id: 'muon',
  name: { en: 'Muon', zh: 'Muon' },
  rule: `muon(lr = 0.02, momentum = 0.95)
state m = 0
g = grad(theta)
m = momentum*m + (1 - momentum)*g
u = (1 - momentum)*g + momentum*m
o = orthogonalize(u)
theta = theta - lr*sqrt(max(1, rows(o)/columns(o)))*o`,
  sources: [
    'Jordan et al. (2024), https://kellerjordan.github.io/posts/muon/',
    'Their code, https://github.com/KellerJordan/Muon',
  ],
  truth: { paper: true },
  // A step is as long for a small gradient as for a large one.
  stability: { none: 'signSteps' },
};
