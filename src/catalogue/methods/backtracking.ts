import type { MethodText } from '../types';

export const backtracking: MethodText = {
  steps: [
    { en: 'Direction: $p_k=-\\nabla f(x_k)$.', zh: '方向：$p_k=-\\nabla f(x_k)$。' },
    { en: 'First trial step: $\\alpha=\\alpha_0$.', zh: '首个试探步长：$\\alpha=\\alpha_0$。' },
    {
      en: 'While $f(x_k+\\alpha p_k)>f(x_k)+c_1\\alpha\\,\\nabla f(x_k)^{\\mathsf T}p_k$ (Armijo’s condition fails): $\\alpha\\leftarrow\\rho\\alpha$.',
      zh: '只要 $f(x_k+\\alpha p_k)>f(x_k)+c_1\\alpha\\,\\nabla f(x_k)^{\\mathsf T}p_k$（Armijo 条件不成立）：$\\alpha\\leftarrow\\rho\\alpha$。',
    },
    { en: 'Step: $x_{k+1}=x_k+\\alpha p_k$.', zh: '更新：$x_{k+1}=x_k+\\alpha p_k$。' },
  ],
  sources: ['Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), (2.14) and Algorithm 3.1'],
};
