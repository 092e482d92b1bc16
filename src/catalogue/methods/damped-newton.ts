import type { MethodText } from '../types';

export const dampedNewton: MethodText = {
  steps: [
    {
      en: 'Direction: $p_k$ solves $\\nabla^2 f(x_k)\\,p_k=-\\nabla f(x_k)$, with the exact Hessian.',
      zh: '方向：$p_k$ 是 $\\nabla^2 f(x_k)\\,p_k=-\\nabla f(x_k)$ 的解，使用精确的海森矩阵。',
    },
    {
      en: 'If $\\nabla f(x_k)^{\\mathsf T}p_k\\ge0$ the direction does not lead down, and the method stops.',
      zh: '若 $\\nabla f(x_k)^{\\mathsf T}p_k\\ge0$，方向不是下降方向，方法停止。',
    },
    {
      en: 'From $\\alpha=1$: while $f(x_k+\\alpha p_k)>f(x_k)+c_1\\alpha\\,\\nabla f(x_k)^{\\mathsf T}p_k$: $\\alpha\\leftarrow\\rho\\alpha$.',
      zh: '从 $\\alpha=1$ 起，只要 $f(x_k+\\alpha p_k)>f(x_k)+c_1\\alpha\\,\\nabla f(x_k)^{\\mathsf T}p_k$：$\\alpha\\leftarrow\\rho\\alpha$。',
    },
    { en: 'Step: $x_{k+1}=x_k+\\alpha p_k$.', zh: '更新：$x_{k+1}=x_k+\\alpha p_k$。' },
  ],
  sources: ['Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), (2.15) and Algorithm 3.1'],
};
