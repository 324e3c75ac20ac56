#!/usr/bin/env bash
# The Debian packages: made, found clean by lintian, and put into a system of their own: installed, upgraded, removed and
# purged there. What people entered survives all of it.
#   tests/e2e/packages.sh BUILD   leaves the packages below BUILD/e2e/packages
set -euo pipefail
top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
build=$(readlink -f "$1")
out=$build/e2e/packages
export LC_ALL=C.UTF-8
rm -rf "$out"
mkdir -p "$out"

# says WHAT COMMAND…: a step that must succeed; its output is shown only if it does not.
says() {
    local what=$1
    shift
    if ! "$@" >"$out/step.log" 2>&1; then
        cat "$out/step.log" >&2
        echo "failed: $what" >&2
        return 1
    fi
    echo "$what"
}

# is FILE… / gone FILE…: below the system.
is() {
    local file
    for file; do [[ -e $root$file ]] || { echo "missing: $file" >&2 && return 1; }; done
}
gone() {
    local file
    for file; do [[ ! -e $root$file ]] || { echo "still there: $file" >&2 && return 1; }; done
}

(cd "$build" && says "packages made" cpack -B "$out")
packages=("$out"/kuaiban_*.deb "$out"/kuaiban-device_*.deb "$out"/kuaiban-hub_*.deb)
says "lintian is content" lintian --fail-on error,warning "${packages[@]}"
for desktop in "$top"/installer/package/*.desktop; do
    grep -q '^Name\[zh_CN\]=' "$desktop"
done

if ((EUID != 0)); then
    echo "not root: the packages are not installed"
    exit 0
fi
# A system with nothing in it but dpkg's own record: what a package brings and leaves is all there is to see.
root=$out/system
mkdir -p "$root"/var/lib/dpkg/{info,updates} "$root"/etc "$root"/usr/bin
touch "$root"/var/lib/dpkg/{status,available}
manage() {
    dpkg --root="$root" --force-script-chrootless --force-depends --force-confold "$@"
}
programs=(/usr/bin/kuaiban /usr/bin/kuaiban-device /usr/bin/kuaiban-hub)
says "installed" manage --install "${packages[@]}"
is "${programs[@]}" /etc/kuaiban/hub.json /lib/systemd/system/kuaiban-hub.service /usr/share/applications/kuaiban.desktop \
    /usr/share/icons/hicolor/scalable/apps/kuaiban.svg /usr/share/man/man8/kuaiban-hub.8.gz
grep -q '^kuaiban-hub:' "$root/etc/passwd"
cp --no-clobber /lib/systemd/system/*.{target,slice} "$root/lib/systemd/system/" # what every system has
says "the unit is sound" systemd-analyze verify --root="$root" --man=no /lib/systemd/system/kuaiban-hub.service
[[ $("$root/usr/bin/kuaiban-device" list | jq -r '.drivers | has("scanner")') == true ]]
[[ $("$root/usr/bin/kuaiban-hub" catalogue check "$root/usr/share/kuaiban" | jq '.problems | length') == 0 ]]

# A hub with the resources of the package, and an administrator's own line in its configuration.
data=$root/var/lib/kuaiban-hub
mkdir -p "$data"
sed "s#/var/lib#$root/var/lib#; s#/usr/share#$root/usr/share#" "$root/etc/kuaiban/hub.json" >"$out/hub.json"
says "a hub with people in it" "$root/usr/bin/kuaiban-hub" seed --config "$out/hub.json" --persons 50 --seed 1 --demo-password kuaiban-demo-2026
sed -i 's/8480/8499/' "$root/etc/kuaiban/hub.json"
before=$(sha256sum "$data/hub.db")

mkdir "$out/newer"
for package in "${packages[@]}"; do
    dpkg-deb --raw-extract "$package" "$out/newer/tree"
    sed -i 's/^Version: .*/Version: 99.0/; s/(= [0-9.]*)/(= 99.0)/' "$out/newer/tree/DEBIAN/control"
    dpkg-deb --root-owner-group --build "$out/newer/tree" "$out/newer/$(basename "$package")" >/dev/null
    rm -rf "$out/newer/tree"
done
says "upgraded" manage --install "$out"/newer/*.deb
grep -q 8499 "$root/etc/kuaiban/hub.json"
[[ $(sha256sum "$data/hub.db") == "$before" ]]

says "removed" manage --remove kuaiban kuaiban-device kuaiban-hub
gone "${programs[@]}" /lib/systemd/system/kuaiban-hub.service /usr/share/kuaiban
is /etc/kuaiban/hub.json /var/lib/kuaiban-hub/hub.db
says "purged" manage --purge kuaiban-hub
gone /etc/kuaiban/hub.json
[[ $(sha256sum "$data/hub.db") == "$before" ]]
rm -rf "$root" "$out/newer"
