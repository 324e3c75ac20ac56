#!/usr/bin/env bash
# The receipt printer out of paper, switched off and silent, in the real windows: the case is taken all the same, the pages
# come out, F8 prints what is missing as the first copy, and only a copy after that bears the mark 补打.
#   tests/e2e/slip-printer.sh BUILD   leaves pictures below BUILD/e2e/slip-printer/out
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
build=$(readlink -f "$1")
demo=$build/e2e/slip-printer
export LC_ALL=C.UTF-8
# shellcheck source=installer/demo/hall.sh
source "$top/installer/demo/hall.sh"
# shellcheck source=installer/demo/walk.sh
source "$top/installer/demo/walk.sh"
trap hall_close EXIT
trap 'exit 130' HUP INT TERM

# How often a text stands on the slips so far.
slips_with() {
    { LC_ALL=C grep -oaF -- "$(iconv -f UTF-8 -t GBK <<<"$1")" "$demo/out/receipt.escpos" || true; } | wc -l
}

# expect WHAT NUMBER TEXT: exactly so many slips bear the text.
expect() {
    local found
    found=$(slips_with "$3")
    if ((found != $2)); then
        walk_shot wrong
        echo "$1: $found slips with $3 instead of $2" >&2
        return 1
    fi
}

# Whether at least so many slips are complete: each ends with the knife.
slips_are() {
    (($({ LC_ALL=C grep -oaP '\x1dVB\x00' "$demo/out/receipt.escpos" || true; } | wc -l) >= $1))
}

hall_open
walk_open
walk_sign_in chen
walk_keys_until "the intake page" ctrl+n walk_page 受理
walk_keys_until "the card" F2 walk_answered 3003
display_settle || true
walk_chooses cjj # 纯接件
for word in pension old-age question; do
    display_type "$WALK_WINDOW" "$word"
    display_key "$WALK_WINDOW" Return
done

echo '{"paper": "out"}' | hall_order slip-printer
walk_keys_until "the receipt" F9 walk_paper 收件回执
walk_until "the case on the hub" walk_case_is step dispatch
walk_shot out-of-paper
expect "out of paper" 0 收件回执

echo '{"paper": "ok"}' | hall_order slip-printer
walk_keys_until "the slip after all" F8 slips_are 1
walk_shot paper-again
expect "paper again" 1 收件回执
expect "paper again" 0 补打
number=$(hall_cases "$WALK_TOKEN" | jq -r '.rows[0].number')
expect "the number of the case" 1 "收件编号：$number"

slips=$(head -n 1 "$demo/devices/slip-printer.log" | jq -r .port)
hall_unplug slip-printer
walk_shot_of switched-off F8
hall_device slip-printer receipt_printer.py "$demo/out/receipt.escpos" "$slips"
walk_keys_until "the slip of the printer that is on again" F8 slips_are 2

echo '{"silent": true}' | hall_order slip-printer
walk_keys_until "the slip of the silent printer" F8 slips_are 3
walk_shot silent
expect "slips in all" 3 收件回执
expect "copies" 2 补打

[[ $(hall_cases "$WALK_TOKEN" | jq '.rows | length') == 1 ]]
