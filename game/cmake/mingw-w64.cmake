# Toolchain file for Windows, 64 bit, from Linux: Debian's gcc-mingw-w64-x86-64-posix and g++-mingw-w64-x86-64-posix.
#   cmake -DCMAKE_TOOLCHAIN_FILE=game/cmake/mingw-w64.cmake -DSANGO_DEPS=<what game/deps/build.sh windows printed>
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR AMD64)
set(_machine x86_64-w64-mingw32)
find_program(CMAKE_C_COMPILER NAMES ${_machine}-gcc-posix ${_machine}-gcc REQUIRED)
find_program(CMAKE_CXX_COMPILER NAMES ${_machine}-g++-posix ${_machine}-g++ REQUIRED)
find_program(CMAKE_RC_COMPILER NAMES ${_machine}-windres REQUIRED)
list(APPEND CMAKE_FIND_ROOT_PATH /usr/${_machine})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
# One program that needs nothing installed, and the same bytes each time it is linked.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -Wl,--no-insert-timestamp")

include("${CMAKE_CURRENT_LIST_DIR}/cross_deps.cmake")
