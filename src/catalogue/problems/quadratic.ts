import type { FunctionProblem } from '../types';

/** Curvatures 1 and kappa: kappa is the condition number. */
export const quadratic: FunctionProblem = {
  kind: 'function',
  id: 'quadratic',
  name: { en: 'Quadratic bowl', zh: '二次函数（碗形）' },
  parameters: ['x', 'y'],
  loss: '0.5*(x^2 + kappa*y^2)',
  constants: {
    kappa: {
      default: 25,
      min: 1,
      max: 1000,
      scale: 'log',
      name: { en: 'condition number κ', zh: '条件数 κ' },
      help: {
        en: 'The largest curvature over the smallest: along y the slope changes κ times as fast as along x.',
        zh: '最大曲率与最小曲率之比：沿 y 方向斜率变化的快慢是沿 x 方向的 κ 倍。',
      },
    },
  },
  minima: [['0', '0']],
  start: [-4, 2],
  view: [
    [-5, 5],
    [-3, 3],
  ],
  steps: 100,
  rates: { sgd: 0.02, adam: 0.2 },
  source: 'https://distill.pub/2017/momentum/',
};
