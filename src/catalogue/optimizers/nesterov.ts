import type { Optimizer } from '../types';

/**
 * Two steps: one along the last step, then one down the gradient at that point. The paper's momentum grows with t; a
 * constant one is what later spellings have. `x` is the point before this one; there is none at the first update.
 */
export const nesterov: Optimizer = {
  id: 'nesterov',
  name: { en: 'Nesterov (1983)', zh: 'Nesterov（1983）' },
  rates: 'sgd',
  rule: `nesterov(lr = 0.001, momentum = 0.9)
state x = 0
last = if(t == 1, theta, x)
x = theta
y = theta + momentum*(theta - last)
theta = y - lr*grad(y)`,
  symbols: { last: '\\theta^{-}' },
  sources: [
    'Nesterov (1983), Soviet Mathematics Doklady 27, 372-376',
    'Sutskever et al. (2013), appendix A.1, https://proceedings.mlr.press/v28/sutskever13.html',
  ],
  truth: { test: 'nesterov makes the points of the look-ahead velocity, and those of torch seen from the look-ahead' },
  arrows: [
    { kind: 'velocity', displacement: 'momentum*(theta_before - last)' },
    { kind: 'gradient', displacement: 'theta - y' },
  ],
  stability: {
    limit: '2*(1 + momentum) / ((1 + 2*momentum)*lambda)',
    decayed: '1/(2 + 2*momentum)',
    source: 'docs/theory.md, momentum',
  },
};
