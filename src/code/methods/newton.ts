import { textLines } from '../python/lines';
import { lineDescent } from './lineDescent';
import { newtonDirection, newtonStep } from './newtonDirection';
import type { MethodCode } from './types';

const wholeStep = {
  title: 'The step',
  lines: textLines(`
def whole_step(x, p):
    """The new point, its loss and its gradient, whatever they are."""
    return x + p, value(x + p), gradient(x + p)`),
};

export const newton: MethodCode = {
  alike: {
    scipy:
      'scipy.optimize.minimize(method="Newton-CG") solves for the direction by conjugate gradients and searches along it.',
  },
  functions: [newtonDirection, wholeStep],
  run: lineDescent({ direction: newtonStep, search: 'whole_step(x, p)', mayClimb: true }),
};
