#!/bin/sh
# Installs the peer of bench/link.mjs, Splink on DuckDB from PyPI, into a virtual environment of its own. Optional: without it the bench
# prints our own speed and quality only.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/../.tmp"
python3 -m venv "$here/../.tmp/link-venv"
"$here/../.tmp/link-venv/bin/pip" install --quiet splink==5.0.0 duckdb==2.0.0 pyarrow==26.0.1
"$here/../.tmp/link-venv/bin/python" -c "import splink; print('splink', splink.__version__)"
