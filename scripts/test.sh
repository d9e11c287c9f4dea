#!/usr/bin/env bash
# Builds everything and runs all tests. The last lines say how many ran.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
cmake --preset release -DRASD_BUILD_TESTS=ON >/dev/null
cmake --build --preset release
ctest --preset release -j "$(nproc)"
