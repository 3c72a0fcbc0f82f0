"""The peer of bench/effect.mjs: peer.py FILE ROWS NAMES THREADS, then one JSON line {"model", "formula"} in, one with time and result out, in turn."""

import os
import sys

for library in ["RAYON", "OMP", "OPENBLAS", "NUMBA"]:
    os.environ[f"{library}_NUM_THREADS"] = sys.argv[4]

import json
import time
import warnings

import numpy as np
import pandas as pd
import pyfixest as pf

warnings.simplefilter("ignore")
file, rows, names = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(",")
values = np.fromfile(file, dtype=np.float64).reshape(len(names), rows)
data = pd.DataFrame({name: values[i] for i, name in enumerate(names)})
for name in ["id", "firm", "year"]:
    data[name] = data[name].astype(np.int64)
for line in sys.stdin:
    asked = json.loads(line)
    estimate = pf.fepois if asked["model"] == "poisson" else pf.feols
    started, began = time.process_time(), time.perf_counter()
    fit = estimate(asked["formula"], data, vcov={"CRV1": "id"}, copy_data=False, store_data=False, lean=True)
    spent, wall = 1000 * (time.process_time() - started), 1000 * (time.perf_counter() - began)
    answer = {"milliseconds": spent, "wall": wall, "estimate": float(fit.coef().iloc[0]), "se": float(fit.se().iloc[0])}
    print(json.dumps({**answer, "version": pf.__version__}), flush=True)
