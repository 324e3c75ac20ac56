#!/usr/bin/env bash
# One matter from the card to the register, in the real windows: an unemployed person claims the benefit, what the
# register knows stands in the form, shared data stand for papers, a promise for another; the citizen confirms, the case
# is reviewed and approved by two persons, and the hub grants the months and money that the form said.
#   tests/e2e/claim.sh BUILD   leaves pictures below BUILD/e2e/claim/out
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
build=$(readlink -f "$1")
demo=$build/e2e/claim
export LC_ALL=C.UTF-8
# shellcheck source=installer/demo/hall.sh
source "$top/installer/demo/hall.sh"
# shellcheck source=installer/demo/walk.sh
source "$top/installer/demo/walk.sh"
occupation=装配工
WALK_WORDS=$WALK_WORDS$occupation
trap hall_close EXIT
trap 'exit 130' HUP INT TERM

# equals WHAT EXPECTED FOUND
equals() {
    if [[ $2 != "$3" ]]; then
        walk_shot wrong
        echo "$1: $3 instead of $2" >&2
        return 1
    fi
}

# What the register says of benefits that a case has granted.
granted() {
    sqlite3 "$demo/hub.db" "SELECT COUNT(*) || ' ' || COALESCE(MAX(months || ' ' || total_fen), '') FROM benefit
        WHERE granted_by <> ''"
}

granted_is() {
    [[ $(granted) == "$1" ]]
}

# settled: nothing moves any more; a window that goes on drawing is no mistake here.
settled() {
    display_settle || true
}

hall_open
jq -c '. as $script | {queue: [$script.persons["zhang-xiumei"]], stay: 2.5}' \
    "$top/resources/simulator/idcard-unemployed.json" | hall_order reader
walk_open
walk_sign_in chen
walk_keys_until "the intake page" ctrl+n walk_page 受理
walk_keys_until "the card" F2 walk_answered 3003
settled
walk_chooses sydj # 失业登记及失业保险金申领
walk_shot scenarios
display_key "$WALK_WINDOW" Return # the first one: 首次申领
settled
walk_shot filled-from-the-register

# F9 leads to what is still to be filled in, one thing after the other.
display_key "$WALK_WINDOW" F9
display_key "$WALK_WINDOW" space # able and willing to work
display_key "$WALK_WINDOW" Return
settled
display_type "$WALK_WINDOW" 10
settled
display_key "$WALK_WINDOW" Return
display_type "$WALK_WINDOW" "$occupation"
display_key "$WALK_WINDOW" Return
display_key "$WALK_WINDOW" F9
settled
walk_shot still-to-fill-in
display_key "$WALK_WINDOW" space # told of rights and duties
display_key "$WALK_WINDOW" F9    # the signed claim form is missing
settled
walk_shot missing-paper
walk_keys_until "a scanned page" F4 walk_scanned
settled
display_key "$WALK_WINDOW" F9     # the promise to look for work is missing
display_key "$WALK_WINDOW" ctrl+t # as an original …
display_key "$WALK_WINDOW" ctrl+t # … no: as a promise
settled
walk_shot promised
display_key "$WALK_WINDOW" F9
settled
walk_shot confirmation
walk_keys_until "the receipt" F9 walk_paper 受理回执
walk_until "the list of papers" walk_paper 材料清单
walk_until "the slip" walk_slip_says 受理回执
walk_until "the case on the hub" walk_case_is step review
walk_shot taken
walk_sign_out
equals "granted before the decision" "0 " "$(granted)"

walk_decides liu reviewed step approve
equals "granted by one person" "0 " "$(granted)"
walk_decides wang approved phase completed
walk_until "the benefit in the register" granted_is "1 24 3876000" # months and fen, as the form said

text=$(pdftotext -layout "$(walk_paper 受理回执)" - | tr -d '[:space:]')
[[ $text == *张秀梅* && $text == *失业登记及失业保险金申领* ]]
