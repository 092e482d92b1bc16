import type { Optimizer } from '../types';

/**
 * PyTorch's first buffer is g, not (1 - dampening) g; without momentum there is no buffer, and dampening has no effect.
 * The rate multiplies the buffer as it is applied, unlike Sutskever's form (momentum-sutskever).
 */
export const sgd: Optimizer = {
  id: 'sgd',
  name: { en: 'SGD', zh: 'SGD' },
  also: { en: '(momentum, Nesterov)', zh: '（动量、Nesterov）' },
  rates: 'sgd',
  rule: `sgd(lr = 0.001, momentum = 0, dampening = 0, weightDecay = 0, nesterov = false, maximize = false)
state v = 0
g = if(maximize, -grad(theta), grad(theta))
g = g + weightDecay*theta
v = if(t == 1, g, momentum*v + (1 - dampening)*g)
d = if(momentum == 0, g, if(nesterov, g + momentum*v, v))
theta = theta - lr*d`,
  sources: [
    'Sutskever et al. (2013), https://proceedings.mlr.press/v28/sutskever13.html',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html',
  ],
  truth: { torch: 'SGD' },
  arrows: [
    { kind: 'velocity', displacement: 'if(nesterov, 0, -lr*momentum*v_before)' },
    { kind: 'gradient', displacement: '-lr*if(nesterov, 1, if(momentum == 0, 1, if(t == 1, 1, 1 - dampening)))*g' },
    { kind: 'lookAhead', displacement: 'if(nesterov, -lr*momentum*v, 0)' },
  ],
  // Without momentum there is no buffer, and dampening has no effect.
  stability: {
    limit:
      'if(momentum == 0, 2, if(nesterov, 2*(1 + momentum) / (1 + (2 - dampening)*momentum), 2*(1 + momentum) / (1 - dampening))) / (lambda + weightDecay)',
    source: 'docs/theory.md, momentum',
  },
};
