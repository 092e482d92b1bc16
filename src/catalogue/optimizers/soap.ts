import type { Optimizer } from '../types';

/**
 * Algorithm 3 of the paper, with the bases turned at every update by algorithm 4, a power iteration and a QR decomposition. As in the
 * paper, an update is made in the bases of the update before, and m is kept unrotated. Both averages are corrected as AdamW's, which the
 * paper's text says beside the algorithm. It also says that the eigenvectors come from an eigendecomposition in the first iteration: this
 * rule departs from that by choice, its first bases are identities, so the first update is Adam's (docs/decisions/formula.md). The
 * authors' code takes the eigenvectors of the first gradient's products and makes no step at the first update. It also turns the bases every
 * tenth update, sorts them by their eigenvalues, adds epsilon before v is corrected, and decays weights, which a modifier does here. A
 * parameter that is in no square matrix is a matrix of one row and one column, for which this is Adam.
 */
export const soap: Optimizer = {
  id: 'soap',
  name: { en: 'SOAP', zh: 'SOAP' },
  rates: 'adam',
  rule: `soap(lr = 0.003, beta1 = 0.95, beta2 = 0.95, eps = 1e-8)
state m = 0, v = 0, l = 0, r = 0, ql = 0, qr = 0
ql = if(t == 1, identity(ql), ql)
qr = if(t == 1, identity(qr), qr)
g = grad(theta)
m = beta1*m + (1 - beta1)*g
a = matmul(matmul(transpose(ql), g), qr)
b = matmul(matmul(transpose(ql), m), qr)
v = beta2*v + (1 - beta2)*a^2
n = (b/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)
theta = theta - lr*matmul(matmul(ql, n), transpose(qr))
l = beta2*l + (1 - beta2)*matmul(g, transpose(g))
r = beta2*r + (1 - beta2)*matmul(transpose(g), g)
ql = orthonormal_basis(matmul(l, ql))
qr = orthonormal_basis(matmul(r, qr))`,
  symbols: { l: 'L', r: 'R', ql: 'Q_L', qr: 'Q_R' },
  sources: [
    'Vyas et al. (2024), algorithms 3 and 4, https://arxiv.org/abs/2409.11321',
    'Their code, https://github.com/nikhilvyas/SOAP',
  ],
  truth: { paper: true },
  // Where no parameters form a matrix.
  divisor: '(1 - beta1^t)*(sqrt(v/(1 - beta2^t)) + eps)',
};
