# shellcheck shell=bash
# The main job played by keyboard in the real windows: a clerk takes a case from a card, a form and a scan, a dispatcher
# sends it on, a reviewer approves it, the clerk sees it. To be sourced by installer/demo.sh.

# shellcheck source=tests/support/display/display.sh
source "$top/tests/support/display/display.sh"

WALK_SHOT=0
walk_shot() {
    WALK_SHOT=$((WALK_SHOT + 1))
    display_shot "$(printf '%s/out/%02d-%s.png' "$demo" "$WALK_SHOT" "$1")"
}

# walk_until WHAT COMMAND…: tries for 30 s.
walk_until() {
    local what=$1 tries=150
    shift
    until "$@" >/dev/null 2>&1; do
        if ((--tries == 0)); then
            walk_shot stuck
            echo "gave up waiting: $what" >&2
            return 1
        fi
        sleep 0.2
    done
}

walk_sign_in() {
    sleep 1
    display_key "$WALK_WINDOW" ctrl+a
    display_type "$WALK_WINDOW" "$1"
    display_key "$WALK_WINDOW" Return
    display_type "$WALK_WINDOW" "$HALL_PASSWORD"
    display_key "$WALK_WINDOW" Return
    sleep 3
}

walk_sign_out() {
    display_key "$WALK_WINDOW" ctrl+shift+q
    sleep 1
}

# Whether the newest case stands at this step (or phase) on the hub.
walk_case_is() {
    [[ $(hall_cases "$WALK_TOKEN" | jq -r ".rows[0].$1 // empty") == "$2" ]]
}

# The first paper the printer put out; fails while there is none.
walk_receipt() {
    find "$demo/paper" -name '*.pdf' -print -quit | grep .
}

walk_takes_a_case() {
    walk_sign_in chen
    walk_shot workbench
    display_key "$WALK_WINDOW" ctrl+n
    sleep 1
    walk_shot intake-empty
    display_key "$WALK_WINDOW" F2
    sleep 2.5
    walk_shot card-read
    xdotool type --delay 60 '视同缴费年限咨询'
    display_key "$WALK_WINDOW" Return
    xdotool type --delay 60 '养老科'
    display_key "$WALK_WINDOW" Return
    xdotool type --delay 60 '本人一九八六年参加工作，申请核对视同缴费年限。'
    display_key "$WALK_WINDOW" F6
    xdotool type --delay 60 '职工登记表'
    display_key "$WALK_WINDOW" Return
    sleep 0.5
    walk_shot form-filled
    display_key "$WALK_WINDOW" F4
    sleep 2.5
    display_key "$WALK_WINDOW" F4
    sleep 2.5
    walk_shot scanned
    display_key "$WALK_WINDOW" F9
    walk_until "the receipt" walk_receipt
    walk_until "the case on the hub" walk_case_is step dispatch
    sleep 1
    walk_shot submitted
    display_key "$WALK_WINDOW" F7
    sleep 2
    walk_shot receipt-preview
    display_key "$WALK_WINDOW" Escape
    cp "$(walk_receipt)" "$demo/out/receipt.pdf"
}

# walk_decides LOGIN NAME STATE VALUE: opens the queue, gives the first common opinion, decides.
walk_decides() {
    walk_sign_in "$1"
    display_key "$WALK_WINDOW" ctrl+d
    sleep 2.5
    walk_shot "$2-queue"
    display_key "$WALK_WINDOW" alt+1
    sleep 0.5
    display_key "$WALK_WINDOW" ctrl+Return
    walk_until "$2" walk_case_is "$3" "$4"
    sleep 1
    walk_shot "$2-done"
    walk_sign_out
}

walk_summary() {
    local row pages
    row=$(hall_cases "$WALK_TOKEN" | jq '.rows[0]')
    pages=$(curl --silent --fail --noproxy '*' "$HALL_URL/api/v1/streams/$(jq -r .id <<<"$row")/events" -H "Authorization: Bearer $WALK_TOKEN" |
        jq '[.events[] | select(.type == "CaseOpened") | .personal.materials[].pages[]] | length')
    jq --argjson pages "$pages" '{case_no: .number, item: .item, applicant: .applicant,
        submitted_at: (.openedAt / 1000 | todate), approved_at: (.changedAt / 1000 | todate),
        final_state: (if .phase == "completed" then "approved" else .phase end), pages_scanned: $pages}' <<<"$row" >"$demo/out/summary.json"
    cat "$demo/out/summary.json"
    [[ $(jq -r .final_state "$demo/out/summary.json") == approved ]]
}

walk() {
    display_start "${KUAIBAN_DEMO_SIZE:-1366x768}"
    "$HALL_COUNTER" --profile "$demo/profile.json" --login-note "$HALL_NOTE" >"$demo/counter.log" 2>&1 &
    HALL_COUNTER_PID=$!
    WALK_WINDOW=$(display_window 快办)
    WALK_TOKEN=$(hall_token wang)
    sleep 1
    display_focus "$WALK_WINDOW"
    sleep 0.5
    walk_shot sign-in
    walk_takes_a_case
    walk_sign_out
    walk_decides sun dispatched step review
    walk_decides liu approved phase completed
    walk_sign_in chen
    sleep 1
    walk_shot clerk-sees-it
    display_key "$WALK_WINDOW" ctrl+k
    display_key "$WALK_WINDOW" Return
    sleep 2
    display_key "$WALK_WINDOW" Tab Down
    sleep 1.5
    walk_shot case-found
    walk_summary
}
