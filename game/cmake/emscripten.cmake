# Toolchain file for the web: WebAssembly by Emscripten, Debian's package or emsdk's (EMSDK, or emcc in PATH).
#   cmake -DCMAKE_TOOLCHAIN_FILE=game/cmake/emscripten.cmake -DSANGO_DEPS=<what game/deps/build.sh web printed>
find_program(SANGO_EMCC emcc HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
file(REAL_PATH "${SANGO_EMCC}" _emcc)
cmake_path(GET _emcc PARENT_PATH _emcc)
find_file(SANGO_EMSCRIPTEN_CMAKE Emscripten.cmake NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH PATHS
  "${_emcc}/cmake/Modules/Platform" /usr/share/emscripten/cmake/Modules/Platform)
if(NOT SANGO_EMSCRIPTEN_CMAKE)
  message(FATAL_ERROR "emcc is here, but not its Emscripten.cmake: install Debian's package emscripten, or source emsdk_env.sh")
endif()
# Debian's emcc needs Debian's acorn, which a node from elsewhere does not look for. Ninja runs it without this: the
# preset and game/deps/build.sh set it, too.
if(SANGO_EMSCRIPTEN_CMAKE MATCHES "^/usr/share/" AND NOT DEFINED ENV{NODE_PATH})
  set(ENV{NODE_PATH} /usr/share/nodejs)
endif()
include("${SANGO_EMSCRIPTEN_CMAKE}")

include("${CMAKE_CURRENT_LIST_DIR}/cross_deps.cmake")
