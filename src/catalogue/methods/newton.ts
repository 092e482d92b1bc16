import type { MethodText } from '../types';

export const newton: MethodText = {
  steps: [
    {
      en: 'Direction: $p_k$ solves $\\nabla^2 f(x_k)\\,p_k=-\\nabla f(x_k)$, with the exact Hessian.',
      zh: '方向：$p_k$ 是 $\\nabla^2 f(x_k)\\,p_k=-\\nabla f(x_k)$ 的解，使用精确的海森矩阵。',
    },
    { en: 'Step, wherever it leads: $x_{k+1}=x_k+p_k$.', zh: '更新，不问损失升降：$x_{k+1}=x_k+p_k$。' },
    {
      en: 'Where the Hessian is not positive definite, it heads for a saddle or a maximum.',
      zh: '海森矩阵不正定时，会走向鞍点或极大值点。',
    },
  ],
  sources: ['Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), (2.15) and section 3.3'],
};
