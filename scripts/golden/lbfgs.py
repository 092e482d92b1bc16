"""Records what torch.optim.LBFGS does, as src/engine/testing/lbfgs.json.

    python3 scripts/golden/lbfgs.py > src/engine/testing/lbfgs.json

Its line searches differ from the page's, so its points do; its directions are the page's, from the same history of points and
gradients. Each case has the points, the gradients there (by hand, in float64) and the directions along which torch went on from them.
Needs torch (recorded with 1.13); the tests read the file alone.
"""

import json
import sys

import torch


class Rosenbrock:
    start = [-1.5, 2.0]

    def f(self, p):
        return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2

    def g(self, p):
        d = p[1] - p[0] ** 2
        return [-2 * (1 - p[0]) - 400 * p[0] * d, 200 * d]


class Quadratic:
    """(x^2 + kappa y^2)/2 with kappa = 25."""

    start = [4.0, 1.0]

    def f(self, p):
        return 0.5 * (p[0] ** 2 + 25 * p[1] ** 2)

    def g(self, p):
        return [p[0], 25 * p[1]]


class Himmelblau:
    start = [0.5, 4.0]

    def f(self, p):
        return (p[0] ** 2 + p[1] - 11) ** 2 + (p[0] + p[1] ** 2 - 7) ** 2

    def g(self, p):
        a, b = p[0] ** 2 + p[1] - 11, p[0] + p[1] ** 2 - 7
        return [4 * p[0] * a + 2 * b, 2 * a + 4 * p[1] * b]


PROBLEMS = {"rosenbrock": Rosenbrock(), "quadratic": Quadratic(), "himmelblau": Himmelblau()}
STEPS = 14


def record(name, memory, search):
    problem = PROBLEMS[name]
    theta = torch.tensor(problem.start, dtype=torch.float64, requires_grad=True)
    lr = 1.0 if search else 0.001
    # One iteration a call, so that every point is seen. No tolerance ends it before.
    optimizer = torch.optim.LBFGS(
        [theta], lr=lr, max_iter=1, max_eval=100, history_size=memory, tolerance_grad=0, tolerance_change=0,
        line_search_fn=search,
    )

    def closure():
        optimizer.zero_grad()
        loss = problem.f(theta)
        loss.backward()
        return loss

    points, gradients, directions = [], [], []
    for _ in range(STEPS):
        point = theta.tolist()
        if max(map(abs, problem.g(point))) < 1e-5:
            break
        points.append(point)
        gradients.append(problem.g(point))
        optimizer.step(closure)
        directions.append(optimizer.state[theta]["d"].tolist())
    return {
        "problem": name, "memory": memory, "search": search,
        "points": points, "gradients": gradients, "directions": directions,
    }


cases = [record(name, memory, search) for name in PROBLEMS for memory in (3, 10) for search in ("strong_wolfe", None)]
json.dump({"torch": torch.__version__, "cases": cases}, sys.stdout)
print()
