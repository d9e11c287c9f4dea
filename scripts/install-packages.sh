#!/usr/bin/env bash
# Installs what the build needs and the machine lacks: Debian packages, with or without sudo. Called by the other scripts.
set -euo pipefail

packages=(g++ cmake ninja-build pkg-config libicu-dev libre2-dev libcli11-dev nlohmann-json3-dev libarchive-dev libgumbo-dev libtbb-dev
  libxlsxwriter-dev libsqlite3-dev libvalijson-dev libgtest-dev libgmock-dev python3)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install-packages: need root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -q >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
