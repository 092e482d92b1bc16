import { textLines } from '../python/lines';
import { beginIterations } from './iterations';
import type { MethodCode } from './types';

const step = {
  title: 'The dogleg',
  lines: textLines(`
def dogleg_step(g, matrix, newton, radius):
    """The model's lowest point on the dogleg within the radius, (4.16), and whether at its edge."""
    if np.linalg.norm(newton) < radius:
        return newton, False
    cauchy = -(g @ g)/(g @ (matrix @ g))*g  # the steepest descent's minimum of the model
    length = np.linalg.norm(cauchy)
    if length >= radius:
        return radius/length*cauchy, True
    along = newton - cauchy
    # The positive t with |cauchy + t*along| = radius, by the root that does not cancel.
    a, b, c = along @ along, 2*(cauchy @ along), cauchy @ cauchy - radius**2
    total = b + math.copysign(math.sqrt(b*b - 4*a*c), b)
    return cauchy + max(-total/(2*a), -2*c/total)*along, True


def newton_step(matrix, g):
    """The model's minimum; None if the Hessian is not positive definite."""
    try:
        np.linalg.cholesky(matrix)
        newton = -np.linalg.solve(matrix, g)
    except np.linalg.LinAlgError:
        return None
    return newton if np.isfinite(newton).all() else None`),
};

export const dogleg: MethodCode = {
  alike: {
    scipy:
      'scipy.optimize.minimize(method="dogleg") makes the same steps, but stops by the length of the gradient, not by its largest component.',
  },
  functions: [step],
  run: (iterations) => [
    ...textLines(`
x, loss, g, matrix = theta, value(theta), gradient(theta), None`),
    ...beginIterations(iterations),
    ...textLines(`
    if matrix is None:
        matrix = hessian(x)
    newton = newton_step(matrix, g) if np.isfinite(matrix).all() else None
    if newton is None:
        break  # the model has no minimum
    step, is_at_edge = dogleg_step(g, matrix, newton, radius)
    new, new_loss = x + step, value(x + step)
    foreseen = -(g @ step) - 0.5*(step @ (matrix @ step))
    if not foreseen > 0:
        rows.append(rows[-1])
        losses.append(loss)
        break  # the model foresees no decrease
    ratio = (loss - new_loss)/foreseen
    if not ratio >= 0.25:
        radius *= 0.25
    elif ratio > 0.75 and is_at_edge:
        radius = min(2*radius, max_radius)
    is_stuck = radius == 0 or np.array_equal(x, new)
    if ratio > accept:
        x, loss, g, matrix = new, new_loss, gradient(new), None
    rows.append(x.tolist())
    losses.append(loss)
    if is_stuck and not ratio > accept:
        break  # no step is accepted any more`),
  ],
};
