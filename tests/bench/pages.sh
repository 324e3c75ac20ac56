#!/usr/bin/env bash
# How long each step of the work on a scanned page takes, on A4 at 300 dpi, in processor time of one thread. Needs a
# configured tree (build/release).
#   tests/bench/pages.sh
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
build=$top/build/release
export LC_ALL=C.UTF-8
cmake --build "$build" --target kuaiban-bench-pages -- --quiet
"$build/tests/bench/kuaiban-bench-pages"
