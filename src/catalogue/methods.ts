import type { Method } from './types';

const method = (id: string, en: string, zh: string, hyper: Method['hyper']): Method => ({
  kind: 'method',
  id,
  name: { en, zh },
  hyper,
});

const gtol = 1e-5;
const c1 = 1e-4;

/**
 * The classical methods, in the order of the list on the page. The algorithm of each is in engine/methods, its steps in
 * words in the folder beside this file, both under its id; neither is in the page's first load.
 */
export const methods: readonly Method[] = [
  method('backtracking', 'Gradient descent, backtracking', '梯度下降（回溯线搜索）', {
    firstStep: 1,
    shrink: 0.5,
    c1,
    gtol,
  }),
  method('wolfe', 'Gradient descent, strong Wolfe', '梯度下降（强 Wolfe 线搜索）', { c1, c2: 0.9, gtol }),
  method('conjugate-gradient', 'Conjugate gradient (PR+)', '共轭梯度法（PR+）', { c1, c2: 0.4, gtol }),
  method('newton', 'Newton', '牛顿法', { gtol }),
  method('damped-newton', 'Damped Newton', '阻尼牛顿法', { shrink: 0.5, c1, gtol }),
  method('bfgs', 'BFGS', 'BFGS 拟牛顿法', { c1, c2: 0.9, gtol }),
  method('lbfgs', 'L-BFGS', 'L-BFGS 拟牛顿法', { memory: 10, c1, c2: 0.9, gtol }),
  method('dogleg', 'Trust region (dogleg)', '信赖域（dogleg）', { radius: 1, maxRadius: 1000, accept: 0.15, gtol }),
  method('nelder-mead', 'Nelder-Mead', 'Nelder-Mead 单纯形法', { edge: 0.5, tol: 1e-4 }),
];
