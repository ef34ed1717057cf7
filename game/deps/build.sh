#!/bin/sh
# Builds the libraries for a target once, and prints the folder in which they are.
#   game/deps/build.sh web|windows
# They are kept outside of the tree, in $XDG_CACHE_HOME/sango-story; a folder there that is deleted is just made again.
# DEPS_ARCHIVES=<folder with release archives> takes those instead of Debian's sources, see README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case "${1:-}" in
web) toolchain=emscripten compiler=emcc ;;
windows) toolchain=mingw-w64 compiler=x86_64-w64-mingw32-gcc ;;
*) echo "game/deps/build.sh web|windows" >&2; exit 2 ;;
esac
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sango-story
mkdir -p "$cache"
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"

# Both targets may be built at once; they share the sources.
sources=$cache/sources
if [ -n "${DEPS_ARCHIVES:-}" ]; then
    from=-DDEPS_ARCHIVES=$(cd "$DEPS_ARCHIVES" && pwd)
    versions=$(ls "$DEPS_ARCHIVES")
else
    from=-DDEPS_SOURCES=$sources
    (flock 9; [ -e "$sources/versions.txt" ] || "$here/debian-sources.sh" "$sources") 9>"$cache/sources.lock"
    versions=$(cat "$sources/versions.txt")
fi

# What the libraries depend on is in the folder's name. A stamp of a build that was broken off is missing.
key=$({
    find "$here" -type f ! -name '*.md' ! -name build.sh ! -name debian-sources.sh -print0 | sort -z | xargs -0 cat
    cat "$here/../cmake/$toolchain.cmake" "$here/../cmake/cross_deps.cmake"
    $compiler --version
    printf '%s\n' "$versions"
} | sha256sum | cut -c1-16)
prefix=$cache/deps-$1-$key
(
    flock 9
    [ -e "$prefix/complete" ] && exit 0
    echo "Building the libraries for $1; this takes some minutes, once." >&2
    work=$cache/work-$1
    rm -rf "$prefix" "$work"
    cmake -S "$here" -B "$work" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/../cmake/$toolchain.cmake" \
        -DCMAKE_INSTALL_PREFIX="$prefix" "$from" >&2
    cmake --build "$work" >&2
    rm -rf "$work" "${prefix:?}/share/man" "${prefix:?}/bin"
    : >"$prefix/complete"
) 9>"$cache/$1.lock"
printf '%s\n' "$prefix"
