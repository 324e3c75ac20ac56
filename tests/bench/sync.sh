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
hub=$top/build/release/app/hub/kuaiban-hub
bench=$top/build/bench/sync
port=${KUAIBAN_BENCH_PORT:-18092}
password=kuaiban2026
export LC_ALL=C.UTF-8

mkdir -p "$bench"
rm -rf "$bench"/hub.db* "$bench/blobs"
cat >"$bench/hub.json" <<JSON
{"database":"hub.db","blobs":"blobs","resources":"$top/resources",
 "http":{"address":"127.0.0.1","port":$port},"public_base":"http://127.0.0.1:$port"}
JSON
"$hub" seed --config "$bench/hub.json" --persons 100 --seed 1 --demo-password "$password" >"$bench/seed.log"
"$hub" serve --config "$bench/hub.json" >"$bench/hub.log" 2>&1 &
process=$!
trap 'kill $process 2>/dev/null; wait $process 2>/dev/null || true' EXIT
until grep -q '^listening' "$bench/hub.log"; do
    kill -0 $process
    sleep 0.1
done
code=$("$hub" enrol-code --config "$bench/hub.json" --area 210603 --office 丹东市人社服务大厅 | tr -dc 0-9)
python3 "$top/tests/bench/sync.py" "$port" "$code" "$password" "$commands" "$bench/peer"
echo "hub: $(awk '/VmHWM/ {printf "%.0f MB", $2 / 1024}' /proc/$process/status) at most"
