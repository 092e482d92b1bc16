import type { Optimizer } from '../types';

/** Epsilon stands outside the root, as in PyTorch; TensorFlow has it inside. */
export const rmsprop: Optimizer = {
  id: 'rmsprop',
  name: { en: 'RMSprop', zh: 'RMSprop' },
  rule: `rmsprop(lr = 0.01, alpha = 0.99, eps = 1e-8, weightDecay = 0, momentum = 0, centered = false)
state s = 0, a = 0, b = 0
g = grad(theta)
g = g + weightDecay*theta
s = alpha*s + (1 - alpha)*g^2
a = alpha*a + (1 - alpha)*g
b = momentum*b + g / (sqrt(if(centered, s - a^2, s)) + eps)
theta = theta - lr*b`,
  sources: [
    'Hinton, Srivastava and Swersky (2012), lecture 6e, https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf',
    'Graves (2013), section 4.2 (centered), https://arxiv.org/abs/1308.0850',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html',
  ],
  truth: { torch: 'RMSprop' },
  stability: {
    limit: '2*(1 + momentum) / lambda',
    preconditioner: { divisor: 'sqrt(if(centered, s - a^2, s)) + eps', penalty: 'weightDecay' },
    source: 'Cohen et al. (2022), https://arxiv.org/abs/2207.14484',
  },
};
