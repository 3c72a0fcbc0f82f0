#!/bin/sh
# Installs the peers of bench/link.mjs, Splink 4 and Splink 5 on DuckDB from PyPI, each into a virtual environment of its own; `setup-link.sh 4` or
# `setup-link.sh 5` only the one. Optional: without them the bench prints our own speed and quality and that of plain SQL only.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/../.tmp"
[ $# -gt 0 ] || set -- 4 5
for major; do
  case $major in
    4) splink=4.0.17 ;;
    5) splink=5.0.0 ;;
    *) echo "setup-link.sh: there are Splink 4 and 5, not $major" >&2; exit 2 ;;
  esac
  venv="$here/../.tmp/link-venv-$major"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet "splink==$splink" duckdb==2.0.0 pyarrow==26.0.1
  "$venv/bin/python" -c "import splink; print('splink', splink.__version__)"
done
