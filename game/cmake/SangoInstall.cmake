# What cmake --install puts where. The program looks for its data from its own place
# (game/data_folder.c), so the installed tree may be moved as a whole:
#
#   bin/sango, bin/sango-lint, bin/sango-kit
#   share/sango-story/levels/          packs
#   share/sango-story/assets/          fonts/ sound/ themes/ print/ helplines/ built/720 built/1080 built/1440 built/paper
#   share/man/                         manual pages, as gzip -9n writes them
#   share/applications/, share/icons/, share/metainfo/  the menu entry, and the game among a shop's
#   share/bash-completion/             completion of its options
#   share/doc/sango-story/             licences and credits, how a level is written; with the kiosk: how a stand is set up
#   lib/systemd/system/, lib/sysusers.d/  the kiosk as a service, and its user; the only files that name their own place
#
# Programs install themselves, where they are declared. The components "system" and "licences" are for packages
# that leave them out (SangoPackage.cmake).
set(SANGO_APP_ID "org.example.sango_story" CACHE STRING
  "Its name for AppStream: an address of who publishes it, read backwards; example.org is nobody's (RFC 2606)")
set(SANGO_HOMEPAGE "" CACHE STRING "Where the game is published; empty: not said")
set(_data "${CMAKE_INSTALL_DATADIR}/sango-story")
if(WIN32) # one folder: sango.exe, data/, doc/
  set(CMAKE_INSTALL_BINDIR .)
  set(CMAKE_INSTALL_DATADIR .)
  set(_data data)
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_BINDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_DATADIR}")
  file(RELATIVE_PATH SANGO_DATADIR "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_DATADIR}/sango-story")
else()
  file(RELATIVE_PATH SANGO_DATADIR "/${CMAKE_INSTALL_BINDIR}" "/${_data}")
endif()

set(_assets "${PROJECT_SOURCE_DIR}/assets")
set(SANGO_ART_OUT "${PROJECT_SOURCE_DIR}/build/assets" CACHE PATH "Where the drawn art is written")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/levels/" DESTINATION "${_data}/levels" PATTERN README.md EXCLUDE)
install(DIRECTORY "${_assets}/themes" "${_assets}/print" "${_assets}/helplines" DESTINATION "${_data}/assets" PATTERN README.md EXCLUDE)
install(DIRECTORY "${_assets}/fonts" DESTINATION "${_data}/assets" FILES_MATCHING PATTERN "*.ttf")
install(DIRECTORY "${_assets}/sound" DESTINATION "${_data}/assets" FILES_MATCHING PATTERN "*.ogg" PATTERN "src" EXCLUDE)
foreach(_scale 720 1080 1440)
  install(DIRECTORY "${SANGO_ART_OUT}/${_scale}" DESTINATION "${_data}/assets/built" OPTIONAL
    FILES_MATCHING PATTERN "*.png" PATTERN "*.txt")
endforeach()

install(DIRECTORY "${SANGO_ART_OUT}/paper" DESTINATION "${_data}/assets/built" OPTIONAL FILES_MATCHING PATTERN "*.svg")

install(FILES "${_assets}/desktop/sango.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT system)
set(SANGO_HOMEPAGE_LINE "")
if(SANGO_HOMEPAGE)
  set(SANGO_HOMEPAGE_LINE "<url type=\"homepage\">${SANGO_HOMEPAGE}</url>")
endif()
configure_file("${_assets}/desktop/metainfo.xml.in" "${PROJECT_BINARY_DIR}/install/${SANGO_APP_ID}.metainfo.xml" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/install/${SANGO_APP_ID}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT system)
foreach(_size 16 24 32 48 64 128 256 512)
  install(FILES "${SANGO_ART_OUT}/icon/sango-${_size}.png" OPTIONAL RENAME sango.png
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${_size}x${_size}/apps" COMPONENT system)
endforeach()
install(FILES "${SANGO_ART_OUT}/icon/sango.svg" OPTIONAL
  DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT system)

# bash looks for a file of each program's name.
foreach(_program sango sango-lint sango-kit)
  install(FILES "${_assets}/desktop/completion/sango" RENAME ${_program}
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT system)
endforeach()
find_program(SANGO_GZIP gzip)
set(_all_pages sango.6 sango-lint.1 sango-kit.1)
if(WIN32)
  set(_all_pages "")
endif()
foreach(_page IN LISTS _all_pages)
  string(REGEX REPLACE ".*\\." "man" _section ${_page})
  if(SANGO_GZIP)
    set(_packed "${PROJECT_BINARY_DIR}/install/${_page}.gz")
    add_custom_command(OUTPUT "${_packed}" DEPENDS "${_assets}/desktop/man/${_page}" VERBATIM
      COMMAND sh -c "exec \"$0\" -9nc \"$1\" >\"$2\"" "${SANGO_GZIP}" "${_assets}/desktop/man/${_page}" "${_packed}")
    list(APPEND _pages "${_packed}")
    install(FILES "${_packed}" DESTINATION "${CMAKE_INSTALL_MANDIR}/${_section}")
  else()
    install(FILES "${_assets}/desktop/man/${_page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/${_section}")
  endif()
endforeach()
add_custom_target(sango_pages ALL DEPENDS ${_pages})

install(FILES "${_assets}/CREDITS.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story")
install(FILES "${PROJECT_SOURCE_DIR}/levels/README.md" RENAME LEVELS.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story" COMPONENT licences)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/LICENSES" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story" COMPONENT licences)

if(SANGO_WITH_KIOSK)
  install(FILES "${_assets}/desktop/kiosk.json" DESTINATION "${_data}/assets/desktop")
  # The service says where the program is, which is known for certain only now.
  install(CODE "
    set(SANGO_BIN \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
    set(SANGO_DOC \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/doc/sango-story\")
    configure_file(\"${_assets}/desktop/sango-kiosk.service.in\" \"${PROJECT_BINARY_DIR}/install/sango-kiosk.service\" @ONLY)" COMPONENT system)
  install(FILES "${PROJECT_BINARY_DIR}/install/sango-kiosk.service" DESTINATION lib/systemd/system COMPONENT system)
  install(FILES "${_assets}/desktop/sango-kiosk.sysusers" RENAME sango-kiosk.conf DESTINATION lib/sysusers.d COMPONENT system)
  install(FILES "${_assets}/desktop/README.md" RENAME KIOSK.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story"
    COMPONENT system)
endif()
