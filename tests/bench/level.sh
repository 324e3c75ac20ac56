#!/usr/bin/env bash
# How long a counter that comes anew takes until it is level with the hub, and what it needs then: one clerk's cases of a
# quarter, by the program without its window. Peer in the same run: PouchDB 7 on LevelDB (npm, with pouchdb-server 4),
# which copies as many documents of the same content; it keeps them and decides nothing. One run each.
#   tests/bench/level.sh [CASES]     20,000 unless said
# Goal: 150 MB at rest with 20,000 cases. Needs a built tree (build/release).
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
cases=${1:-20000}
# shellcheck source=hub.sh
source "$top/tests/bench/hub.sh"
bench=$top/build/bench/level
hub_start "$bench"
rm -rf "$bench/counter"
python3 "$top/tests/bench/level.py" "$port" "$(hub_code)" "$(hub_code)" "$password" "$cases" \
    "$top/build/release/app/counter/kuaiban" "$bench"
hub_memory
