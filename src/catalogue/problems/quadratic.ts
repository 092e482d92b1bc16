import type { FunctionProblem } from '../types';

/** Curvatures 1 and kappa: kappa is the condition number. */
export const quadratic: FunctionProblem = {
  kind: 'function',
  id: 'quadratic',
  name: { en: 'Quadratic bowl', zh: '二次碗' },
  parameters: ['x', 'y'],
  loss: '0.5*(x^2 + kappa*y^2)',
  constants: {
    kappa: { default: 25, min: 1, max: 1000, scale: 'log', name: { en: 'condition number κ', zh: '条件数 κ' } },
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
