import { textLines } from '../python/lines';

/** Python's `newton_direction(x, g)`: Nocedal & Wright, Numerical Optimization (2nd ed.), (2.15). */
export const newtonDirection = {
  title: "Newton's direction",
  lines: textLines(`
def newton_direction(x, g):
    """The solution p of H p = -g with the Hessian H at x; None if there is none."""
    matrix = hessian(x)
    if not np.isfinite(matrix).all():
        return None
    try:
        p = -np.linalg.solve(matrix, g)
    except np.linalg.LinAlgError:
        return None  # the Hessian has no inverse
    return p if np.isfinite(p).all() else None`),
};

/** The direction of an iteration of Newton's method. */
export const newtonStep = `
p = newton_direction(x, g)
if p is None:
    break  # the Hessian is not defined here, or has no inverse`;
