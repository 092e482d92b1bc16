import { textLines } from '../python/lines';
import { lineDescent } from './lineDescent';
import type { MethodCode } from './types';
import { wolfeSearch } from './wolfeSearch';

const twoLoops = {
  title: 'The inverse Hessian',
  lines: textLines(`
def two_loops(pairs, g):
    """The inverse Hessian that the pairs make, times g: Algorithm 7.4, with (7.20) as its start."""
    q, alphas = g, []
    for s, y in reversed(pairs):
        alphas.append((s @ q)/(y @ s))
        q = q - alphas[-1]*y
    if pairs:
        s, y = pairs[-1]
        q = (s @ y)/(y @ y)*q
    for s, y in pairs:
        q = q + (alphas.pop() - (y @ q)/(y @ s))*s
    return q`),
};

export const lbfgs: MethodCode = {
  alike: {
    torch:
      'torch.optim.LBFGS makes the same directions, but its line searches ("strong_wolfe", or none) make other steps along them.',
    jax: 'optax.lbfgs shortens its first direction to a length of at most 1, and starts each line search from a step of 1.',
    keras: 'tfp.optimizer.lbfgs_minimize of TensorFlow Probability has another line search, of Hager and Zhang.',
  },
  functions: [twoLoops, wolfeSearch()],
  run: lineDescent({
    begin: 'pairs = collections.deque(maxlen=memory)  # the last steps, with the changes of the gradient',
    direction: `
if before:
    s, y = x - before[0], g - before[2]
    if s @ y > 0:
        pairs.append((s, y))
p = -two_loops(pairs, g)`,
    search: 'wolfe_search(x, loss, g, p, before)',
  }),
};
