"""Runs programs one after the other in this process, because importing torch takes longer than most of them.

Reads a JSON list of programs from standard input and writes a JSON list of what each printed, {"printed": ...}, or of how
it failed, {"failed": ...}, in the same order. A second process shares the work where the machine has two cores.
"""
import contextlib
import io
import json
import multiprocessing
import sys
import traceback
import warnings

import torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)


def run(program):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(program, "<program>", "exec"), {"__name__": "__main__"})
    except BaseException:
        return {"failed": traceback.format_exc()}
    return {"printed": out.getvalue()}


if __name__ == "__main__":
    programs = json.load(sys.stdin)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        json.dump(pool.map(run, programs, chunksize=1), sys.stdout)
