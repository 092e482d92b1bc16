import type { MethodText } from '../types';

export const wolfe: MethodText = {
  steps: [
    { en: 'Direction: $p_k=-\\nabla f(x_k)$.', zh: '方向：$p_k=-\\nabla f(x_k)$。' },
    {
      en: "Along $\\varphi(\\alpha)=f(x_k+\\alpha p_k)$, seek an $\\alpha$ with $\\varphi(\\alpha)\\le\\varphi(0)+c_1\\alpha\\varphi'(0)$ and $|\\varphi'(\\alpha)|\\le c_2|\\varphi'(0)|$ (the strong Wolfe conditions).",
      zh: "沿 $\\varphi(\\alpha)=f(x_k+\\alpha p_k)$ 寻找满足 $\\varphi(\\alpha)\\le\\varphi(0)+c_1\\alpha\\varphi'(0)$ 与 $|\\varphi'(\\alpha)|\\le c_2|\\varphi'(0)|$ 的 $\\alpha$（强 Wolfe 条件）。",
    },
    {
      en: 'Double the trial step until a minimum along the line is bracketed, then interpolate cubics and parabolas within the bracket.',
      zh: '试探步长逐次加倍，直到把沿线的极小值点夹在区间内；再在区间内用三次和二次插值。',
    },
    { en: 'Step: $x_{k+1}=x_k+\\alpha p_k$.', zh: '更新：$x_{k+1}=x_k+\\alpha p_k$。' },
  ],
  sources: [
    'Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), (3.7) and Algorithms 3.5 and 3.6',
    'scipy.optimize.line_search (1.10), whose steps these are',
  ],
};
