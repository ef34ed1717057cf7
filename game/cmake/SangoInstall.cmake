# What cmake --install puts where. The program looks for its data from its own place
# (game/data_folder.c), so the installed tree may be moved as a whole:
#
#   bin/sango, bin/sango-lint, bin/sango-kit
#   share/sango-story/levels/          packs
#   share/sango-story/assets/          fonts/ sound/ themes/ print/ helplines/ built/720 built/1080 built/1440 built/paper
#   share/applications/, share/icons/  the menu entry
#   share/doc/sango-story/             licences and credits; with the kiosk: how a stand is set up
#   lib/systemd/system/, lib/sysusers.d/  the kiosk as a service, and its user; the only files that name their own place
#
# Programs install themselves, where they are declared.
set(_data "${CMAKE_INSTALL_DATADIR}/sango-story")
if(IS_ABSOLUTE "${CMAKE_INSTALL_BINDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_DATADIR}")
  file(RELATIVE_PATH SANGO_DATADIR "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_DATADIR}/sango-story")
else()
  file(RELATIVE_PATH SANGO_DATADIR "/${CMAKE_INSTALL_BINDIR}" "/${_data}")
endif()

set(_assets "${PROJECT_SOURCE_DIR}/assets")
set(SANGO_ART_OUT "${PROJECT_SOURCE_DIR}/build/assets" CACHE PATH "Where the drawn art is written")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/levels/" DESTINATION "${_data}/levels")
install(DIRECTORY "${_assets}/themes" "${_assets}/print" "${_assets}/helplines" DESTINATION "${_data}/assets")
install(DIRECTORY "${_assets}/fonts" DESTINATION "${_data}/assets" FILES_MATCHING PATTERN "*.ttf")
install(DIRECTORY "${_assets}/sound" DESTINATION "${_data}/assets" FILES_MATCHING PATTERN "*.ogg" PATTERN "src" EXCLUDE)
foreach(_scale 720 1080 1440)
  install(DIRECTORY "${SANGO_ART_OUT}/${_scale}" DESTINATION "${_data}/assets/built" OPTIONAL
    FILES_MATCHING PATTERN "*.png" PATTERN "*.txt")
endforeach()

install(DIRECTORY "${SANGO_ART_OUT}/paper" DESTINATION "${_data}/assets/built" OPTIONAL FILES_MATCHING PATTERN "*.svg")

install(FILES "${_assets}/desktop/sango.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
foreach(_size 32 48 64 128 256)
  install(FILES "${SANGO_ART_OUT}/icon/sango-${_size}.png" OPTIONAL RENAME sango.png
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${_size}x${_size}/apps")
endforeach()
install(FILES "${SANGO_ART_OUT}/icon/sango.svg" OPTIONAL
  DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${_assets}/CREDITS.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/LICENSES" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story")

if(SANGO_WITH_KIOSK)
  install(FILES "${_assets}/desktop/kiosk.json" DESTINATION "${_data}/assets/desktop")
  # The service says where the program is, which is known for certain only now.
  install(CODE "
    set(SANGO_BIN \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
    set(SANGO_DOC \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/doc/sango-story\")
    configure_file(\"${_assets}/desktop/sango-kiosk.service.in\" \"${PROJECT_BINARY_DIR}/install/sango-kiosk.service\" @ONLY)")
  install(FILES "${PROJECT_BINARY_DIR}/install/sango-kiosk.service" DESTINATION lib/systemd/system)
  install(FILES "${_assets}/desktop/sango-kiosk.sysusers" RENAME sango-kiosk.conf DESTINATION lib/sysusers.d)
  install(FILES "${_assets}/desktop/README.md" RENAME KIOSK.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sango-story")
endif()
