#!/usr/bin/env bash
# wine.sh ZIP SHOTS [SANGO]: unpacks the zip for Windows into a folder with blanks and letters of other alphabets, and plays it
# under wine: by a script, with pictures; twice, and the second time finds the progress of the first; and in a window, by keys.
# With SANGO, the program of Linux built from the same sources, the pictures of both must be the same to the pixel.
# Pictures to look at are left in SHOTS. A wine of its own in a temporary folder; nothing in the user's home is touched.
set -euo pipefail
zip=$(readlink -f "$1")
mkdir -p "$2"
shots=$(readlink -f "$2")
sango=${3:+$(readlink -f "$3")}
work=$(mktemp -d)
screen=""

end() {
    timeout 10 wineserver -k || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT

fail() { echo "wine.sh: $*" >&2; exit 1; }

# The real sango.exe in its folder, with no more than that many seconds.
play() { # seconds words…
    seconds=$1
    shift
    (cd "$folder" && timeout -k 2 "$seconds" wine ./sango.exe "$@" </dev/null)
}

export WINEPREFIX="$work/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" SDL_AUDIODRIVER=dummy SDL_RENDER_DRIVER=software
mkdir "$work/Ordner é 三号 – для детей"
(cd "$work/Ordner é 三号 – для детей" && unzip -q "$zip")
folder=$(echo "$work"/Ordner*/sango-story-*)
Xvfb -displayfd 3 -screen 0 1366x800x24 3>"$work/display" 2>/dev/null &
screen=$!
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
timeout 120 wine wineboot -i </dev/null >/dev/null 2>&1 || true
# A crash must end the program, not open a window that waits.
timeout 30 wine reg add 'HKCU\Software\Wine\WineDbg' /v ShowCrashDialog /t REG_DWORD /d 0 /f </dev/null >/dev/null 2>&1

play 30 --help | grep -q -- --headless || fail "--help says nothing"

# By a script.
play 120 --headless --no-store --quiet --shots "Bilder é 三" || fail "the first level does not play to its end"
cp "$folder/Bilder é 三"/*.png "$shots/"
[ "$(find "$shots" -name '0?-*.png' | wc -l)" -eq 5 ] || fail "pictures are missing"
if [ -n "$sango" ]; then
    "$sango" --headless --no-store --quiet --data "$folder/data" --shots "$work/linux"
    for picture in "$work"/linux/*.png; do
        differ=$(compare -metric AE "$picture" "$shots/${picture##*/}" null: 2>&1 || true)
        [ "$differ" = 0 ] || fail "${picture##*/} differs from that of Linux in $differ pixels"
    done
fi

# Progress, where Windows keeps what belongs to a user: the second start goes on at the line where the first one stopped.
replay=$(cd "$(dirname "$0")/../replay" && pwd)
cp "$replay/resume_first.txt" "$folder/erst é.txt"
cp "$replay/resume_second.txt" "$folder/wieder é.txt"
play 60 --headless --input "erst é.txt" --size 640x360 >"$work/first" || { tail -n 20 "$work/first" >&2; fail "a story cannot be begun"; }
found=$(find "$WINEPREFIX/drive_c/users" -path '*/AppData/Roaming/sango-story/progress.db')
[ -n "$found" ] || fail "no progress.db in %APPDATA%"
play 60 --headless --input "wieder é.txt" --size 640x360 >"$work/second" || { tail -n 20 "$work/second" >&2; fail "the second start does not go on"; }

# In a window, as by a double click: nothing is printed, the log is in %APPDATA%.
(cd "$folder" && exec timeout -k 2 60 wine ./sango.exe) </dev/null >/dev/null 2>&1 &
for _ in $(seq 60); do xdotool search --name "Sango's Story" >/dev/null 2>&1 && break; sleep 0.5; done
sleep 4
import -window root "$shots/window-1.png"
xdotool key Return
sleep 3
import -window root "$shots/window-2.png"
differ=$(compare -metric AE "$shots/window-1.png" "$shots/window-2.png" null: 2>&1 || true)
[ "${differ%%.*}" -gt 50000 ] || fail "a key changes nothing in the window ($differ pixels)"
colours=$(identify -format %k "$shots/window-2.png")
[ "$colours" -gt 1000 ] || fail "the window is empty: $colours colours"
echo "sango.exe plays under wine; pictures are in $shots"
