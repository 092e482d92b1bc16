import type { Optimizer } from '../types';

/**
 * The velocity has the opposite sign: it points in the direction of the step. The rate is inside, as in Sutskever's form, and so it
 * is in the rearranged Nesterov step, which PyTorch has with the rate outside.
 */
export const momentumKeras: Optimizer = {
  id: 'momentum-keras',
  name: { en: 'Momentum (Keras)', zh: '动量法（Keras 形式）' },
  rates: 'sgd',
  rule: `keras(lr = 0.001, momentum = 0.9, nesterov = false)
state v = 0
g = grad(theta)
v = momentum*v - lr*g
theta = theta + if(nesterov, momentum*v - lr*g, v)`,
  sources: [
    'https://keras.io/api/optimizers/sgd/',
    'Jia et al. (2014), Caffe, https://caffe.berkeleyvision.org/tutorial/solver.html',
    'Goodfellow, Bengio and Courville (2016), equations 8.15-8.16, https://www.deeplearningbook.org/contents/optimization.html',
  ],
  truth: {
    test: 'momentum-keras is the form of Sutskever with the sign turned, and its Nesterov step that of torch until the rate drops',
  },
  arrows: [
    { kind: 'velocity', displacement: 'if(nesterov, 0, momentum*v_before)' },
    { kind: 'gradient', displacement: '-lr*g' },
    { kind: 'lookAhead', displacement: 'if(nesterov, momentum*v, 0)' },
  ],
  stability: {
    limit: '2*(1 + momentum) / if(nesterov, 1 + 2*momentum, 1) / lambda',
    source: 'docs/theory.md, momentum',
  },
};
