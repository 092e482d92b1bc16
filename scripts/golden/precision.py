"""Records runs in bfloat16 and float16, and how numbers are rounded to them, as src/engine/testing/precision.json.

    python3 scripts/golden/precision.py > src/engine/testing/precision.json

bfloat16 is torch's, float16 numpy's, because torch computes in half precision on a CPU only in part. The loops are written
out, one operation a call, so that each is rounded by itself; where torch differentiates in bfloat16, its gradients must be
those of the written-out ones. Needs torch (recorded with 1.13) and numpy; the tests read the file alone.
"""

import hashlib
import json
import sys

import numpy
import torch

X = [[0.5], [1.5], [-1.0], [2.0], [-0.5], [0.25], [-2.0], [1.0]]
Y = [1.0, 3.5, -1.5, 4.5, 0.5, 1.25, -3.0, 2.5]


class Torch:
    """Numbers are tensors of one number, so that a Python float takes their type, and is rounded to it."""

    types = {"bfloat16": torch.bfloat16, "float32": torch.float32}

    def cast(self, values, name):
        return [torch.as_tensor(value).reshape(1).to(self.types[name]) for value in values]

    def sqrt(self, value):
        return value.sqrt()


class Numpy:
    types = {"float16": numpy.float16, "float32": numpy.float32}

    def cast(self, values, name):
        return [numpy.asarray(value).reshape(1).astype(self.types[name]) for value in values]

    def sqrt(self, value):
        return numpy.sqrt(value)


BACKENDS = {"bfloat16": Torch(), "float16": Numpy()}


def square(theta, _):
    (x,) = theta
    return [x + x]


def rosenbrock(theta, _):
    x, y = theta
    left = 1 - x
    valley = y - x * x
    slope = 100 * valley
    slope = slope + slope
    return [x * -slope + x * -slope + -(left + left), slope]


def regression(theta, cast):
    """The mean of 0.5*(w*x + b - y)^2: each sample's gradient in the type of the parameters, their sum in float32."""
    w, b = theta
    sums = cast([0.0, 0.0], "float32")
    for (x,), y in zip(X, Y):
        error = 0.5 * (b + w * x - y)
        error = error + error
        for i, part in enumerate(cast([x * error, error], "float32")):
            sums[i] = sums[i] + 0.125 * part
    return sums


GRADIENTS = {"square": square, "rosenbrock": rosenbrock, "regression": regression}
STARTS = {"square": [10.0], "rosenbrock": [-1.5, 2.0], "regression": [0.0, 0.0]}


def sgd(state, theta, g, t, _, lr, momentum):
    v = g if t == 1 else [momentum * old + 1.0 * new for old, new in zip(state, g)]
    return v, [x - lr * d for x, d in zip(theta, v)]


def adam(state, theta, g, t, sqrt, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = state[: len(theta)], state[len(theta) :]
    m = [beta1 * old + (1 - beta1) * new for old, new in zip(m, g)]
    v = [beta2 * old + (1 - beta2) * (new * new) for old, new in zip(v, g)]
    mhat = [one / (1 - beta1**t) for one in m]
    vhat = [one / (1 - beta2**t) for one in v]
    moved = [x - lr * a / (sqrt(b) + eps) for x, a, b in zip(theta, mhat, vhat)]
    return m + v, moved


RULES = {"sgd": (sgd, 1), "adam": (adam, 2)}


def check_torch(problem, theta, gradient):
    """Torch's own differentiation in bfloat16 gives the same bits, where no sum over samples is taken."""
    x = torch.cat(theta).detach().requires_grad_()
    loss = x[0] ** 2 if problem == "square" else (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2
    loss.backward()
    assert torch.equal(x.grad, torch.cat(gradient)), (problem, theta, x.grad, gradient)


def record(format_name, rounding, master, problem, optimizer, hyper, updates):
    backend = BACKENDS[format_name]
    cast = backend.cast
    model = format_name if rounding == "every-operation" else "float32"
    rule = "float32" if master else model
    step, states = RULES[optimizer]
    # What is kept between updates has the short format, unless there is a master copy.
    kept = (lambda values: values) if master else (lambda values: cast(cast(values, format_name), rule))
    theta = kept(cast(STARTS[problem], rule))
    state = kept(cast([0.0] * (states * len(theta)), rule))
    rows = [[float(x) for x in theta]]
    for t in range(1, updates + 1):
        seen = cast(cast(theta, format_name), model)
        gradient = GRADIENTS[problem](seen, cast)
        g = cast(cast(gradient, format_name), rule)
        finite = all(numpy.isfinite(float(x)) for x in g)
        if format_name == "bfloat16" and model == format_name and problem != "regression" and finite:
            check_torch(problem, seen, gradient)
        state, theta = step(state, theta, g, t, backend.sqrt, **hyper)
        theta, state = kept(theta), kept(state)
        rows.append([float(x) for x in theta])
        if not all(numpy.isfinite(rows[-1])):
            break
    return {
        "format": format_name,
        "rounding": rounding,
        "master": master,
        "problem": problem,
        "optimizer": optimizer,
        "hyper": hyper,
        "updates": updates,
        "params": [[named(x) for x in row] for row in rows],
    }


def named(x):
    """A number, or what JSON lacks by the name that JavaScript gives it."""
    return x if numpy.isfinite(x) else {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}[str(x)]


RUNS = [
    ("square", "sgd", {"lr": 0.01, "momentum": 0.0}, 120),
    ("square", "sgd", {"lr": 0.05, "momentum": 0.9}, 60),
    ("square", "sgd", {"lr": 1.1, "momentum": 0.0}, 60),
    ("square", "adam", {"lr": 0.3}, 60),
    ("rosenbrock", "sgd", {"lr": 0.0005, "momentum": 0.9}, 80),
    ("rosenbrock", "adam", {"lr": 0.1}, 80),
    ("regression", "sgd", {"lr": 0.2, "momentum": 0.5}, 40),
    ("regression", "adam", {"lr": 0.1}, 40),
]


def digest(values):
    """SHA-256 of float32 numbers, every NaN being the same one."""
    clean = numpy.where(numpy.isnan(values), numpy.float32(numpy.nan), values).astype("<f4")
    return hashlib.sha256(clean.tobytes()).hexdigest()


def rounded():
    """How every upper half of a float32, and numbers around every float16 and every middle of two, are rounded."""
    lower = [0, 1, 0x7FFF, 0x8000, 0x8001, 0xFFFF]
    halves = numpy.arange(65536, dtype=numpy.uint64)
    inputs = numpy.concatenate([(halves << 16) | low for low in lower]).astype(numpy.uint32).view(numpy.float32)
    short = torch.from_numpy(inputs.copy()).to(torch.bfloat16).to(torch.float32).numpy()
    # The bits of float32 behind those of a normal float16 are 13: at, around and between two neighbours.
    tails = [0, 1, 0x0FFF, 0x1000, 0x1001, 0x1FFF]
    tops = numpy.arange(2**19, dtype=numpy.uint64) << 13
    wide = numpy.concatenate([tops | tail for tail in tails]).astype(numpy.uint32).view(numpy.float32)
    half = wide.astype(numpy.float16).astype(numpy.float32)
    return {"bfloat16": digest(short), "float16": digest(half)}


numpy.seterr(all="ignore")
cases = [
    record(name, rounding, master, *run)
    for name in BACKENDS
    for rounding in ("every-operation", "stored")
    for master in (False, True)
    for run in RUNS
]
versions = {"torch": torch.__version__, "numpy": numpy.__version__}
json.dump({**versions, "x": X, "y": Y, "rounded": rounded(), "cases": cases}, sys.stdout)
sys.stdout.write("\n")
