#!/usr/bin/env bash
# How long a clerk waits for the counter: card to filled form, page to thumbnail beside SANE's own scanimage in the same
# run, the last key to the next citizen, and events that made the window stand still. On a private display, against a hub
# on loopback. Needs a configured tree (build/release) and the package sane-utils.
#   tests/bench/counter.sh [CASES]     8 unless said, each with five pages
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
build=$top/build/release
demo=$top/build/bench/counter
export LC_ALL=C.UTF-8
cmake --build "$build" --target kuaiban-bench-counter -- --quiet
mkdir -p "$demo"
# shellcheck source=../support/display/display.sh
source "$top/tests/support/display/display.sh"
trap display_stop EXIT
display_start
QT_QPA_PLATFORM=xcb "$build/tests/bench/kuaiban-bench-counter" "${1:-8}"
