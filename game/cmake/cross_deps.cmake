# Part of both toolchain files: the libraries that game/deps has built, and no others, are found. SANGO_DEPS is their prefix.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SANGO_DEPS)
if(SANGO_DEPS)
  list(APPEND CMAKE_FIND_ROOT_PATH "${SANGO_DEPS}")
  list(APPEND CMAKE_PREFIX_PATH "${SANGO_DEPS}")
endif()
set(ENV{PKG_CONFIG_LIBDIR} "${SANGO_DEPS}/lib/pkgconfig:${SANGO_DEPS}/share/pkgconfig")
set(ENV{PKG_CONFIG_PATH} "")
