import type { Optimizer } from '../types';

/**
 * L and R are sums, as in the paper, and start at epsilon times the identity. Without momentum, grafting or intervals between the roots. A
 * parameter that is in no square matrix is a matrix of one row and one column, for which this is Adagrad.
 */
export const shampoo: Optimizer = {
  id: 'shampoo',
  name: { en: 'Shampoo', zh: 'Shampoo' },
  rule: `shampoo(lr = 0.1, eps = 1e-4)
state l = 0, r = 0
g = grad(theta)
l = l + matmul(g, transpose(g))
r = r + matmul(transpose(g), g)
theta = theta - lr*matmul(matmul(matrix_power(l + eps*identity(l), -(1/4)), g), matrix_power(r + eps*identity(r), -(1/4)))`,
  symbols: { l: 'L', r: 'R' },
  sources: ['Gupta, Koren and Singer (2018), algorithm 1, https://arxiv.org/abs/1802.09568'],
  truth: { paper: true },
  // Where no parameters form a matrix; L and R are then the same.
  divisor: 'sqrt(l + eps)',
};
