import type { MethodText } from '../types';

export const bfgs: MethodText = {
  steps: [
    { en: 'Start: $H_0=I$.', zh: '初始：$H_0=I$。' },
    { en: 'Direction: $p_k=-H_k\\nabla f(x_k)$.', zh: '方向：$p_k=-H_k\\nabla f(x_k)$。' },
    {
      en: 'Search along $p_k$ for the strong Wolfe conditions; $x_{k+1}=x_k+\\alpha p_k$.',
      zh: '沿 $p_k$ 搜索满足强 Wolfe 条件的步长；$x_{k+1}=x_k+\\alpha p_k$。',
    },
    {
      en: 'With $s=x_{k+1}-x_k$, $y=\\nabla f_{k+1}-\\nabla f_k$, $r=1/y^{\\mathsf T}s$: $H_{k+1}=(I-r\\,s y^{\\mathsf T})H_k(I-r\\,y s^{\\mathsf T})+r\\,s s^{\\mathsf T}$.',
      zh: '令 $s=x_{k+1}-x_k$，$y=\\nabla f_{k+1}-\\nabla f_k$，$r=1/y^{\\mathsf T}s$：$H_{k+1}=(I-r\\,s y^{\\mathsf T})H_k(I-r\\,y s^{\\mathsf T})+r\\,s s^{\\mathsf T}$。',
    },
  ],
  sources: [
    'Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), Algorithm 6.1 and (6.17)',
    'scipy.optimize (1.10), _minimize_bfgs',
  ],
};
