import type { MethodText } from '../types';

export const lbfgs: MethodText = {
  steps: [
    {
      en: 'Keep the last $m$ pairs $s_i=x_{i+1}-x_i$, $y_i=\\nabla f_{i+1}-\\nabla f_i$.',
      zh: '保留最近 $m$ 对 $s_i=x_{i+1}-x_i$，$y_i=\\nabla f_{i+1}-\\nabla f_i$。',
    },
    {
      en: '$q=\\nabla f(x_k)$; from the last pair to the first: $a_i=\\frac{s_i^{\\mathsf T}q}{y_i^{\\mathsf T}s_i}$, $q\\leftarrow q-a_iy_i$.',
      zh: '$q=\\nabla f(x_k)$；从最近一对到最早一对：$a_i=\\frac{s_i^{\\mathsf T}q}{y_i^{\\mathsf T}s_i}$，$q\\leftarrow q-a_iy_i$。',
    },
    {
      en: '$r=\\frac{s_{k-1}^{\\mathsf T}y_{k-1}}{y_{k-1}^{\\mathsf T}y_{k-1}}\\,q$; from the first pair to the last: $r\\leftarrow r+\\Bigl(a_i-\\frac{y_i^{\\mathsf T}r}{y_i^{\\mathsf T}s_i}\\Bigr)s_i$.',
      zh: '$r=\\frac{s_{k-1}^{\\mathsf T}y_{k-1}}{y_{k-1}^{\\mathsf T}y_{k-1}}\\,q$；从最早一对到最近一对：$r\\leftarrow r+\\Bigl(a_i-\\frac{y_i^{\\mathsf T}r}{y_i^{\\mathsf T}s_i}\\Bigr)s_i$。',
    },
    {
      en: 'Search along $p_k=-r$ for the strong Wolfe conditions; $x_{k+1}=x_k+\\alpha p_k$.',
      zh: '沿 $p_k=-r$ 搜索满足强 Wolfe 条件的步长；$x_{k+1}=x_k+\\alpha p_k$。',
    },
  ],
  sources: ['Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), Algorithms 7.4 and 7.5, (7.20)'],
};
