# shellcheck shell=bash
# A private X display without a screen, for scripts that drive the real windows by keyboard. To be sourced.
#
#   display_start [WIDTHxHEIGHT]   starts a server on a free number and exports DISPLAY; 1366x768 if not said otherwise
#   display_learn TEXT             gives every character of TEXT outside ASCII a key; once, before the program starts
#   display_stop                   ends it; call it from a trap on EXIT
#   display_window TITLE [SECONDS] waits for a visible window whose title contains TITLE, prints its id (default 20 s)
#   display_focus WINDOW           gives it the keyboard (there is no window manager that would)
#   display_key WINDOW KEY…        presses keys by their X names: F2, ctrl+k, Return
#   display_type WINDOW TEXT       types text: ASCII, and what the display has learnt
#   display_title WINDOW           prints the title of a window
#   display_picture FILE.ppm       keeps how the display looks, for display_changed
#   display_changed FILE.ppm       whether it looks different by now, a blinking caret aside
#   display_settle [SECONDS]       waits until the picture stands still, a blinking caret aside (default at most 5 s)
#   display_shot FILE [WINDOW]     writes a picture of the display or of one window
#
# Needs xvfb, xdotool, xmodmap and imagemagick. Functions return 1 with a word on stderr when they fail.

display_start() {
    local size=${1:-1366x768} number_file
    number_file=$(mktemp)
    # The server looks for a free number itself and tells it once it answers: no race between runs side by side.
    Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset 3>"$number_file" 2>/dev/null &
    DISPLAY_PID=$!
    local tries=200
    until [[ -s $number_file ]]; do
        if ! kill -0 "$DISPLAY_PID" 2>/dev/null || ((--tries == 0)); then
            echo "the X server did not start" >&2
            rm -f "$number_file"
            display_stop
            return 1
        fi
        sleep 0.05
    done
    DISPLAY=:$(tr -d '[:space:]' <"$number_file")
    rm -f "$number_file"
    export DISPLAY QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY XAUTHORITY
}

# Without a key of its own a character is typed by giving one key a new meaning each time, and a program that is a little
# behind reads the meaning of the next character. The keys 208 to 255 are those that no office keyboard has.
display_learn() {
    local LC_ALL=C.UTF-8 code=208 character keys=
    while read -r character; do
        if ((code > 255)); then
            echo "the display has no key left for $character" >&2
            return 1
        fi
        printf -v keys '%skeycode %d = U%04X\n' "$keys" "$code" "'$character"
        code=$((code + 1))
    done < <(grep -o '[^ -~]' <<<"$1" | sort -u)
    xmodmap - <<<"$keys"
}

display_stop() {
    if [[ -n ${DISPLAY_PID:-} ]]; then
        kill "$DISPLAY_PID" 2>/dev/null || true
        wait "$DISPLAY_PID" 2>/dev/null || true
        DISPLAY_PID=
    fi
}

display_window() {
    local title=$1 tries=$((${2:-20} * 10)) id
    while ((tries-- > 0)); do
        id=$(xdotool search --onlyvisible --name "$title" 2>/dev/null | head -n 1) || true
        if [[ -n $id ]]; then
            echo "$id"
            return 0
        fi
        sleep 0.1
    done
    echo "no window with \"$title\" in its title appeared" >&2
    return 1
}

display_focus() {
    xdotool windowfocus --sync "$1"
}

display_key() {
    local window=$1
    shift
    display_focus "$window" && xdotool key --clearmodifiers --delay 40 "$@"
}

display_type() {
    display_focus "$1" && xdotool type --clearmodifiers --delay 15 -- "$2"
}

display_title() {
    xdotool getwindowname "$1"
}

display_picture() {
    import -silent -window root "$1"
}

# Whether two pictures differ by more than a caret may.
display_differ() {
    local caret=600 differing # bytes
    differing=$(cmp -l "$1" "$2" 2>/dev/null | head -n $((caret + 1)) | wc -l) || true
    ((differing > caret))
}

display_changed() {
    local now=$1.now.ppm
    display_picture "$now" && display_differ "$1" "$now"
}

display_settle() {
    local tries=$((${1:-5} * 3)) folder moving=1
    folder=$(mktemp -d)
    display_picture "$folder/before.ppm"
    while ((moving && tries-- > 0)); do
        sleep 0.15
        display_picture "$folder/after.ppm"
        display_differ "$folder/before.ppm" "$folder/after.ppm" || moving=0
        mv "$folder/after.ppm" "$folder/before.ppm"
    done
    rm -rf "$folder"
    ((!moving))
}

display_shot() {
    import -silent -window "${2:-root}" "$1"
}
