#!/bin/sh
# Puts the site together: engine, data, pages. ./run web calls it; needs a native build with sango-lint.
#   game/web/build.sh [--texts FOLDER of catalogues, *.mo] [--address https://…/ where the site will be] [--sources URL]
# The site is build/web/site: static files, which any web server can give out; build/web/sango.html is all of it in one file.
set -eu
texts=
previous=
for word in "$@"; do
    case "$previous" in --texts) texts=$word ;; esac
    previous=$word
done
cd "$(dirname "$0")/../.."
site=build/web/site
export NODE_PATH="/usr/share/nodejs:${NODE_PATH:-}"
python() { /usr/bin/python3 -B "$@" >&2; } # Debian's, which has the modules of the packages

deps=$(game/deps/build.sh web)
cmake --preset web -DSANGO_DEPS="$deps" >/dev/null
cmake --build --preset web -j "$(nproc)" >&2
mkdir -p "$site/play"
cp build/web/game/sango.js build/web/game/sango.wasm "$site/play/"
python assets/web.py --out "$site" ${texts:+--texts "$texts"}
python assets/web.py --out "$site" --check
python game/web/build_site.py "$site" "$@" # play.html needs their words, and the one file needs play.html
python game/web/page.py "$site"
python game/web/one_file.py "$site" build/web/sango.html

# What people can take home: the one file, and the packages and the lesson kit where they were made.
rm -rf build/web/downloads
mkdir -p build/web/downloads
ln build/web/sango.html build/web/downloads/
for package in build/packages/sango-story*; do if [ -f "$package" ]; then ln "$package" build/web/downloads/; fi; done
kit=
[ ! -e build/kit/html/index.html ] || kit=build/kit
python game/web/build_site.py "$site" --downloads build/web/downloads ${kit:+--kit "$kit"} "$@"
python game/web/build_site.py --check "$site"

# What packs well is there packed as well, for servers that look for it (game/web/serve.py, nginx with gzip_static).
find "$site" -type f \( -name '*.br' -o -name '*.gz' \) ! -path "$site/downloads/*" -delete
find "$site" -type f -size +1k ! -path "$site/downloads/*" ! -path "$site/kit/*" -regextype posix-extended \
    -regex '.*\.(js|wasm|css|html|json|svg|txt|yarn|ttf|mo|webmanifest)' -exec brotli -k -q 11 {} + -exec gzip -k -n -9 {} +
