#!/bin/sh
# Installs the peers of bench/effect.mjs: pyfixest from PyPI, into a virtual environment of its own, and, where R is at hand, fixest from CRAN into
# a library of its own. Optional: without them the bench prints our times relative to the memory traffic only.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/../.tmp"
python3 -m venv "$here/../.tmp/effect-venv"
"$here/../.tmp/effect-venv/bin/pip" install --quiet pyfixest==0.60.0
"$here/../.tmp/effect-venv/bin/python" -c "import pyfixest; print('pyfixest', pyfixest.__version__)"
if command -v Rscript >/dev/null; then
  library="$here/../.tmp/effect-r"
  mkdir -p "$library"
  Rscript -e 'chooseCRANmirror(ind = 1)' -e 'install.packages("fixest", lib = commandArgs(TRUE)[1])' "$library"
  R_LIBS="$library" Rscript -e 'cat("fixest", format(packageVersion("fixest")), "\n")'
fi
