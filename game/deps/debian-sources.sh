#!/bin/sh
# Fetches the libraries' sources from Debian's source packages and unpacks them into FOLDER/<name>.
#   game/deps/debian-sources.sh FOLDER
# Takes the package sources that this machine has, with lists of its own: nothing under /etc or /var changes, and no
# root is needed. A package that is there already is left alone. FOLDER/versions.txt tells which versions they are.
set -eu
mkdir -p "$1"
out=$(cd "$1" && pwd)
needed="libsdl2 libsdl2-image libsdl2-ttf libsdl2-mixer freetype harfbuzz fribidi cjson sqlite3 libxcrypt"
optional="qrencode zxcvbn-c"

say() { printf '%s\n' "$*" >&2; }

state=$out/.apt
mkdir -p "$state/parts" "$state/lists/partial" "$state/cache/archives/partial" "$out/.archives"
apt() {
    apt-get -q -q -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts="$state/parts" \
        -o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache" -o APT::Sandbox::User= -o Acquire::Retries=2 "$@"
}

# The same places as for programs, asked for sources.
update() {
    [ -e "$state/updated" ] && return 0
    : >"$state/sources.list"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] && sed -n 's/^deb /deb-src /p' "$file" >>"$state/sources.list"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] && sed 's/^Types:.*/Types: deb-src/' "$file" >"$state/parts/${file##*/}"
    done
    apt update >/dev/null
    : >"$state/updated"
}

# One by one: of several at once apt unpacks nothing when one of them cannot be had.
fetch() { # package
    [ -d "$out/$1" ] && return 0
    update
    rm -rf "$out/$1.new"
    (cd "$out/.archives" && apt source --download-only "$1" >"$1.log" 2>&1) || { unpack_original "$1"; return; }
    description=$(find "$out/.archives" -name "${1}_*.dsc" | sort -V | tail -n 1)
    dpkg-source --no-check --no-copy -x "$description" "$out/$1.new" >>"$out/.archives/$1.log" 2>&1 || return 1
    dpkg-parsechangelog -l "$out/$1.new/debian/changelog" -S Version >"$out/$1.new/.version"
    mv "$out/$1.new" "$out/$1"
}

# Debian's changes are missing, but the authors' own archive came: the library as its authors gave it out.
unpack_original() { # package
    archive=$(find "$out/.archives" -name "${1}_*.orig.tar.*" ! -name '*.asc' | sort -V | tail -n 1)
    [ -n "$archive" ] || return 1
    mkdir "$out/$1.new"
    tar -xf "$archive" -C "$out/$1.new" --strip-components=1 || return 1
    archive=${archive##*/}
    printf '%s\n' "${archive%%.orig*}" >"$out/$1.new/.version"
    mv "$out/$1.new" "$out/$1"
}

for package in $needed; do
    fetch "$package" || {
        say "The source of $package cannot be had:"
        tail -n 3 "$out/.archives/$package.log" >&2
        exit 1
    }
done
for package in $optional; do
    fetch "$package" || say "The source of $package cannot be had; the game is built without it."
done
for package in $needed $optional; do
    if [ -d "$out/$package" ]; then printf '%s %s\n' "$package" "$(cat "$out/$package/.version")"; fi
done >"$out/versions.txt"
rm -rf "$state"
