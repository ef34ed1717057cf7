#!/bin/sh
# Puts the site together: engine, data, pages. ./run web calls it; needs a native build with sango-lint.
#   game/web/build.sh [FOLDER OF CATALOGUES (*.mo)]
# The site is build/web/site: static files, which any web server can give out; build/web/sango.html is all of it in one file.
set -eu
cd "$(dirname "$0")/../.."
texts=${1:-}
site=build/web/site
export NODE_PATH="/usr/share/nodejs:${NODE_PATH:-}"

deps=$(game/deps/build.sh web)
cmake --preset web -DSANGO_DEPS="$deps" >/dev/null
cmake --build --preset web -j "$(nproc)" >&2
mkdir -p "$site/play"
cp build/web/game/sango.js build/web/game/sango.wasm "$site/play/"
/usr/bin/python3 -B assets/web.py --out "$site" ${texts:+--texts "$texts"} >&2
/usr/bin/python3 -B game/web/build_site.py "$site" --art build/web/art ${texts:+--texts "$texts"} >&2
/usr/bin/python3 -B game/web/page.py "$site" >&2
/usr/bin/python3 -B game/web/build_site.py --check "$site" >&2
/usr/bin/python3 -B game/web/one_file.py "$site" build/web/sango.html >&2
