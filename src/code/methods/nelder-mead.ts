import { textLines } from '../python/lines';
import type { MethodCode } from './types';

const corners = {
  title: 'The simplex',
  lines: textLines(`
Corner = collections.namedtuple("Corner", "point loss")


def corner(point):
    """A point with its loss; one that is no number counts as infinitely high."""
    loss = value(point)
    return Corner(point, math.inf if math.isnan(loss) else loss)


def in_order(corners):
    """The corners, the lowest first."""
    return sorted(corners, key=lambda one: one.loss)


def is_small(best, others):
    """Whether all corners and their losses are within the tolerance of the best one's."""
    return all(
        np.abs(one.point - best.point).max() <= tol and abs(one.loss - best.loss) <= tol
        for one in others
    )


def replacement(simplex):
    """The corner that takes the place of the worst one; None if the simplex has to shrink."""
    best, second, worst = simplex[0], simplex[-2], simplex[-1]
    centre = sum(one.point for one in simplex[:-1])/(len(simplex) - 1)

    def tried(t):
        return corner((1 + t)*centre - t*worst.point)

    reflected = tried(1)
    if reflected.loss < best.loss:
        expanded = tried(2)
        return expanded if expanded.loss < reflected.loss else reflected
    if reflected.loss < second.loss:
        return reflected
    if reflected.loss < worst.loss:
        outside = tried(0.5)
        return outside if outside.loss <= reflected.loss else None
    inside = tried(-0.5)
    return inside if inside.loss < worst.loss else None`),
};

export const nelderMead: MethodCode = {
  alike: {
    keras:
      'tfp.optimizer.nelder_mead_minimize of TensorFlow Probability starts from another simplex and stops otherwise.',
    scipy:
      'scipy.optimize.minimize(method="Nelder-Mead") makes the same steps, but starts from another simplex by default.',
  },
  functions: [corners],
  run: (iterations) =>
    textLines(`
simplex = [corner(theta), *(corner(theta + edge*axis) for axis in np.eye(len(theta)))]
rows = [theta.tolist()]  # the best corner after every iteration, the start first
losses = [simplex[0].loss]
is_defined = math.isfinite(simplex[0].loss)
simplex = in_order(simplex)
for _ in range(${iterations} if is_defined else 0):
    best, *others = simplex
    if is_small(best, others):
        break  # the simplex is small enough
    new = replacement(simplex)
    if new is None:
        # All corners move halfway to the best one.
        moved = [corner(best.point + 0.5*(one.point - best.point)) for one in others]
        simplex = in_order([best, *moved])
    else:
        simplex = in_order([*simplex[:-1], new])
    rows.append(simplex[0].point.tolist())
    losses.append(simplex[0].loss)`),
};
