import type { FunctionProblem } from '../types';

/**
 * On which Adam goes to the wrong end: steep up-hill once a period, and a little down-hill at all other updates, which Adam makes
 * steps of the same size of. The mean of a period rises with x, so that the best point is the left end.
 * Half a step below a whole one, so that the quotient's rounding in float32 cannot reach the next whole number.
 */
export const reddi: FunctionProblem = {
  kind: 'function',
  id: 'reddi',
  name: { en: "Adam's counterexample", zh: 'Adam 的反例' },
  parameters: ['x'],
  loss: 'if(t == 1 + period*floor((t - 0.5)/period), up*x, -down*x)',
  objective: '(up - (period - 1)*down)/period*x',
  domain: [[-1, 1]],
  constants: {
    period: { default: 101, min: 2, max: 1000, scale: 'log', integer: true },
    up: { default: 1010, min: 0, max: 10000, scale: 'linear' },
    down: { default: 10, min: 0, max: 100, scale: 'linear' },
  },
  minima: [['if(up >= (period - 1)*down, -1, 1)']],
  start: [0],
  view: [[-1.2, 1.2]],
  steps: 5000,
  rates: { sgd: 0.0005, adam: 0.05 },
  source: 'Reddi, Kale and Kumar (2018), section 3 and theorem 1, https://openreview.net/forum?id=ryQu7f-RZ',
};
