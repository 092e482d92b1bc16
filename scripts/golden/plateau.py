"""Records what torch's ReduceLROnPlateau does, as src/engine/testing/plateau.json.

    python3 scripts/golden/plateau.py > src/engine/testing/plateau.json

After every update the scheduler is stepped with the full loss at the new parameters, as the page does.
Needs torch (recorded with 1.13.1); the tests read the file alone.
"""

import json
import sys

import torch

torch.set_default_dtype(torch.float64)

X = [[0.5], [1.5], [-1.0], [2.0], [-0.5], [0.25], [-2.0], [1.0]]
Y = [1.0, 3.5, -1.5, 4.5, 0.5, 1.25, -3.0, 2.5]


def square(theta):
    return theta[0] ** 2


def rosenbrock(theta):
    return (1 - theta[0]) ** 2 + 100 * (theta[1] - theta[0] ** 2) ** 2


def regression(theta):
    x, y = torch.tensor(X), torch.tensor(Y)
    return (0.5 * (x[:, 0] * theta[0] + theta[1] - y) ** 2).mean()


LOSSES = {
    "square": (square, [10.0]),
    "rosenbrock": (rosenbrock, [-1.5, 2.0]),
    "regression": (regression, [0.0, 0.0]),
}
OPTIMIZERS = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}

# problem, optimizer, its arguments, the scheduler's arguments, updates
CASES = [
    ("square", "sgd", {"lr": 1.0}, {"patience": 3, "factor": 0.5}, 30),
    ("square", "sgd", {"lr": 1.02}, {"patience": 0, "factor": 0.7, "cooldown": 4}, 40),
    ("square", "sgd", {"lr": 0.001}, {"patience": 0, "threshold": 0.5, "threshold_mode": "abs"}, 60),
    ("square", "sgd", {"lr": 0.001}, {"patience": 1, "threshold": 0.01, "factor": 0.9}, 60),
    ("square", "adam", {"lr": 1.0}, {"patience": 4, "factor": 0.1}, 120),
    ("square", "adam", {"lr": 2.0}, {"patience": 1, "factor": 0.3, "min_lr": 0.01}, 80),
    ("square", "sgd", {"lr": 1e-7}, {"patience": 0, "factor": 0.5, "threshold": 0.5}, 30),
    ("square", "sgd", {"lr": 1.0}, {"patience": 0, "factor": 0.5, "eps": 0.3}, 30),
    ("rosenbrock", "sgd", {"lr": 0.0019, "momentum": 0.5}, {"patience": 5, "factor": 0.5}, 200),
    ("rosenbrock", "adam", {"lr": 1.5}, {"patience": 5, "factor": 0.1, "threshold": 0.01}, 300),
    ("rosenbrock", "adam", {"lr": 0.5}, {"patience": 3, "factor": 0.5, "cooldown": 10, "threshold": 0.001}, 300),
    ("regression", "sgd", {"lr": 1.2}, {"patience": 2, "factor": 0.5}, 60),
    ("regression", "sgd", {"lr": 0.3, "momentum": 0.9, "nesterov": True}, {"patience": 4, "factor": 0.2}, 80),
    ("regression", "adam", {"lr": 1.0}, {"patience": 3, "factor": 0.5, "threshold_mode": "abs"}, 120),
]


def record(problem, optimizer, hyper, args, updates):
    loss, start = LOSSES[problem]
    theta = torch.tensor(start, requires_grad=True)
    opt = OPTIMIZERS[optimizer]([theta], **hyper)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, **args)
    rates, losses, params = [], [], [theta.detach().tolist()]
    for _ in range(updates):
        rates.append(opt.param_groups[0]["lr"])
        opt.zero_grad()
        loss(theta).backward()
        opt.step()
        with torch.no_grad():
            after = loss(theta).item()
        scheduler.step(after)
        losses.append(after)
        params.append(theta.detach().tolist())
    return {
        "problem": problem,
        "optimizer": optimizer,
        "hyper": hyper,
        "args": args,
        "updates": updates,
        "lr": rates,
        "loss": losses,
        "params": params,
    }


json.dump({"torch": torch.__version__, "x": X, "y": Y, "cases": [record(*case) for case in CASES]}, sys.stdout)
sys.stdout.write("\n")
