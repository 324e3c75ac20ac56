# A hub of its own for measurements, on loopback with an empty database: hub_start FOLDER leaves $port, $password and
# $hub_process; hub_code prints an enrolment code. The hub ends with the script. Sourced; needs $top, a built tree
# (build/release) and, for the peer, Node.js with its package manager, which nothing else here needs.
# shellcheck shell=bash
hub=$top/build/release/app/hub/kuaiban-hub
port=${KUAIBAN_BENCH_PORT:-18092}
password=kuaiban2026
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1

hub_start() {
    hub_folder=$1
    mkdir -p "$hub_folder"
    rm -rf "$hub_folder"/hub.db* "$hub_folder/blobs"
    cat >"$hub_folder/hub.json" <<JSON
{"database":"hub.db","blobs":"blobs","resources":"$top/resources",
 "http":{"address":"127.0.0.1","port":$port},"public_base":"http://127.0.0.1:$port"}
JSON
    "$hub" seed --config "$hub_folder/hub.json" --persons 100 --seed 1 --demo-password "$password" >"$hub_folder/seed.log"
    "$hub" serve --config "$hub_folder/hub.json" >"$hub_folder/hub.log" 2>&1 &
    hub_process=$!
    trap 'kill $hub_process 2>/dev/null; wait $hub_process 2>/dev/null || true' EXIT
    until grep -q '^listening' "$hub_folder/hub.log"; do
        kill -0 $hub_process
        sleep 0.1
    done
}

hub_code() {
    "$hub" enrol-code --config "$hub_folder/hub.json" --area 210603 --office 丹东市人社服务大厅 | tr -dc 0-9
}

hub_memory() {
    awk '/VmHWM/ {printf "hub: %.0f MB at most\n", $2 / 1024}' "/proc/$hub_process/status"
}
