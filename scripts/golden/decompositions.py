"""Records QR decompositions as src/formula/testing/decompositions.json.

    python3 scripts/golden/decompositions.py > src/formula/testing/decompositions.json

Needs numpy; the tests read the file alone.
"""

import json

import numpy as np


def basis(seed, n):
    A = np.random.default_rng(seed).normal(size=(n, n))
    return {"matrix": A.tolist(), "q": np.linalg.qr(A)[0].tolist()}


print(json.dumps({"bases": [basis(seed, n) for seed, n in enumerate([2, 2, 3, 4, 5, 6, 7, 8])]}))
