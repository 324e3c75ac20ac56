#!/usr/bin/env bash
# Installs those packages of packages.txt that are missing; asks for nothing and changes nothing when none is.
#   installer/install-packages.sh            as root, or through sudo
#   installer/install-packages.sh --missing  only names them
set -euo pipefail
list="$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/packages.txt"
# Debian's switch that keeps freshly installed services from starting (exit code 101); see invoke-rc.d(8).
policy=${POLICY_RC_D:-/usr/sbin/policy-rc.d}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "Kuaiban installs its packages with apt, and this system has none: use Debian 12, or install by hand what $list names." >&2
    exit 1
fi

mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$list")
declare -A installed=()
while read -r name status; do
    if [[ $status == installed ]]; then
        installed[$name]=yes
    fi
done < <(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for name in "${wanted[@]}"; do
    if [[ -z ${installed[$name]:-} ]]; then
        missing+=("$name")
    fi
done

if [[ ${1:-} == --missing ]]; then
    if ((${#missing[@]})); then
        printf '%s\n' "${missing[@]}"
    fi
    exit 0
fi
if ((${#missing[@]} == 0)); then
    exit 0
fi

as_root=()
if [[ $(id -u) != 0 ]]; then
    if ! command -v sudo >/dev/null; then
        {
            echo "These Debian packages are missing, and installing them takes root or sudo, and this account has neither:"
            echo "  ${missing[*]}"
            echo "Please let an administrator run: $(dirname "$list")/install-packages.sh"
        } >&2
        exit 1
    fi
    as_root=(sudo)
fi

policy_is_ours=no
forget_policy() {
    if [[ $policy_is_ours == yes ]]; then
        "${as_root[@]}" rm -f "$policy"
    fi
}
trap forget_policy EXIT
trap 'exit 130' INT TERM

echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
# Where no init system runs (a container) a print server that starts by itself would fail or stay behind.
if [[ ! -d /run/systemd/system && ! -e $policy ]]; then
    policy_is_ours=yes
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod 755 "$policy"
fi
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
if ! { "${apt[@]}" update && "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"; }; then
    echo "apt could not install the packages above. Check the network and the sources of apt, then run this again." >&2
    exit 1
fi
