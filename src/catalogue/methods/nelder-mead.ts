import type { MethodText } from '../types';

export const nelderMead: MethodText = {
  steps: [
    {
      en: 'Simplex: $n+1$ corners, sorted by loss; at first the start $x_0$ and $x_0+a e_i$ for every axis.',
      zh: '单纯形：$n+1$ 个顶点，按损失排序；初始为起点 $x_0$ 与各坐标轴上的 $x_0+a e_i$。',
    },
    {
      en: '$\\bar x$: the mean of all corners but the worst; $\\bar x(t)=\\bar x+t\\,(\\bar x-x_{\\text{worst}})$.',
      zh: '$\\bar x$：除最差顶点外各顶点的均值；$\\bar x(t)=\\bar x+t\\,(\\bar x-x_{\\text{最差}})$。',
    },
    {
      en: 'Reflect: $\\bar x(1)$. If it is the best of all, try to expand: $\\bar x(2)$.',
      zh: '反射：$\\bar x(1)$。若优于所有顶点，则尝试扩张：$\\bar x(2)$。',
    },
    {
      en: 'If it is worse than the second worst, contract: $\\bar x(\\tfrac12)$ if it is below the worst, else $\\bar x(-\\tfrac12)$.',
      zh: '若比次差顶点还差，则收缩：低于最差顶点时取 $\\bar x(\\tfrac12)$，否则取 $\\bar x(-\\tfrac12)$。',
    },
    {
      en: 'If that is no better either, move all corners halfway to the best one.',
      zh: '若仍不更好，则所有顶点向最优顶点移动一半。',
    },
  ],
  sources: [
    'Nocedal & Wright, Numerical Optimization, 2nd ed. (2006), section 9.5',
    'Nelder & Mead (1965), The Computer Journal 7, 308',
    'scipy.optimize (1.10), _minimize_neldermead',
  ],
};
