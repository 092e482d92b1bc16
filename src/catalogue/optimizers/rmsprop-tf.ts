import type { Optimizer } from '../types';

/** Epsilon stands inside the root, and the rate inside the momentum: PyTorch (rmsprop) has both outside. */
export const rmspropTf: Optimizer = {
  id: 'rmsprop-tf',
  name: { en: 'RMSprop (TensorFlow)', zh: 'RMSprop（TensorFlow 形式）' },
  rule: `rmsprop(lr = 0.001, alpha = 0.9, eps = 1e-7, momentum = 0, centered = false)
state s = 0, a = 0, b = 0
g = grad(theta)
s = alpha*s + (1 - alpha)*g^2
a = alpha*a + (1 - alpha)*g
b = momentum*b + lr*g / sqrt(if(centered, s - a^2, s) + eps)
theta = theta - b`,
  sources: ['https://keras.io/api/optimizers/rmsprop/', 'https://js.tensorflow.org/api/latest/#train.rmsprop'],
  truth: { test: 'rmsprop-tf is the loop of TensorFlow, and that of torch at eps 0 until the rate drops' },
  stability: {
    limit: '2*(1 + momentum) / lambda',
    preconditioner: { divisor: 'sqrt(if(centered, s - a^2, s) + eps)' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
