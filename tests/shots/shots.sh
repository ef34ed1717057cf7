#!/bin/sh
# Draws every contact sheet: shots.sh BUILD OUT. Run at the top of the tree, after a build; ./run shots does both.
set -eu
build=$1
out=$2
sheets=$build/tests/shots/sango_sheets

# play NAME SIZE SCRIPT [OPTIONS]: plays the script, then puts its pictures together.
play() {
    name=$1 size=$2 script=$3
    shift 3
    rm -rf "$out/pictures/$name"
    "$build/game/sango" --headless --no-store --quiet --size "$size" --data "$PWD" --input "$script" --shots "$out/pictures/$name" "$@"
    "$sheets" screens "$out" "screens-$name" "$out/pictures/$name"/*.png
}

mkdir -p "$out"
for size in 1280x720 1024x768 800x1280; do
    play "$size" "$size" tests/replay/screens.txt
done
for size in 1280x720 390x844; do
    play "loading-$size" "$size" tests/replay/loading.txt
done
{ cat tests/replay/large.txt tests/replay/screens.txt; } > "$out/large.txt"
play large 1280x720 "$out/large.txt"
steps=""
for look in evening contrast calm; do            # in the order of the setting
    steps="$steps
choose The next one"
    { printf 'wait 300\nchoose Settings%s\npress back\n' "$steps"; cat tests/replay/screens.txt; } > "$out/$look.txt"
    play "$look" 1280x720 "$out/$look.txt"
    { printf 'wait 300\nchoose Settings%s\npress back\n' "$steps"; cat tests/replay/activities.txt; } > "$out/activities-$look.txt"
    play "activities-$look" 1280x720 "$out/activities-$look.txt" --pack tests/replay/activities
done
for size in 1280x720 480x768; do
    play "activities-$size" "$size" tests/replay/activities.txt --pack tests/replay/activities
done
play phone 1280x720 tests/replay/phone.txt --pack tests/replay/phone
"$sheets" art "$PWD" "$out"
