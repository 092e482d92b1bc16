import type { FunctionProblem } from '../types';

/**
 * A loss on which Adam goes to the wrong end. Once a period it rises steeply with x, at all other updates it falls a little,
 * and Adam's steps are about equally long for both. The mean over a period rises with x, so the minimum is the left end.
 * The rate of SGD is so small that momentum does not throw it from one end to the other within a period.
 * The formula has t - 0.5, so that rounding of the quotient in float32 cannot reach the next whole number.
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
  rates: { sgd: 0.0001, adam: 0.05 },
  source: 'Reddi, Kale and Kumar (2018), section 3 and theorem 1, https://openreview.net/forum?id=ryQu7f-RZ',
};
