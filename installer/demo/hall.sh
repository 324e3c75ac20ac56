# shellcheck shell=bash
# A small hall for the demonstration: a hub on 127.0.0.1:18080 with made-up people and accounts, and the profile of one
# counter that is enrolled at its first start. To be sourced by installer/demo.sh.

HALL_PORT=${KUAIBAN_DEMO_PORT:-18080}
HALL_URL=http://127.0.0.1:$HALL_PORT
HALL_PERSONS=${KUAIBAN_DEMO_PERSONS:-50000}
HALL_PASSWORD=kuaiban2026
HALL_OFFICE=丹东市人社服务大厅
HALL_AREA=210603
HALL_NOTE="演示账号：chen 窗口 · sun 分发 · liu 审核 · wang 分管领导，密码 $HALL_PASSWORD"
HALL_HUB=$build/app/hub/kuaiban-hub
HALL_COUNTER=$build/app/counter/kuaiban

hall_open() {
    rm -rf "$demo"
    mkdir -p "$demo/out"
    cat >"$demo/hub.json" <<JSON
{"database":"hub.db","blobs":"blobs","resources":"$top/resources",
 "http":{"address":"127.0.0.1","port":$HALL_PORT},"public_base":"$HALL_URL"}
JSON
    "$HALL_HUB" seed --config "$demo/hub.json" --persons "$HALL_PERSONS" --seed 1 --demo-password "$HALL_PASSWORD" >"$demo/seed.log"
    "$HALL_HUB" serve --config "$demo/hub.json" >"$demo/hub.log" 2>&1 &
    HALL_HUB_PID=$!
    local tries=100
    # "listening" in its own log: another program on the port would answer too.
    until grep -q '^listening' "$demo/hub.log"; do
        if ! kill -0 "$HALL_HUB_PID" 2>/dev/null || ((--tries == 0)); then
            echo "the hub did not start:" >&2
            cat "$demo/hub.log" >&2
            return 1
        fi
        sleep 0.1
    done
    HALL_CODE=$("$HALL_HUB" enrol-code --config "$demo/hub.json" --area "$HALL_AREA" --office "$HALL_OFFICE" | tr -dc 0-9)
    cat >"$demo/profile.json" <<JSON
{"hub":{"address":"$HALL_URL"},"data":"desk","language":"zh_CN",
 "devices":{"idcard":"sim:idcard?script=$top/resources/simulator/idcard-demo.json",
            "scanner":"sim:scanner?script=$top/resources/simulator/scanner-demo.json","printer":"pdf:$demo/paper"}}
JSON
    hall_enrol
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

hall_close() {
    for process in "${HALL_COUNTER_PID:-}" "${HALL_HUB_PID:-}"; do
        if [[ -n $process ]]; then
            kill "$process" 2>/dev/null || true
            wait "$process" 2>/dev/null || true
        fi
    done
    if declare -F display_stop >/dev/null; then
        display_stop
    fi
}
