#!/usr/bin/env bash
# How soon the counter's first window stands, what memory it takes and what it does while nobody touches it, beside
# KeePassXC from Debian, a Qt program of the same kind, in the same run on the same screen. Needs a built tree
# (build/release) and the package keepassxc.
# Goals: at most 0.9 times its time (floor 500 ms), at most its memory (floor 150 MB), under 1 % of a core at rest.
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
build=$top/build/release
demo=$top/build/bench/window
rounds=${1:-7}
export LC_ALL=C.UTF-8
command -v keepassxc >/dev/null || {
    echo "the peer is missing: install Debian's keepassxc" >&2
    exit 1
}
export KUAIBAN_DEMO_PORT=${KUAIBAN_BENCH_PORT:-18091}
# shellcheck source=../../installer/demo/hall.sh
source "$top/installer/demo/hall.sh"
# shellcheck source=../support/display/display.sh
source "$top/tests/support/display/display.sh"
trap hall_close EXIT
hall_open
display_start
export HOME=$demo/home XDG_CONFIG_HOME=$demo/home XDG_CACHE_HOME=$demo/home QT_QPA_PLATFORM=xcb
# A private display has no session bus; looking for one would start it, and who comes next would wait for it.
export DBUS_SESSION_BUS_ADDRESS=disabled:
mkdir -p "$HOME"

# measure NAME COMMAND…: milliseconds from the start to the first visible window, and after three seconds memory in MB
# and, over ten more, the share of a core, appended to NAME.times.
measure() {
    local name=$1 begin end process before after
    shift
    begin=$(date +%s%N)
    "$@" >"$demo/$name.log" 2>&1 &
    process=$!
    until xdotool search --onlyvisible --pid $process >/dev/null 2>&1; do
        if ! kill -0 $process 2>/dev/null || (($(date +%s%N) - begin > 30000000000)); then
            echo "$name shows no window" >&2
            return 1
        fi
        sleep 0.005
    done
    end=$(date +%s%N)
    sleep 3
    before=$(awk '{print $14 + $15}' /proc/$process/stat)
    sleep 10
    after=$(awk '{print $14 + $15}' /proc/$process/stat)
    echo "$(((end - begin) / 1000000)) $(awk '/VmRSS/ {print int($2 / 1024)}' /proc/$process/status) $((after - before))" >>"$demo/$name.times"
    kill $process
    wait $process 2>/dev/null || true
}

median() { # of column $2 of the file $1
    awk -v column="$2" '{print $column}' "$1" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}

rm -f "$demo"/*.times
for ((round = 0; round <= rounds; ++round)); do # the first warms the disk
    measure kuaiban "$HALL_COUNTER" --profile "$demo/profile.json"
    measure keepassxc keepassxc
    if ((round == 0)); then
        rm -f "$demo"/*.times
    fi
done
awk -v t="$(median "$demo/kuaiban.times" 1)" -v p="$(median "$demo/keepassxc.times" 1)" \
    'BEGIN {printf "first window: %d ms, keepassxc %d ms, ratio %.2f (goal 0.90 or 500 ms)\n", t, p, t / p}'
awk -v t="$(median "$demo/kuaiban.times" 2)" -v p="$(median "$demo/keepassxc.times" 2)" \
    'BEGIN {printf "memory: %d MB, keepassxc %d MB, ratio %.2f (goal 1.00 or 150 MB)\n", t, p, t / p}'
awk -v t="$(median "$demo/kuaiban.times" 3)" -v p="$(median "$demo/keepassxc.times" 3)" \
    'BEGIN {printf "at rest: %.1f %% of a core, keepassxc %.1f %% (goal 1 %%)\n", t / 10, p / 10}'
