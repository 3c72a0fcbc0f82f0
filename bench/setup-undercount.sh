#!/bin/sh
# Installs the peers of bench/undercount.mjs, Rcapture and LCMCR from CRAN, into a library of their own. Optional: without them the bench
# says that they are absent. Needs R and, for LCMCR, a C++ compiler and the development files of the GNU Scientific Library.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library="$here/../.tmp/undercount-r"
mkdir -p "$library"
Rscript -e 'chooseCRANmirror(ind = 1)' -e 'install.packages(c("Rcapture", "LCMCR"), lib = commandArgs(TRUE)[1])' "$library"
R_LIBS="$library" Rscript -e 'for (name in c("Rcapture", "LCMCR")) cat(name, format(packageVersion(name)), "\n")'
