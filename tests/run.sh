#!/usr/bin/env bash
# The second README command: installs what is missing, builds, and runs the tests through ctest.
#   tests/run.sh                        everything but the long runs (label soak)
#   tests/run.sh -L e2e                 only the real stacks; any argument of ctest may stand here
#   tests/run.sh -L soak                the long runs
#   KUAIBAN_PRESET=asan tests/run.sh    the same with the address and undefined-behaviour sanitizers
# Ends with ctest's own summary and exit code.
set -euo pipefail
top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
preset=${KUAIBAN_PRESET:-release}
build=$top/build/$preset
export LC_ALL=C.UTF-8

timed() {
    local what=$1 begin=$SECONDS
    shift
    "$@"
    echo "== $what: $((SECONDS - begin)) s"
}

build_all() {
    cmake -S "$top" --preset "$preset"
    cmake --build "$build" --parallel "$(nproc)"
}

# Long runs are left out unless a label asks for them. ctest excludes a test only if every -LE matches it, so a caller's
# own -LE is widened instead of adding a second one.
arguments=()
exclude=soak
while (($#)); do
    case $1 in
    -LE | --label-exclude)
        exclude="(${2:?-LE needs a label})|$exclude"
        shift
        ;;
    -L | --label-regex)
        if [[ ${2:?-L needs a label} == *soak* ]]; then
            exclude=${exclude%soak}
        fi
        arguments+=("$1" "$2")
        shift
        ;;
    *) arguments+=("$1") ;;
    esac
    shift
done
exclude=${exclude%|}
if [[ -n $exclude ]]; then
    arguments+=(-LE "$exclude")
fi

timed install "$top/installer/install-packages.sh"
timed build build_all

if [[ $preset == asan ]]; then
    export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1:check_initialization_order=1:strict_string_checks=1}
    export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
fi
# In half cores: see kuaiban_tests() in cmake/KuaibanRooms.cmake.
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$((2 * $(nproc)))}
# Every commit of a test's database waits for the disk, on a shared one for a second at a time: in memory where there is room.
memory=/dev/shm
if [[ -z ${TMPDIR:-} && -w $memory ]] && (($(df --output=avail --block-size=G $memory | tail -n 1 | tr -dc 0-9) >= 4)); then
    TMPDIR=$(mktemp -d "$memory/kuaiban.XXXXXX")
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
    chmod 711 "$TMPDIR" # PostgreSQL runs as a user of its own
fi
ctest --test-dir "$build" --output-on-failure --no-tests=error "${arguments[@]}"
