import type { Optimizer } from '../types';

/**
 * Adam with an estimate of the Hessian's diagonal in the place of the gradient (Hutchinson 1990): for a vector z of random signs, z times
 * the product of the Hessian with z is the diagonal on average, and the diagonal itself where the Hessian has nothing beside it. A step
 * is then as long as Newton's along each parameter, whatever the loss is scaled by, and the sign of the curvature is lost: it goes
 * down where the loss curves down. Defaults and epsilon are those of the authors' code; its blocks over convolution kernels do not occur
 * here, and its decay is left out.
 */
export const adahessian: Optimizer = {
  id: 'adahessian',
  name: { en: 'AdaHessian', zh: 'AdaHessian' },
  rule: `adahessian(lr = 0.15, beta1 = 0.9, beta2 = 0.999, eps = 1e-4, hessianPower = 1)
state m = 0, v = 0
g = grad(theta)
z = sign(noise)
d = z*hvp(theta, z)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*d^2
mhat = m / (1 - beta1^t)
vhat = v / (1 - beta2^t)
D = if(hessianPower == 1, sqrt(vhat), sqrt(vhat)^hessianPower) + eps
theta = theta - lr*mhat/D`,
  sources: [
    'Yao et al. (2021), algorithm 1, https://arxiv.org/abs/2006.00719',
    'https://github.com/amirgholami/adahessian',
  ],
  truth: { paper: true },
  arrows: [
    { kind: 'velocity', displacement: '-lr*beta1*m_before / (1 - beta1^t) / D' },
    { kind: 'gradient', displacement: '-lr*(1 - beta1)*g / (1 - beta1^t) / D' },
  ],
  stability: {
    limit: '2*(1 + beta1) / ((1 - beta1)*lambda)',
    preconditioner: { divisor: '(1 - beta1^t)*(sqrt(v / (1 - beta2^t))^hessianPower + eps)' },
    source: 'docs/theory.md, "Rules that divide"',
  },
};
