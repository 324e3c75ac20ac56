# shellcheck shell=bash
# A small hall for the demonstration: a hub on 127.0.0.1:18080 with made-up people and accounts, one counter that is
# enrolled at its first start, and the devices of its window: an ID card reader on a pseudo terminal, SANE's own test
# scanner, a receipt printer on TCP, simulated social security cards and a folder that takes the pages. To be sourced by installer/demo.sh.

HALL_PORT=${KUAIBAN_DEMO_PORT:-18080}
HALL_URL=http://127.0.0.1:$HALL_PORT
HALL_PERSONS=${KUAIBAN_DEMO_PERSONS:-50000}
HALL_PASSWORD=kuaiban2026
HALL_OFFICE=丹东市人社服务大厅
HALL_AREA=210603
HALL_NOTE="演示账号：chen 窗口 · sun 分发 · liu 审核 · wang 分管领导，密码 $HALL_PASSWORD"
HALL_HUB=$build/app/hub/kuaiban-hub
HALL_COUNTER=$build/app/counter/kuaiban
HALL_PROCESSES=()      # in the order of their start
declare -A HALL_DEVICE # the process of each double, by its name

hall_open() {
    rm -rf "$demo"
    mkdir -p "$demo/out"
    cat >"$demo/hub.json" <<JSON
{"database":"hub.db","blobs":"blobs","resources":"$top/resources",
 "http":{"address":"127.0.0.1","port":$HALL_PORT},"public_base":"$HALL_URL",
 "card_key":"card.key"}
JSON
    # The security module in software knows what the simulated cards of the third generation want to hear.
    jq -r '[.cards[].readers_key // empty][0]' "$top/resources/simulator/smartcard-demo.json" >"$demo/card.key"
    chmod 600 "$demo/card.key"
    "$HALL_HUB" seed --config "$demo/hub.json" --persons "$HALL_PERSONS" --seed 1 --demo-password "$HALL_PASSWORD" >"$demo/seed.log"
    "$HALL_HUB" serve --config "$demo/hub.json" >"$demo/hub.log" 2>&1 &
    HALL_PROCESSES+=($!)
    # "listening" in its own log: another program on the port would answer too.
    hall_await "the hub" $! "$demo/hub.log" '^listening'
    HALL_CODE=$("$HALL_HUB" enrol-code --config "$demo/hub.json" --area "$HALL_AREA" --office "$HALL_OFFICE" | tr -dc 0-9)
    hall_devices
    hall_enrol
}

# hall_await WHAT PROCESS LOG PATTERN: waits until a line of the log says that the program is ready, for 30 s.
hall_await() {
    local what=$1 process=$2 log=$3 pattern=$4 tries=300
    until grep -q "$pattern" "$log" 2>/dev/null; do
        if ! kill -0 "$process" 2>/dev/null || ((--tries == 0)); then
            echo "$what did not start:" >&2
            cat "$log" >&2
            return 1
        fi
        sleep 0.1
    done
}

# hall_device NAME DOUBLE ARGUMENT…: starts the double of a device. It obeys what is written into $demo/devices/NAME.in and
# answers in NAME.log, where its first line tells where it listens; what it traces stands in NAME.trace.
hall_device() {
    local name=$1 double=$2 python=/usr/bin/python3 # Debian's own rather than a wrapper that may stand before it
    shift 2
    [[ -x $python ]] || python=python3
    mkfifo "$demo/devices/$name.in"
    # Opened for both directions the pipe never ends: the double lives until the hall closes.
    "$python" "$top/tests/support/devices/$double" "$@" <>"$demo/devices/$name.in" >"$demo/devices/$name.log" 2>"$demo/devices/$name.trace" &
    HALL_DEVICE[$name]=$!
    HALL_PROCESSES+=($!)
    hall_await "the double of the $name" $! "$demo/devices/$name.log" '^{'
}

# hall_order NAME: gives a double the order that stands on standard input, one line of JSON, and waits until it is obeyed.
hall_order() {
    local log=$demo/devices/$1.log obeyed tries=100
    obeyed=$(grep -c '^ok' "$log") || true
    cat >"$demo/devices/$1.in"
    until (($(grep -c '^ok' "$log") > obeyed)); do
        if ((--tries == 0)); then
            echo "the double of the $1 does not obey" >&2
            return 1
        fi
        sleep 0.1
    done
}

# hall_unplug NAME: switches a device off; hall_device may put another in its place.
hall_unplug() {
    kill "${HALL_DEVICE[$1]}"
    wait "${HALL_DEVICE[$1]}" 2>/dev/null || true
    rm -f "$demo/devices/$1".*
}

hall_devices() {
    local cards=$top/resources/simulator/idcard-demo.json
    mkdir -p "$demo/devices"
    hall_device reader sam_emulator.py --trace
    hall_device slip-printer receipt_printer.py "$demo/out/receipt.escpos"
    # Whoever is called next lays the card down when the clerk asks for it and takes it back.
    jq -c '. as $script | {queue: [.onRead[] | $script.persons[.]], stay: (.stay / 1000)}' "$cards" | hall_order reader
    local reader slips
    reader=$(head -n 1 "$demo/devices/reader.log" | jq -r .path)
    slips=127.0.0.1:$(head -n 1 "$demo/devices/slip-printer.log" | jq -r .port)
    cat >"$demo/profile.json" <<JSON
{"hub":{"address":"$HALL_URL"},"data":"desk","language":"zh_CN",
 "devices":{"idcard":"ga450:serial:$reader",
            "smartcard":"sim:smartcard",
            "scanner":"sane:test:0?config=$top/installer/demo/sane",
            "receipt":"escpos:tcp:$slips?width=48",
            "printer":"pdf:$demo/paper"}}
JSON
}

# Enrols the counter as its first-start page would, so that the demonstration opens at the sign-in page.
hall_enrol() {
    mkdir -p "$demo/desk"
    (
        umask 077
        curl --silent --fail --noproxy '*' -X POST "$HALL_URL/api/v1/devices/enrol" -H 'Content-Type: application/json' \
            -H "Idempotency-Key: demonstration-$$-$RANDOM" -d "{\"code\":\"$HALL_CODE\",\"name\":\"demo\",\"window\":\"3\"}" >"$demo/desk/device.json"
    )
}

# Signs in over REST and prints the token: only to read what became of the case.
hall_token() {
    curl --silent --fail --noproxy '*' -X POST "$HALL_URL/api/v1/sessions" -H 'Content-Type: application/json' \
        -H "X-Device-Token: $(jq -r .token "$demo/desk/device.json")" -d "{\"login\":\"$1\",\"password\":\"$HALL_PASSWORD\"}" | jq -r .token
}

# hall_cases TOKEN: the cases the account may see, newest first.
hall_cases() {
    curl --silent --fail --noproxy '*' "$HALL_URL/api/v1/cases?limit=10" -H "Authorization: Bearer $1"
}

# The counter first, then the hub and the devices it spoke to.
hall_close() {
    local process
    for process in "${HALL_COUNTER_PID:-}" "${HALL_PROCESSES[@]}"; do
        if [[ -n $process ]]; then
            kill "$process" 2>/dev/null || true
            wait "$process" 2>/dev/null || true
        fi
    done
    if declare -F display_stop >/dev/null; then
        display_stop
    fi
}
