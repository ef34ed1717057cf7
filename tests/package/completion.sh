#!/usr/bin/env bash
# completion.sh SOURCE SANGO SANGO-LINT: what bash offers behind words of a command line, asked as bash asks.
# Only the commands' own folder and the source are looked at; nothing of this computer's bash-completion is loaded.
set -uo pipefail
source=$1 sango=$2 lint=$3
# shellcheck source=/dev/null
. "$source/assets/desktop/completion/sango"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

# What is offered for the last word, sorted, in one line.
offered() { # word ...
    local function
    function=$(complete -p "${1##*/}" | sed 's/.*-F \([^ ]*\).*/\1/')
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    "$function" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    ((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | paste -sd '|'
}

expect() { # wanted word ...
    local wanted=$1 got
    shift
    got=$(offered "$@")
    [[ $got == "$wanted" ]] && return
    printf '%s: offers "%s", not "%s"\n' "$*" "$got" "$wanted"
    faults=$((faults + 1))
}

mkdir -p "$work/a pack/po" "$work/plain" "$work/moved here"
printf '{ "id": "mine", "levels": [\n  { "id": "first-one",\n  "title": "x" },\n  { "id": "second" } ] }\n' >"$work/a pack/pack.json"
touch "$work/a pack/po/"{fr,ar}.mo "$work/a pack/one.yarn" "$work/stand.json" "$work/own.zip" "$work/note.txt" "$work/fr.po"
cd "$work" || exit 2

expect "--kiosk|--kiosk-check|--kiosk-pin" "$sango" --ki
expect "--pack|--packs|--papers" "$sango" --lesson --pa
expect "--no-store" "$sango" --no
expect "1|2" "$sango" --players ""
expect "1280x720" "$sango" --size 12
expect "" "$sango" --seed ""
expect "papas-phone|pencil-club|prologue" "$sango" --level p
expect "the-promise|three-odd-words" "$sango" --level th
expect "" "$sango" --pack nowhere --level ""
expect "golden-kite" "$sango" --pack "$source/levels/kiosk" --level g
expect "first-one|second" "$sango" --pack "a pack" --level ""
expect "ar|fr" "$sango" --pack "a pack" --language ""
expect "fr" "$sango" --texts "a pack/po" --language f
expect "stand.json" "$sango" --kiosk s
expect "--kiosk|--kiosk-check|--kiosk-pin" "$sango" --kiosk --kio
expect "a pack|moved here|plain|stand.json" "$sango" --kiosk-check ""
expect "a pack|moved here|own.zip|plain" "$sango" --pack ""
expect "a pack|moved here|plain" "$sango" --store ""
expect "a pack/one.yarn|a pack/po" "$sango" --watch "a pack/"
expect "note.txt" "$sango" --input no
expect "check" "$lint" c
expect "strings" "$lint" st
expect "--assets|--help|--json|--sound" "$lint" check -
expect "a pack/one.yarn|a pack/po" "$lint" check "a pack/"
expect "check|csv" "$lint" strings c
expect "a pack|fr.po|moved here|plain" "$lint" strings update --po ""
expect "activity-phone|activity-plan" "$lint" explain activity-p
expect "a pack" sango-kit a
expect "--catalogue" sango-kit --cat
((faults == 0)) && echo "completion: all offered"
exit "$((faults > 0))"
