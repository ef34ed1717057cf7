#!/bin/sh
# configure of libxcrypt in the current folder: libxcrypt.sh SOURCE ARGUMENTS…
# Only yescrypt, the scheme of the PIN of a stand. The source of a repository has no configure: then it is made, from a copy.
set -eu
source=$1
shift
if [ ! -x "$source/configure" ]; then
    rm -rf source
    cp -R "$source" source
    (cd source && autoreconf -fi)
    source=./source
fi
exec "$source/configure" --disable-shared --enable-static --disable-obsolete-api --enable-hashes=yescrypt --disable-werror "$@"
