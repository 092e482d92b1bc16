import type { MethodText } from '../types';

export const dogleg: MethodText = {
  steps: [
    {
      en: 'Model: $m(p)=f(x_k)+\\nabla f(x_k)^{\\mathsf T}p+\\tfrac12p^{\\mathsf T}\\nabla^2f(x_k)\\,p$, with a positive definite Hessian.',
      zh: '模型：$m(p)=f(x_k)+\\nabla f(x_k)^{\\mathsf T}p+\\tfrac12p^{\\mathsf T}\\nabla^2f(x_k)\\,p$，海森矩阵须正定。',
    },
    {
      en: 'Step: the lowest point of $m$ with $\\lVert p\\rVert\\le\\Delta$ on the path from $0$ to the steepest descent’s minimum and on to Newton’s step.',
      zh: '步：在 $\\lVert p\\rVert\\le\\Delta$ 内，取折线（从 $0$ 到最速下降极小值点，再到牛顿步）上使 $m$ 最小的点。',
    },
    {
      en: '$\\rho=\\frac{f(x_k)-f(x_k+p)}{m(0)-m(p)}$: the decrease that was reached over the one foreseen.',
      zh: '$\\rho=\\frac{f(x_k)-f(x_k+p)}{m(0)-m(p)}$：实际下降与预测下降之比。',
    },
    {
      en: '$\\Delta\\leftarrow\\Delta/4$ if $\\rho<\\tfrac14$; $\\Delta\\leftarrow\\min(2\\Delta,\\Delta_{\\mathrm{max}})$ if $\\rho>\\tfrac34$ and $\\lVert p\\rVert=\\Delta$.',
      zh: '若 $\\rho<\\tfrac14$，$\\Delta\\leftarrow\\Delta/4$；若 $\\rho>\\tfrac34$ 且 $\\lVert p\\rVert=\\Delta$，$\\Delta\\leftarrow\\min(2\\Delta,\\Delta_{\\mathrm{max}})$。',
    },
    {
      en: '$x_{k+1}=x_k+p$ if $\\rho>\\eta$, else $x_{k+1}=x_k$.',
      zh: '若 $\\rho>\\eta$，$x_{k+1}=x_k+p$；否则 $x_{k+1}=x_k$。',
    },
  ],
  sources: [
    'Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), Algorithm 4.1, (4.4) and (4.16)',
    'scipy.optimize (1.10), _minimize_dogleg',
  ],
};
