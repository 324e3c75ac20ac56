#!/usr/bin/env bash
# How fast the hub finds people among many, over HTTP on this machine. Peer: Python's sqlite3 asking the same file the same
# questions without any HTTP between, so the ratio tells what the hub adds to its database.
#   tests/bench/register.sh [PERSONS]     2,450,000 unless said; the register is made once and kept in build/bench
# Goals: by ID number p99 20 ms, by given name p95 60 ms. Needs a built tree (build/release).
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
persons=${1:-2450000}
hub=$top/build/release/app/hub/kuaiban-hub
bench=$top/build/bench/register-$persons
port=${KUAIBAN_BENCH_PORT:-18090}
password=kuaiban2026
export LC_ALL=C.UTF-8

mkdir -p "$bench"
cat >"$bench/hub.json" <<JSON
{"database":"hub.db","blobs":"blobs","resources":"$top/resources",
 "http":{"address":"127.0.0.1","port":$port},"public_base":"http://127.0.0.1:$port"}
JSON
if [[ ! -f $bench/made ]]; then
    rm -f "$bench"/hub.db*
    begin=$SECONDS
    "$hub" seed --config "$bench/hub.json" --persons "$persons" --seed 1 --demo-password "$password" >"$bench/seed.log"
    echo "made $persons people in $((SECONDS - begin)) s, $(du -h "$bench/hub.db" | cut -f1)"
    touch "$bench/made"
fi
"$hub" serve --config "$bench/hub.json" >"$bench/hub.log" 2>&1 &
process=$!
trap 'kill $process 2>/dev/null; wait $process 2>/dev/null || true' EXIT
until grep -q '^listening' "$bench/hub.log"; do
    kill -0 $process
    sleep 0.1
done
code=$("$hub" enrol-code --config "$bench/hub.json" --area 210603 --office 丹东市人社服务大厅 | tr -dc 0-9)
python3 "$top/tests/bench/register.py" "$port" "$bench/hub.db" "$code" "$password"
echo "hub: $(awk '/VmRSS/ {printf "%.0f MB", $2 / 1024}' /proc/$process/status)"
