#!/usr/bin/env bash
# reproducible.sh [--full]: the same sources give the same packages.
# Short: packs the tree that ./run package built a second time, with another umask, order of time and time zone.
# --full: clones the last commit into two folders of different names, one with blanks, builds and packs all from nothing, the art as
# well, and compares: half an hour.
set -euo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

hashes() { (cd "$1" && find . -maxdepth 1 -name 'sango-story*' -type f | LC_ALL=C sort | xargs -d '\n' sha256sum); }

compare() { # folder folder
    hashes "$1" | tee "$work/one"
    hashes "$2" >"$work/two"
    if [ ! -s "$work/one" ] || ! diff "$work/one" "$work/two"; then
        echo "The packages differ. diffoscope (a package of Debian) says in what."
        exit 1
    fi
    echo "The same, twice."
}

if [ "${1:-}" = --full ]; then
    mkdir -p "$work/a" "$work/b c"
    for folder in "$work/a" "$work/b c"; do
        git clone -q "$source" "$folder/sango"
        (cd "$folder/sango" && env -u CMAKE_C_COMPILER_LAUNCHER ./run package --unchecked)
    done
    compare "$work/a/sango/build/packages" "$work/b c/sango/build/packages"
else
    cp -a "$source/build/packages" "$work/before"
    (cd "$source" && umask 077 && TZ=Asia/Tokyo ./run package --unchecked)
    compare "$work/before" "$source/build/packages"
fi
