#!/usr/bin/env bash
# check.sh FOLDER [--install]: the packages in FOLDER as those who get them find them. They are unpacked into folders with blanks in their
# names, and the game, the tools and the pages are used from there. With --install, as root on a computer that may be changed, the .deb is
# installed, used and purged, too. Every fault is one line; the status is 1 then.
set -uo pipefail
folder=$(readlink -f "${1:?check.sh FOLDER [--install]}")
source=$(cd "$(dirname "$0")/../.." && pwd)
debs=("$folder"/sango-story_*_*.deb) tars=("$folder"/sango-story-*-linux-*.tar.xz)
deb=${debs[0]} tar=${tars[0]}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A tester's own folders stand in nobody's way.
unset SANGO_DATA SANGO_ART XDG_DATA_HOME XDG_CONFIG_HOME
export HOME="$work/home" SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C.UTF-8
mkdir -p "$work/home" "$work/else where"
cd "$work/else where" || exit 2
faults=0

fault() { printf '%s\n' "$*"; faults=$((faults + 1)); }
step() { printf -- '-- %s\n' "$*"; }
# Runs a command; what it says is shown when it fails.
works() { # what command ...
    local what=$1 said
    shift
    said=$("$@" 2>&1) || fault "$what: $(printf '%s' "$said" | tail -n 5)"
}

plays() { # program
    local said
    rm -rf shots
    said=$("$1" --headless --no-store --quiet --shots shots 2>&1) || fault "$1 --headless ended with $?: $said"
    [ -s shots/05-end.png ] || fault "$1 drew no last picture"
    case "$said" in *missing* | *"no drawn art"* | *cannot* | *"not found"*) fault "$1 missed something: $said" ;; esac
}

check_tree() { # folder that has bin and share
    local page said
    works "sango-lint" "$1/bin/sango-lint" check "$1/share/sango-story/levels/sango"
    works "sango-kit" "$1/bin/sango-kit" "$work/kit"
    [ -s "$work/kit/index.html" ] || fault "sango-kit wrote no index.html"
    for page in man6/sango.6 man1/sango-lint.1 man1/sango-kit.1; do
        said=$(man --warnings=w -l "$1/share/man/$page.gz" 2>&1 >"$work/page") || fault "$page is not drawn"
        [ -z "$said" ] || fault "$page: $said"
        grep -q -- 'EXIT STATUS' "$work/page" || fault "$page has no end"
        [ "$(od -An -tx1 -j4 -N4 "$1/share/man/$page.gz" | tr -d ' ')" = 00000000 ] ||
            fault "$page.gz has a date in it"
    done
    for said in sango sango-lint sango-kit; do
        readelf -SW "$1/bin/$said" | grep -q '\.symtab\|\.debug' && fault "$said is not stripped"
        grep -qF "$source" "$1/bin/$said" && fault "$said names the folder it was built in"
    done
    [ -z "$(find "$1" -perm /7022 ! -type l)" ] || fault "permissions: $(find "$1" -perm /7022 ! -type l | head -3)"
    [ -z "$(find "$1" -name '*.pyc' -o -name stamps.json -o -name lock)" ] || fault "files that nobody needs"
}

check_deb() {
    local tree="$work/the deb" name
    step "lintian"
    lintian --allow-root --fail-on error,warning --pedantic --display-info "$deb" || fault "lintian: $deb"
    step "the .deb, unpacked"
    works "dpkg-deb" dpkg-deb -x "$deb" "$tree"
    works "dpkg-deb" dpkg-deb -e "$deb" "$work/control"
    (cd "$tree" && md5sum --quiet -c "$work/control/md5sums") || fault "md5sums"
    dpkg-deb -c "$deb" | awk '$2 != "root/root" { print; found = 1 } END { exit found }' || fault "files that are not root's"
    for name in postinst prerm postrm; do
        works "$name" sh -n "$work/control/$name"
        [ "$(stat -c %a "$work/control/$name")" = 755 ] || fault "$name: mode $(stat -c %a "$work/control/$name")"
    done
    check_tree "$tree/usr"
    plays "$tree/usr/bin/sango"
    works "desktop-file-validate" desktop-file-validate "$tree/usr/share/applications/sango.desktop"
    works "appstreamcli" appstreamcli validate-tree --no-net "$tree"
    works "appstreamcli" appstreamcli validate --no-net --pedantic "$tree"/usr/share/metainfo/*.metainfo.xml
    for name in 16 24 32 48 64 128 256 512; do
        [ -s "$tree/usr/share/icons/hicolor/${name}x$name/apps/sango.png" ] || fault "no icon of $name pixels"
    done
    [ -s "$tree/usr/share/icons/hicolor/scalable/apps/sango.svg" ] || fault "no scalable icon"
    grep -q '^ExecStart=.* /usr/bin/sango --kiosk ' "$tree/usr/lib/systemd/system/sango-kiosk.service" || fault "the service starts something else"
    for name in Expat CC-BY-4.0 OFL-1.1 Unicode-DFS-2016; do
        grep -A 5 "^License: $name\$" "$tree/usr/share/doc/sango-story/copyright" | grep -q '^ [A-Z]' || fault "copyright has no text of $name"
    done
}

check_tar() {
    local tree said
    step "the archive, unpacked"
    mkdir -p "$work/a stick/with blanks"
    works "tar" tar -xJf "$tar" -C "$work/a stick/with blanks"
    tree=$(echo "$work/a stick/with blanks"/*)
    [ "$(tar -tvJf "$tar" --numeric-owner | awk '$2 != "0/0"' | wc -l)" -eq 0 ] || fault "files in the archive that are not 0/0"
    [ "$(tar -tJf "$tar" | LC_ALL=C sort | sha256sum)" = "$(tar -tJf "$tar" | sha256sum)" ] || fault "the archive is not sorted"
    check_tree "$tree"
    plays "$tree/sango"
    ln -s "$tree/sango" "$work/home/sango by another name"
    plays "$work/home/sango by another name"
    mkdir "$work/fake"
    printf '#!/bin/sh\nprintf "\\tlibSDL2-2.0.so.0 => not found\\n\\tlibc.so.6 => /lib/libc.so.6\\n"\n' >"$work/fake/ldd"
    chmod +x "$work/fake/ldd"
    said=$(PATH="$work/fake:$PATH" "$tree/sango" --help 2>&1) && fault "the starter starts without its libraries"
    case "$said" in *"has not: libSDL2-2.0.so.0"*README.md*) ;; *) fault "the starter says: $said" ;; esac
    # The packages that the README names are those that the .deb depends on, besides the C library.
    sed -n '/apt-get install/,/^$/p' "$tree/README.md" | tr -s ' \\\n' '\n' | grep '^lib' | sort >"$work/named"
    dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/^ *//; s/ .*//' | grep -v '^libc6$' | sort >"$work/needed"
    diff "$work/named" "$work/needed" || fault "README.md of the archive names other packages than the .deb depends on"
}

check_installed() {
    local said
    step "installed"
    if [ "$(id -u)" -ne 0 ]; then fault "--install needs root"; return; fi
    works "apt-get install" apt-get install -y -q --no-install-recommends "$deb"
    plays sango
    works "the user of the stand" getent passwd sango-kiosk
    if ! grep -qs 'path-exclude.*/usr/share/man' /etc/dpkg/dpkg.cfg.d/*; then works "man" man -w 6 sango; fi
    if command -v systemctl >/dev/null; then
        [ "$(systemctl is-enabled sango-kiosk.service 2>/dev/null)" = disabled ] || fault "the stand is enabled by itself"
    fi
    works "installed again" dpkg -i "$deb"
    mkdir -p /var/lib/sango-kiosk
    works "apt-get purge" apt-get purge -y -q sango-story
    for said in /usr/bin/sango /usr/share/sango-story /var/lib/sango-kiosk; do
        [ ! -e "$said" ] || fault "$said stays behind after a purge"
    done
    [ -z "$(find /etc/systemd /var/lib/systemd -name '*sango-kiosk*' 2>/dev/null)" ] || fault "systemd still knows the stand"
}

if [ ! -s "$deb" ] || [ ! -s "$tar" ]; then
    echo "There are no packages in $folder: ./run package makes them."
    exit 2
fi
check_deb
check_tar
[ "${2:-}" = --install ] && check_installed
echo "$faults faults in ${deb##*/} and ${tar##*/}"
exit "$((faults > 0))"
