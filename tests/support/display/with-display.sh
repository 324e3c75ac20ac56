#!/usr/bin/env bash
# Runs one command on a private X display and ends with its exit code.
#   tests/support/display/with-display.sh [--size WIDTHxHEIGHT] COMMAND [ARGUMENT…]
set -euo pipefail
# shellcheck source=tests/support/display/display.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/display.sh"
size=1366x768
if [[ ${1:-} == --size ]]; then
    size=${2:?--size needs WIDTHxHEIGHT}
    shift 2
fi
if (($# == 0)); then
    echo "usage: with-display.sh [--size WIDTHxHEIGHT] COMMAND [ARGUMENT…]" >&2
    exit 2
fi
trap display_stop EXIT
trap 'exit 130' INT TERM
display_start "$size"
"$@"
