#!/usr/bin/env bash
# Installs a build into an empty folder, builds the examples against what was installed alone, and compares what they print with what
# the installed program prints.  run.sh BUILD SOURCE
set -euo pipefail
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$build" --prefix "$scratch/first" >/dev/null
mv "$scratch/first" "$scratch/prefix"  # nothing in it may name where it was installed
prefix=$scratch/prefix
articles=$source/data/samples/samples.jsonl

"$prefix/bin/rasd" extract --shipped-only "$articles" > "$scratch/expected"
[ -s "$scratch/expected" ] || { echo "no events to compare" >&2; exit 1; }
check() {  # check NAME COMMAND…: its standard output is the expected one
  local name=$1
  shift
  "$@" < "$articles" > "$scratch/out" 2> "$scratch/err" || { cat "$scratch/err" >&2; echo "$name: failed" >&2; exit 1; }
  cmp "$scratch/out" "$scratch/expected"
  echo "$name: same events"
}

cmake -G Ninja -S "$source/examples" -B "$scratch/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release >"$scratch/log" 2>&1 &&
  cmake --build "$scratch/cmake" >>"$scratch/log" 2>&1 || { cat "$scratch/log" >&2; exit 1; }
grep -q 'rasd_DIR:PATH='"$prefix" "$scratch/cmake/CMakeCache.txt"
check "C with CMake" "$scratch/cmake/events_c"
check "C++ with CMake" "$scratch/cmake/events_cpp"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name rasd.pc)")
export PKG_CONFIG_PATH
read -ra flags <<< "$(pkg-config --cflags --libs rasd)"
cc -std=c11 -Wall -Wextra -Werror -pedantic "$source/examples/events.c" -o "$scratch/by_pkg_config" "${flags[@]}"
LD_LIBRARY_PATH=$(dirname "$(find "$prefix" -name librasd.so)")
export LD_LIBRARY_PATH
check "C with pkg-config" "$scratch/by_pkg_config"
read -ra flags <<< "$(pkg-config --cflags --libs rasd-cxx)"
c++ "-DRULES=\"$(pkg-config --variable=rulesdir rasd-cxx)\"" "-DDATA=\"$(pkg-config --variable=datadir rasd-cxx)\"" \
  "$source/examples/events.cpp" -o "$scratch/cxx_by_pkg_config" "${flags[@]}"
check "C++ with pkg-config" "$scratch/cxx_by_pkg_config"

# Python finds the library of its own prefix without being told.
unset LD_LIBRARY_PATH
cd "$scratch"
python=/usr/bin/python3
[ -x $python ] || python=python3
PYTHONPATH=$(dirname "$(dirname "$(find "$prefix" -path '*rasd/__init__.py')")") "$python" - "$articles" <<'P'
import json, sys
import rasd
events = sum(rasd.extract_many(map(json.loads, open(sys.argv[1], encoding="utf-8"))), [])
expected = [json.loads(line) for line in open("expected", encoding="utf-8")]
assert events == expected, (len(events), len(expected))
print("Python: same events")
P

exported=$(nm -D --defined-only "$(find "$prefix" -name librasd.so)" | awk '{print $3}' | grep -v '^rasd_' || true)
[ -z "$exported" ] || { echo "librasd.so shows more than its interface: $exported" >&2; exit 1; }
