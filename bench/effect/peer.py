"""Times pyfixest on a panel written by bench/effect.mjs: peer.py FILE ROWS FORMULA RUNS, prints one JSON line."""

import json
import statistics
import sys
import time

import numpy as np
import pandas as pd
import pyfixest as pf

file, rows, formula, runs = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
values = np.fromfile(file, dtype=np.float64).reshape(5, rows)
data = pd.DataFrame({name: values[i] for i, name in enumerate(["id", "firm", "year", "x1", "y"])})
for name in ["id", "firm", "year"]:
    data[name] = data[name].astype(np.int64)
times = []
for _ in range(runs + 1):
    started = time.perf_counter()
    fit = pf.feols(formula, data, vcov={"CRV1": "id"}, copy_data=False, store_data=False, lean=True)
    times.append(1000 * (time.perf_counter() - started))
print(
    json.dumps(
        {
            "milliseconds": statistics.median(times[1:]),
            "estimate": float(fit.coef().iloc[0]),
            "se": float(fit.se().iloc[0]),
            "version": pf.__version__,
        }
    )
)
