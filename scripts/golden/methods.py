"""Records what scipy's methods do, and loops around its line search, as src/engine/testing/methods.json.

    python3 scripts/golden/methods.py > src/engine/testing/methods.json

- BFGS, conjugate gradient, dogleg and Nelder-Mead are scipy.optimize's own. BFGS and CG search along a line with its
  `line_search_wolfe2`, the one from Nocedal & Wright; the other one, which they try first, is switched off.
- Steepest descent with a Wolfe search and L-BFGS are loops written here from Nocedal & Wright around
  `scipy.optimize.line_search`; backtracking and Newton's method are loops written here from their pseudo-code.

Needs numpy and scipy (recorded with 1.10.1); the tests read the file alone.
"""

import json
import sys
import warnings

import numpy as np
from scipy.optimize import _optimize, line_search, minimize

warnings.simplefilter("ignore")


def wolfe_only(f, fprime, xk, pk, gfk, old_fval, old_old_fval, **kwargs):
    kept = {name: kwargs[name] for name in ("c1", "c2", "amax", "extra_condition") if name in kwargs}
    found = _optimize.line_search_wolfe2(f, fprime, xk, pk, gfk, old_fval, old_old_fval, **kept)
    if found[0] is None:
        raise _optimize._LineSearchError()
    return found


_optimize._line_search_wolfe12 = wolfe_only


# The functions of the catalogue, with derivatives by hand. Terms in the order of the formulas there.


class Rosenbrock:
    def f(self, x):
        return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2

    def g(self, x):
        d = x[1] - x[0] ** 2
        return np.array([-2 * (1 - x[0]) - 400 * x[0] * d, 200 * d])

    def h(self, x):
        return np.array([[2 - 400 * (x[1] - 3 * x[0] ** 2), -400 * x[0]], [-400 * x[0], 200.0]])


class Quadratic:
    """(x^2 + kappa y^2)/2 with kappa = 25."""

    def f(self, x):
        return 0.5 * (x[0] ** 2 + 25 * x[1] ** 2)

    def g(self, x):
        return np.array([x[0], 25 * x[1]])

    def h(self, x):
        return np.array([[1.0, 0.0], [0.0, 25.0]])


class Himmelblau:
    def f(self, x):
        return (x[0] ** 2 + x[1] - 11) ** 2 + (x[0] + x[1] ** 2 - 7) ** 2

    def g(self, x):
        a, b = x[0] ** 2 + x[1] - 11, x[0] + x[1] ** 2 - 7
        return np.array([4 * x[0] * a + 2 * b, 2 * a + 4 * x[1] * b])

    def h(self, x):
        a, b = x[0] ** 2 + x[1] - 11, x[0] + x[1] ** 2 - 7
        m = 4 * (x[0] + x[1])
        return np.array([[4 * a + 8 * x[0] ** 2 + 2, m], [m, 4 * b + 8 * x[1] ** 2 + 2]])


class Typed:
    """exp(x/2) - x + (y - x)^2 + (z + x*y)^2/4 + z^4: three parameters, no minimum in round numbers."""

    def f(self, p):
        x, y, z = p
        return np.exp(x / 2) - x + (y - x) ** 2 + (z + x * y) ** 2 / 4 + z**4

    def g(self, p):
        x, y, z = p
        c = (z + x * y) / 2
        return np.array([np.exp(x / 2) / 2 - 1 - 2 * (y - x) + c * y, 2 * (y - x) + c * x, c + 4 * z**3])

    def h(self, p):
        x, y, z = p
        c = (z + x * y) / 2
        xy = -2 + y * x / 2 + c
        return np.array(
            [
                [np.exp(x / 2) / 4 + 2 + y * y / 2, xy, y / 2],
                [xy, 2 + x * x / 2, x / 2],
                [y / 2, x / 2, 0.5 + 12 * z * z],
            ]
        )


PROBLEMS = {
    "rosenbrock": (Rosenbrock(), [[-1.2, 1.0], [-1.5, 2.0], [0.3, -0.7]]),
    "quadratic": (Quadratic(), [[4.0, 1.0], [-3.0, 2.5]]),
    "himmelblau": (Himmelblau(), [[0.5, 4.0], [-4.0, 1.0]]),
    "typed": (Typed(), [[1.0, 1.0, 1.0], [-2.0, 0.5, 1.5]]),
}


class Counted:
    """A problem that counts its evaluations."""

    def __init__(self, problem):
        self.problem, self.counts = problem, [0, 0, 0]

    def f(self, x):
        self.counts[0] += 1
        return self.problem.f(x)

    def g(self, x):
        self.counts[1] += 1
        return self.problem.g(x)

    def h(self, x):
        self.counts[2] += 1
        return self.problem.h(x)


def largest(g):
    return np.max(np.abs(g))


def backtracking(p, x, steps, gtol=1e-5, first=1.0, shrink=0.5, c1=1e-4):
    """Nocedal & Wright, Algorithm 3.1, along the negative gradient."""
    f, g = p.f(x), p.g(x)
    rows = [x]
    for _ in range(steps):
        if largest(g) <= gtol:
            break
        direction, alpha = -g, first
        while not p.f(x + alpha * direction) <= f + c1 * alpha * np.dot(g, direction):
            alpha *= shrink
        x = x + alpha * direction
        f, g = p.problem.f(x), p.g(x)
        rows.append(x)
    return rows


def newton(p, x, steps, gtol=1e-5):
    rows = [x]
    p.f(x)
    g = p.g(x)
    for _ in range(steps):
        if largest(g) <= gtol:
            break
        x = x - np.linalg.solve(p.h(x), g)
        p.f(x)
        g = p.g(x)
        rows.append(x)
    return rows


def damped_newton(p, x, steps, gtol=1e-5, shrink=0.5, c1=1e-4):
    rows = [x]
    f, g = p.f(x), p.g(x)
    for _ in range(steps):
        if largest(g) <= gtol:
            break
        direction, alpha = -np.linalg.solve(p.h(x), g), 1.0
        if not np.dot(direction, g) < 0:
            break
        while not p.f(x + alpha * direction) <= f + c1 * alpha * np.dot(g, direction):
            alpha *= shrink
        x = x + alpha * direction
        f, g = p.problem.f(x), p.g(x)
        rows.append(x)
    return rows


def searched(p, x, steps, direction_of, gtol=1e-5, c2=0.9):
    """A loop of line searches by scipy; `direction_of` gets the points and gradients so far."""
    f, g = p.f(x), p.g(x)
    before = f + np.linalg.norm(g) / 2
    xs, gs = [x], [g]
    for _ in range(steps):
        if largest(g) <= gtol:
            break
        direction = direction_of(xs, gs)
        alpha, _, _, value, f, slope = line_search(p.f, p.g, x, direction, g, f, before, c1=1e-4, c2=c2)
        if alpha is None:
            break
        x = x + alpha * direction
        g = p.g(x) if slope is None else slope
        before, f = f, value
        xs.append(x)
        gs.append(g)
    return xs


def steepest(xs, gs):
    return -gs[-1]


def two_loops(memory):
    """Nocedal & Wright, Algorithm 7.4 with (7.20)."""

    def direction(xs, gs):
        pairs = [(b - a, d - c) for a, b, c, d in zip(xs, xs[1:], gs, gs[1:])][-memory:]
        q, alphas = gs[-1].copy(), []
        for s, y in reversed(pairs):
            alpha = np.dot(s, q) / np.dot(y, s)
            alphas.append(alpha)
            q = q - alpha * y
        if pairs:
            s, y = pairs[-1]
            q = np.dot(s, y) / np.dot(y, y) * q
        for (s, y), alpha in zip(pairs, reversed(alphas)):
            q = q + (alpha - np.dot(y, q) / np.dot(y, s)) * s
        return -q

    return direction


def by_scipy(method, p, x, steps, **options):
    derivatives = {} if method == "Nelder-Mead" else {"jac": p.g}
    if method == "dogleg":
        derivatives["hess"] = p.h
    rows = [x]
    minimize(
        p.f,
        x,
        method=method,
        callback=lambda now: rows.append(np.array(now)),
        options={"maxiter": steps, **options},
        **derivatives,
    )
    return rows


def nelder_mead(p, x, steps):
    corners = np.array([x, *(x + 0.5 * e for e in np.eye(len(x)))])
    # scipy counts its iterations from 1, and reports the point once more when it stops.
    rows = by_scipy("Nelder-Mead", p, x, steps + 1, initial_simplex=corners, xatol=1e-4, fatol=1e-4, maxfev=10**6)
    return rows if len(rows) > steps else rows[:-1]


METHODS = {
    "backtracking": lambda p, x, n: backtracking(p, x, n),
    "wolfe": lambda p, x, n: searched(p, x, n, steepest),
    "conjugate-gradient": lambda p, x, n: by_scipy("CG", p, x, n, gtol=1e-5),
    "newton": lambda p, x, n: newton(p, x, n),
    "damped-newton": lambda p, x, n: damped_newton(p, x, n),
    "bfgs": lambda p, x, n: by_scipy("BFGS", p, x, n, gtol=1e-5),
    "lbfgs": lambda p, x, n: searched(p, x, n, two_loops(3)),
    "dogleg": lambda p, x, n: by_scipy("dogleg", p, x, n, gtol=1e-5),
    "nelder-mead": nelder_mead,
}
SETTINGS = {"lbfgs": {"memory": 3}}
STEPS = 60


def determined(rows, others):
    """How many rows roundings do not decide: those that a run from a start beside it has too."""
    same = [np.max(np.abs(a - b)) < 1e-11 for a, b in zip(rows, others)]
    return len(rows) if all(same) and len(rows) == len(others) else [*same, False].index(False)


def case(method, name, start):
    problem = Counted(PROBLEMS[name][0])
    rows = METHODS[method](problem, np.array(start), STEPS)
    beside = [np.array(start) * (1 + sign * np.finfo(float).eps) for sign in (-1, 1)]
    others = [METHODS[method](Counted(PROBLEMS[name][0]), other, STEPS) for other in beside]
    return {
        "method": method,
        "problem": name,
        "start": start,
        "hyper": SETTINGS.get(method, {}),
        "steps": STEPS,
        "evaluations": problem.counts,
        "determined": min(determined(rows, other) for other in others),
        "rows": [[float(v) for v in row] for row in rows],
    }


cases = [case(method, name, start) for method in METHODS for name, (_, starts) in PROBLEMS.items() for start in starts]
json.dump(cases, sys.stdout)
print()
