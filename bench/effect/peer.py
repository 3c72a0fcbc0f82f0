"""The peer of bench/effect.mjs: peer.py FILE ROWS, then one JSON line {"model", "formula"} in, one with time and result out, in turn."""

import os

for library in ["RAYON", "OMP", "OPENBLAS", "NUMBA"]:
    os.environ[f"{library}_NUM_THREADS"] = "1"

import json
import sys
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
    started = time.process_time()
    fit = estimate(asked["formula"], data, vcov={"CRV1": "id"}, copy_data=False, store_data=False, lean=True)
    spent = 1000 * (time.process_time() - started)
    answer = {"milliseconds": spent, "estimate": float(fit.coef().iloc[0]), "se": float(fit.se().iloc[0])}
    print(json.dumps({**answer, "version": pf.__version__}), flush=True)
