import { textLines } from '../python/lines';

/** Python's `backtrack(x, loss, g, p, alpha)`: Nocedal & Wright, Numerical Optimization (2nd ed.), Algorithm 3.1. */
export const backtrack = {
  title: 'The line search: backtracking',
  lines: textLines(`
def backtrack(x, loss, g, p, alpha):
    """Shortens a step until Armijo's condition holds: the new point, loss and gradient, or None."""
    while True:
        new = x + alpha*p
        if np.array_equal(new, x):
            return None  # the step is too short to change x
        new_loss = value(new)
        if new_loss <= loss + c1*alpha*(g @ p):
            return new, new_loss, gradient(new)
        alpha *= shrink`),
};
