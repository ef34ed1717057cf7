# Packages for Linux, by CPack: a .deb and a portable archive. `./run package` configures with the
# preset "package", which sets SANGO_PACKAGE; a plain cmake --install needs nothing of this.
#
#   component     deb  tar  what
#   Unspecified    x    x   programs, data, manual pages
#   system         x        what a system reads: menu, icons, completion, the kiosk's service
#   licences            x   their texts as files; a .deb has them in its copyright file
#   debian         x        changelog, copyright, what lintian is told
#   portable            x   a starter and a README
#
# The same sources give the same bytes, in whatever folder and whenever they are built:
# tests/package/reproducible.sh. SOURCE_DATE_EPOCH is the date of everything inside.
set(SANGO_MAINTAINER "The Sango's Story contributors <noreply@sango-story.invalid>" CACHE STRING
  "Who answers for the packages; .invalid is nobody's (RFC 2606)")

# What is stripped anyway is not made: it would name the compiler's cache, if there is one, and so change the build's id.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" -g0)

set(_desktop "${PROJECT_SOURCE_DIR}/assets/desktop")
set(_made "${PROJECT_BINARY_DIR}/debian")
set(_doc "${CMAKE_INSTALL_DATADIR}/doc/sango-story")
find_program(SANGO_GZIP gzip REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# --- what only the .deb has ---------------------------------------------------
add_custom_command(OUTPUT "${_made}/copyright"
  COMMAND ${Python3_EXECUTABLE} -B "${_desktop}/debian/copyright.py" "${PROJECT_SOURCE_DIR}" "${_made}/copyright"
  DEPENDS "${_desktop}/debian/copyright.py" "${PROJECT_SOURCE_DIR}/.reuse/dep5" VERBATIM)
add_custom_command(OUTPUT "${_made}/changelog.gz"
  COMMAND ${CMAKE_COMMAND} -E make_directory "${_made}"
  COMMAND sh -c "exec \"$0\" -9nc \"$1\" >\"$2\"" "${SANGO_GZIP}" "${_desktop}/debian/changelog" "${_made}/changelog.gz"
  DEPENDS "${_desktop}/debian/changelog" VERBATIM)
add_custom_target(sango_debian ALL DEPENDS "${_made}/copyright" "${_made}/changelog.gz")
install(FILES "${_made}/copyright" "${_made}/changelog.gz" DESTINATION "${_doc}" COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES "${_desktop}/debian/lintian-overrides" RENAME sango-story DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides"
  COMPONENT debian EXCLUDE_FROM_ALL)

# --- what only the portable archive has --------------------------------------
configure_file("${_desktop}/portable/sango.in" "${PROJECT_BINARY_DIR}/portable/sango" @ONLY)
configure_file("${_desktop}/portable/README.md.in" "${PROJECT_BINARY_DIR}/portable/README.md" @ONLY)
install(PROGRAMS "${PROJECT_BINARY_DIR}/portable/sango" DESTINATION . COMPONENT portable EXCLUDE_FROM_ALL)
install(FILES "${PROJECT_BINARY_DIR}/portable/README.md" DESTINATION . COMPONENT portable EXCLUDE_FROM_ALL)

# --- both ---------------------------------------------------------------------
set(CPACK_GENERATOR DEB External)
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_SOURCE_DIR}/build/packages")
set(CPACK_PACKAGE_NAME sango-story)
set(CPACK_PACKAGE_VENDOR "The Sango's Story contributors")
set(CPACK_PACKAGE_CONTACT "${SANGO_MAINTAINER}")
set(CPACK_PACKAGE_FILE_NAME "sango-story-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)
set(CPACK_EXTERNAL_ENABLE_STAGING ON) # CPack's own archives have their files in the order of the disk
set(CPACK_EXTERNAL_PACKAGE_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/pack_tar.cmake")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_BINARY_DIR}/CPackParts.cmake")
file(CONFIGURE OUTPUT "${CPACK_PROJECT_CONFIG_FILE}" CONTENT [[
# Read by CPack once for each kind of package: which components are in it.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(_parts Unspecified system debian)
else()
  set(_parts Unspecified licences portable)
endif()
set(CPACK_INSTALL_CMAKE_PROJECTS "")
foreach(_part IN LISTS _parts)
  list(APPEND CPACK_INSTALL_CMAKE_PROJECTS "@PROJECT_BINARY_DIR@" sango "${_part}" /)
endforeach()
]] @ONLY)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education) # programs for authors and teachers come with it: /usr/bin, not /usr/games
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Most computers are no stand: what a stand needs is suggested, not recommended.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cage, xwayland, libpam-systemd")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${_desktop}/debian/postinst" "${_desktop}/debian/prerm" "${_desktop}/debian/postrm")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "online-safety adventure for children of 7 to 13")
set(CPACK_PACKAGE_DESCRIPTION
"Children who meet something odd online call Sango, a living phone from Tokyo.
The player advises them, sees what comes of it, and may always go back, stop
or tell a grown-up. There are twelve levels for ages 7 to 9, twelve for 10 to
13, a prologue and an epilogue with a promise and a certificate to print.

A class plays it in front of one projector, and visitors of a stand play
short episodes that need no reading. It runs in a window or in a terminal
(for screen readers and braille). There are no accounts, no network, no
advertising and no free text; progress stays on the computer.

The tools sango-lint and sango-kit are for those who write stories of their
own or print lesson plans, vote cards and sheets for home.")
include(CPack)
