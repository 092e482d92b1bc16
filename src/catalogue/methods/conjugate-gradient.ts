import type { MethodText } from '../types';

export const conjugateGradient: MethodText = {
  steps: [
    { en: 'First direction: $p_0=-\\nabla f(x_0)$.', zh: '首个方向：$p_0=-\\nabla f(x_0)$。' },
    {
      en: 'Search along $p_k$ for the strong Wolfe conditions, and so that the next direction leads down; $x_{k+1}=x_k+\\alpha p_k$.',
      zh: '沿 $p_k$ 搜索满足强 Wolfe 条件、且使下一个方向为下降方向的步长；$x_{k+1}=x_k+\\alpha p_k$。',
    },
    {
      en: '$\\beta=\\max\\Bigl(0,\\frac{\\nabla f_{k+1}^{\\mathsf T}(\\nabla f_{k+1}-\\nabla f_k)}{\\nabla f_k^{\\mathsf T}\\nabla f_k}\\Bigr)$ (Polak and Ribière, PR+).',
      zh: '$\\beta=\\max\\Bigl(0,\\frac{\\nabla f_{k+1}^{\\mathsf T}(\\nabla f_{k+1}-\\nabla f_k)}{\\nabla f_k^{\\mathsf T}\\nabla f_k}\\Bigr)$（Polak-Ribière，PR+）。',
    },
    {
      en: 'Next direction: $p_{k+1}=-\\nabla f_{k+1}+\\beta p_k$.',
      zh: '下一个方向：$p_{k+1}=-\\nabla f_{k+1}+\\beta p_k$。',
    },
  ],
  sources: [
    'Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), Algorithm 5.4, (5.44) and (5.45)',
    'Gilbert & Nocedal (1992), SIAM J. Optimization 2, 21',
    'scipy.optimize (1.10), _minimize_cg',
  ],
};
