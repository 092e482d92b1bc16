"""Records QR decompositions and solved linear systems as src/formula/testing/decompositions.json.

    python3 scripts/golden/decompositions.py > src/formula/testing/decompositions.json

Needs numpy; the tests read the file alone.
"""

import json

import numpy as np


def basis(seed, n):
    A = np.random.default_rng(seed).normal(size=(n, n))
    return {"matrix": A.tolist(), "q": np.linalg.qr(A)[0].tolist()}


def system(seed, n):
    random = np.random.default_rng(100 + seed)
    A, B = random.normal(size=(n, n)), random.normal(size=(n, n))
    return {"matrix": A.tolist(), "right": B.tolist(), "solution": np.linalg.solve(A, B).tolist()}


SIZES = [2, 2, 3, 4, 5, 6, 7, 8]
print(json.dumps({"bases": [basis(*one) for one in enumerate(SIZES)], "systems": [system(*one) for one in enumerate(SIZES)]}))
