"""Records what Muon, Shampoo and SOAP do to a matrix, and singular values, as src/catalogue/golden/matrices.json.

    python3 scripts/golden/matrices.py > src/catalogue/golden/matrices.json

The loss is half of the trace of (W - M) C (W - M)^T, whose gradient is (W - M) C. Everything is float64.
Needs torch and numpy (recorded with torch 1.13.0 and numpy 1.24.2); the tests read the file alone.
"""

import json

import numpy as np
import torch

torch.set_default_dtype(torch.float64)


# https://github.com/KellerJordan/Muon/blob/master/muon.py, without bfloat16, which is for speed, and without in-place operations.
def zeropower_via_newtonschulz5(G, steps):
    a, b, c = (3.4445, -4.7750, 2.0315)
    X = G
    if G.size(-2) > G.size(-1):
        X = X.mT
    X = X / (X.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        A = X @ X.mT
        B = b * A + c * A @ A
        X = a * X + B @ X
    if G.size(-2) > G.size(-1):
        X = X.mT
    return X


def muon(W, gradient, updates, lr=0.02, momentum=0.95):
    W, buffer, rows = torch.tensor(W), torch.zeros(W.shape), []
    for _ in range(updates):
        g = torch.tensor(gradient(W.numpy()))
        buffer = buffer.lerp(g, 1 - momentum)
        update = zeropower_via_newtonschulz5(g.lerp(buffer, momentum), 5)
        update = update * max(1, g.size(-2) / g.size(-1)) ** 0.5
        W = W.add(update, alpha=-lr)
        rows.append(W.numpy())
    return rows


# Gupta, Koren and Singer (2018), algorithm 1.
def shampoo(W, gradient, updates, lr=0.1, eps=1e-4):
    L, R, rows = eps * np.eye(W.shape[0]), eps * np.eye(W.shape[1]), []
    for _ in range(updates):
        G = gradient(W)
        L = L + G @ G.T
        R = R + G.T @ G
        W = W - lr * power(L, -1 / 4) @ G @ power(R, -1 / 4)
        rows.append(W)
    return rows


def power(A, exponent):
    values, vectors = np.linalg.eigh(A)
    return (vectors * values**exponent) @ vectors.T


# Vyas et al. (2024), algorithms 3 and 4, with Adam's corrections and bases that begin as identities.
def soap(W, gradient, updates, lr=0.003, beta1=0.95, beta2=0.95, eps=1e-8):
    M, V, rows = np.zeros(W.shape), np.zeros(W.shape), []
    L, R = np.zeros((W.shape[0],) * 2), np.zeros((W.shape[1],) * 2)
    QL, QR = np.eye(W.shape[0]), np.eye(W.shape[1])
    for t in range(1, updates + 1):
        G = gradient(W)
        M = beta1 * M + (1 - beta1) * G
        V = beta2 * V + (1 - beta2) * (QL.T @ G @ QR) ** 2
        N = (QL.T @ M @ QR) / (1 - beta1**t) / (np.sqrt(V / (1 - beta2**t)) + eps)
        W = W - lr * QL @ N @ QR.T
        L = beta2 * L + (1 - beta2) * G @ G.T
        R = beta2 * R + (1 - beta2) * G.T @ G
        QL, QR = np.linalg.qr(L @ QL)[0], np.linalg.qr(R @ QR)[0]
        rows.append(W)
    return rows


METHODS = {"muon": muon, "shampoo": shampoo, "soap": soap}
# method, rows, columns, settings, updates
CASES = [
    ("muon", 4, 4, {}, 60),
    ("muon", 3, 5, {"lr": 0.05, "momentum": 0.8}, 60),
    ("muon", 5, 2, {"lr": 0.05}, 60),
    ("muon", 8, 8, {}, 40),
    ("shampoo", 4, 4, {}, 60),
    ("shampoo", 2, 2, {"lr": 0.5, "eps": 0.01}, 60),
    ("shampoo", 8, 8, {"lr": 0.2}, 40),
    ("soap", 4, 4, {"lr": 0.05}, 60),
    ("soap", 2, 2, {"lr": 0.1, "beta1": 0.8, "beta2": 0.9}, 60),
    ("soap", 8, 8, {"lr": 0.02}, 40),
]
EVERY = 10


def record(seed, method, rows, columns, settings, updates):
    random = np.random.default_rng(seed)
    M, W = random.normal(size=(rows, columns)), random.normal(size=(rows, columns))
    half = random.normal(size=(columns, columns))
    C = half @ half.T / columns + 0.1 * np.eye(columns)
    path = METHODS[method](W, lambda point: (point - M) @ C, updates, **settings)
    return {
        "method": method,
        "settings": settings,
        "start": W.tolist(),
        "target": M.tolist(),
        "curvature": C.tolist(),
        "updates": updates,
        "every": EVERY,
        "points": [point.tolist() for point in path[EVERY - 1 :: EVERY]],
    }


def decompose(seed, rows, columns, fall):
    """Singular values that fall by this factor from one to the next, and those that numpy finds in the matrix made of them."""
    random = np.random.default_rng(seed)
    U = np.linalg.qr(random.normal(size=(rows, rows)))[0]
    V = np.linalg.qr(random.normal(size=(columns, columns)))[0]
    made = [fall**k for k in range(min(rows, columns))]
    A = U[:, : len(made)] * made @ V[: len(made)]
    return {"matrix": A.tolist(), "made": made, "values": np.linalg.svd(A, compute_uv=False).tolist()}


SHAPES = [(2, 2, 0.5), (8, 8, 0.7), (3, 5, 0.1), (6, 2, 0.9), (1, 4, 1), (4, 4, 1), (8, 8, 0.02)]

print(
    json.dumps(
        {
            "runs": [record(seed, *case) for seed, case in enumerate(CASES)],
            "singular": [decompose(seed, *shape) for seed, shape in enumerate(SHAPES)],
        }
    )
)
