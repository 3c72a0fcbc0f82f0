#!/bin/sh
# Installs the peer of bench/effect.mjs, pyfixest from PyPI, into a virtual environment of its own. Optional: without it
# the bench prints our times relative to the memory traffic only.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/../.tmp"
python3 -m venv "$here/../.tmp/effect-venv"
"$here/../.tmp/effect-venv/bin/pip" install --quiet pyfixest==0.60.0
"$here/../.tmp/effect-venv/bin/python" -c "import pyfixest; print('pyfixest', pyfixest.__version__)"
