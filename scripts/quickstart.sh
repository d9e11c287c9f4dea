#!/usr/bin/env bash
# Builds rasd and shows the events of the sample articles: JSON Lines in build/samples.jsonl, a table on the terminal.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
cmake --preset release -DRASD_BUILD_TESTS=OFF >/dev/null
cmake --build --preset release --target rasd

build/release/rasd extract data/samples/samples.jsonl -o build/samples.jsonl
build/release/rasd extract data/samples/samples.jsonl --format table
echo
echo "$(wc -l < build/samples.jsonl) events of $(wc -l < data/samples/samples.jsonl) articles in build/samples.jsonl"
