#!/usr/bin/env bash
# The first README command: installs what is missing, builds, starts a hub with made-up people and opens the counter.
#   installer/demo.sh             the counter opens on this desktop; the demo accounts stand on the sign-in page, Alt+N calls
#                                 the next ticket of a simulated queue, F2 reads the next person's card, F4 scans, the slip
#                                 goes to build/demo/out/receipt.escpos
#   installer/demo.sh --headless  the same windows without a screen: the main job is played by keyboard, pictures and
#                                 papers are left in build/demo/out, and the exit code is 0 only if the case was approved
# Everything it makes lies below build/demo and is made anew each time; it ends the processes it started.
set -euo pipefail
top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
build=$top/build/release
demo=$top/build/demo
export LC_ALL=C.UTF-8

headless=no
for argument in "$@"; do
    case $argument in
    --headless) headless=yes ;;
    *)
        echo "usage: installer/demo.sh [--headless]" >&2
        exit 2
        ;;
    esac
done
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    headless=yes
fi

"$top/installer/install-packages.sh"
if [[ ! -f $build/build.ninja ]]; then
    cmake -S "$top" --preset release >/dev/null
fi
cmake --build "$build" --parallel "$(nproc)" --target kuaiban kuaiban-hub kuaiban-device -- --quiet

# shellcheck source=installer/demo/hall.sh
source "$top/installer/demo/hall.sh"
trap hall_close EXIT
trap 'exit 130' HUP INT TERM
hall_open

if [[ $headless == no ]]; then
    # A simulated queue to call from; without a screen nobody calls, and a picture must not change by itself.
    profile=$(jq '.devices.caller = "sim:caller"' "$demo/profile.json")
    printf '%s\n' "$profile" >"$demo/profile.json"
    # In the background, because bash answers a signal only once a program in front has ended.
    "$HALL_COUNTER" --profile "$demo/profile.json" --login-note "$HALL_NOTE" &
    HALL_COUNTER_PID=$!
    wait "$HALL_COUNTER_PID"
    exit 0
fi
# shellcheck source=installer/demo/walk.sh
source "$top/installer/demo/walk.sh"
walk
