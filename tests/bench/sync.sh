#!/usr/bin/env bash
# How fast the hub takes commands and gives its feed, over HTTP on this machine, each command decided, chained and on the
# disk before it is answered. Peer in the same run: pouchdb-server 4 (npm) on its LevelDB, which does not wait for the disk
# and decides nothing: the same client sends it the same commands as documents, in _bulk_docs, and reads _changes. One run
# each. A case is four rows of the hub's feed and one document of the peer's, so feeds are compared by cases.
#   tests/bench/sync.sh [COMMANDS]     10,000 unless said
# Goals: 4,000 commands/s in requests of 100, 18,000 changes/s. Needs a built tree (build/release); without Node.js and its
# package manager, which nothing else here needs, the peer is left out.
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
commands=${1:-10000}
# shellcheck source=hub.sh
source "$top/tests/bench/hub.sh"
bench=$top/build/bench/sync
hub_start "$bench"
python3 "$top/tests/bench/sync.py" "$port" "$(hub_code)" "$password" "$commands" "$bench/peer"
hub_memory
