# shellcheck shell=bash
# The main job played by keyboard in the real windows: a clerk takes a case from a card, a form and a scan, hands out the
# slip and the pages, a dispatcher sends it on, a reviewer approves it, the clerk sees it. Nothing waits for a time: what
# comes next is told by the title of the window, the picture standing still, the devices, or the hub. To be sourced by
# installer/demo.sh.

# shellcheck source=tests/support/display/display.sh
source "$top/tests/support/display/display.sh"

WALK_TITLE='快办 Kuaiban' # of the window while nobody is signed in; a page puts its word before it
WALK_SHOT=0

# What the clerk types.
WALK_QUESTION=视同缴费年限咨询
WALK_DIVISION=养老科
WALK_STORY=本人一九八六年参加工作，申请核对视同缴费年限。
WALK_PAPER=职工登记表
WALK_WORDS=$WALK_QUESTION$WALK_DIVISION$WALK_STORY$WALK_PAPER # all of it, for the keyboard; a walk that types more adds it

# walk_shot NAME: a picture once nothing moves any more.
walk_shot() {
    WALK_SHOT=$((WALK_SHOT + 1))
    display_settle || true
    display_shot "$(printf '%s/out/%02d-%s.png' "$demo" "$WALK_SHOT" "$1")"
}

# walk_shot_of NAME KEY…: presses keys and takes the picture once the window has answered.
walk_shot_of() {
    local name=$1
    shift
    display_picture "$demo/before.ppm"
    display_key "$WALK_WINDOW" "$@"
    walk_until "an answer to $*" display_changed "$demo/before.ppm"
    walk_shot "$name"
}

# walk_until WHAT COMMAND…: tries for 30 s.
walk_until() {
    local what=$1 tries=300
    shift
    until "$@" >/dev/null 2>&1; do
        if ((--tries == 0)); then
            walk_shot stuck
            echo "gave up waiting: $what" >&2
            return 1
        fi
        sleep 0.1
    done
}

# walk_keys_until WHAT KEYS COMMAND…: presses the keys, again every three seconds while they have no effect: a window that
# is still at work refuses them.
walk_keys_until() {
    local what=$1 keys=$2 attempt try
    shift 2
    for attempt in {1..6}; do
        # shellcheck disable=SC2086
        display_key "$WALK_WINDOW" $keys
        for try in {1..30}; do
            if "$@" >/dev/null 2>&1; then
                return 0
            fi
            sleep 0.1
        done
    done
    walk_shot stuck
    echo "gave up after $attempt attempts of $try looks: $what" >&2
    return 1
}

# walk_page WORD: the window shows this page; without a word, the sign-in page.
walk_page() {
    [[ $(display_title "$WALK_WINDOW") == "${1:+$1 · }$WALK_TITLE" ]]
}

walk_sign_in() {
    display_key "$WALK_WINDOW" ctrl+a
    display_type "$WALK_WINDOW" "$1"
    display_key "$WALK_WINDOW" Return
    display_type "$WALK_WINDOW" "$HALL_PASSWORD"
    display_key "$WALK_WINDOW" Return
    walk_until "$1 signed in" walk_page 工作台
    display_settle || true
}

walk_sign_out() {
    walk_keys_until "signed out" ctrl+shift+q walk_page
    display_settle || true
}

# Whether the newest case stands at this step (or phase) on the hub.
walk_case_is() {
    [[ $(hall_cases "$WALK_TOKEN" | jq -r ".rows[0].$1 // empty") == "$2" ]]
}

# walk_answered COMMAND: the reader has answered this command and parameter, for example 3003.
walk_answered() {
    grep -qx "$1" "$demo/devices/reader.trace"
}

# walk_paper NAME: prints the file of the page that the printer put out under this name; fails while there is none.
walk_paper() {
    find "$demo/paper" -name "*-$1.pdf" -print -quit | grep .
}

# walk_slip_says TEXT: whether a text stands on the slips, in the code of the printer.
walk_slip_says() {
    LC_ALL=C grep -qaF -- "$(iconv -f UTF-8 -t GBK <<<"$1")" "$demo/out/receipt.escpos"
}

# Whether the counter has kept a scanned page.
walk_scanned() {
    find "$demo/desk/files" -type f | grep -q .
}

# walk_chooses INITIALS: the matter, by the initials of its name; the keyboard goes to the first field of its form.
walk_chooses() {
    display_type "$WALK_WINDOW" "$1"
    display_key "$WALK_WINDOW" Return
    display_settle || true
}

walk_takes_a_case() {
    walk_sign_in chen
    walk_shot workbench
    walk_keys_until "the intake page" ctrl+n walk_page 受理
    walk_shot intake-empty
    walk_keys_until "the card" F2 walk_answered 3003
    walk_shot card-read
    walk_chooses cjj # 纯接件
    display_type "$WALK_WINDOW" "$WALK_QUESTION"
    display_key "$WALK_WINDOW" Return
    display_type "$WALK_WINDOW" "$WALK_DIVISION"
    display_key "$WALK_WINDOW" Return
    display_type "$WALK_WINDOW" "$WALK_STORY"
    display_key "$WALK_WINDOW" F6
    display_type "$WALK_WINDOW" "$WALK_PAPER"
    display_key "$WALK_WINDOW" Return
    walk_shot form-filled
    walk_keys_until "a scanned page" F4 walk_scanned
    walk_shot scanned
    walk_keys_until "the receipt" F9 walk_paper 收件回执
    walk_until "the list of papers" walk_paper 材料清单
    walk_until "the slip" walk_slip_says 收件回执
    walk_until "the case on the hub" walk_case_is step dispatch
    walk_shot submitted
    walk_keys_until "a second copy of the slip" F8 walk_slip_says 补打
    walk_shot_of slip-preview F7
    walk_shot_of receipt-preview Right
    walk_shot_of list-preview Right
    display_key "$WALK_WINDOW" Escape
    cp "$(walk_paper 收件回执)" "$demo/out/receipt.pdf"
    cp "$(walk_paper 材料清单)" "$demo/out/materials-list.pdf"
}

# walk_decides LOGIN NAME STATE VALUE: opens the queue, gives the first common opinion, decides.
walk_decides() {
    walk_sign_in "$1"
    walk_keys_until "the queue" ctrl+d walk_page 待办
    walk_shot "$2-queue"
    display_key "$WALK_WINDOW" alt+1
    walk_keys_until "$2" ctrl+Return walk_case_is "$3" "$4"
    walk_shot "$2-done"
    walk_sign_out
}

walk_summary() {
    local row opened
    row=$(hall_cases "$WALK_TOKEN" | jq '.rows[0]')
    opened=$(curl --silent --fail --noproxy '*' "$HALL_URL/api/v1/streams/$(jq -r .id <<<"$row")/events" -H "Authorization: Bearer $WALK_TOKEN" |
        jq '[.events[] | select(.type == "CaseOpened")][0].personal')
    jq --argjson opened "$opened" '{case_no: .number, item: .item, applicant: .applicant,
        submitted_at: (.openedAt / 1000 | todate), approved_at: (.changedAt / 1000 | todate),
        final_state: (if .phase == "completed" then "approved" else .phase end),
        pages_scanned: ([$opened.materials[].pages[]] | length)}' <<<"$row" >"$demo/out/summary.json"
    cat "$demo/out/summary.json"
    [[ $(jq -r .final_state "$demo/out/summary.json") == approved ]]
    walk_kept "$opened" "$WALK_QUESTION" "$WALK_DIVISION" "$WALK_STORY" "$WALK_PAPER"
}

# walk_kept OPENED TEXT…: the hub has the case with every text as it was typed.
walk_kept() {
    local opened=$1 text
    shift
    for text; do
        if ! jq --exit-status --arg text "$text" 'any(.. | strings; . == $text)' <<<"$opened" >/dev/null; then
            echo "the case lacks what was typed: $text" >&2
            return 1
        fi
    done
}

# The slip that the citizen holds names this case and this person.
walk_slip_is_right() {
    local field
    for field in case_no applicant; do
        if ! walk_slip_says "$(jq -r ".$field" "$demo/out/summary.json")"; then
            echo "receipt.escpos lacks the $field of the case" >&2
            return 1
        fi
    done
}

# What made the window stand still in this walk; the counter writes down each event that took 50 ms or longer.
walk_stalls() {
    echo "events over 50 ms: $(grep -c '^kuaiban.stall' "$demo/counter.log" || true)"
    grep '^kuaiban.stall' "$demo/counter.log" || true
}

# Opens the counter at its sign-in page on a private display.
walk_open() {
    display_start "${KUAIBAN_DEMO_SIZE:-1366x768}"
    display_learn "$WALK_WORDS"
    "$HALL_COUNTER" --profile "$demo/profile.json" --login-note "$HALL_NOTE" >"$demo/counter.log" 2>&1 &
    HALL_COUNTER_PID=$!
    WALK_WINDOW=$(display_window "$WALK_TITLE")
    WALK_TOKEN=$(hall_token wang)
    walk_until "the sign-in page" display_settle
    display_focus "$WALK_WINDOW"
}

walk() {
    walk_open
    walk_shot sign-in
    walk_takes_a_case
    walk_sign_out
    walk_decides sun dispatched step review
    walk_decides liu approved phase completed
    walk_sign_in chen
    walk_shot clerk-sees-it
    display_key "$WALK_WINDOW" ctrl+k Return
    walk_until "the search page" walk_page 办件查询
    display_settle || true
    walk_shot_of case-found Tab Down
    walk_summary
    walk_slip_is_right
    walk_stalls
}
