# The program for Windows: sango.exe with its icon, and what else is in the zip. ./run package windows packs it.
find_program(SANGO_PILLOW_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED) # the one that python3-pil is for

function(sango_windows_program target)
  enable_language(RC)
  set(folder "${PROJECT_SOURCE_DIR}/game/windows")
  set(SANGO_WINDOWS_DIR "${folder}")
  set(SANGO_ICO "${PROJECT_BINARY_DIR}/windows/sango.ico")
  file(GLOB drawn CONFIGURE_DEPENDS "${SANGO_ART_OUT}/icon/sango-*.png")
  add_custom_command(OUTPUT "${SANGO_ICO}" DEPENDS "${folder}/icon.py" ${drawn} VERBATIM
    COMMAND ${SANGO_PILLOW_PYTHON} -B "${folder}/icon.py" "${SANGO_ART_OUT}/icon" "${SANGO_ICO}")
  configure_file("${folder}/sango.rc.in" "${PROJECT_BINARY_DIR}/windows/sango.rc" @ONLY)
  set_source_files_properties("${PROJECT_BINARY_DIR}/windows/sango.rc" PROPERTIES OBJECT_DEPENDS "${SANGO_ICO};${folder}/sango.manifest")
  target_sources(${target} PRIVATE "${folder}/main_windows.c" "${PROJECT_BINARY_DIR}/windows/sango.rc")
  # Windows begins in main_windows.c.
  set_source_files_properties(main.c PROPERTIES COMPILE_DEFINITIONS main=sango_main
    COMPILE_OPTIONS "-include;${folder}/main_windows.h")
  set_target_properties(${target} PROPERTIES WIN32_EXECUTABLE ON)
  # Stripped by the linker: its checksum in the program is of what is given out, and not of symbols with paths.
  target_link_options(${target} PRIVATE $<$<CONFIG:MinSizeRel>:-s>)

  configure_file("${folder}/README.txt.in" "${PROJECT_BINARY_DIR}/windows/README.txt" @ONLY NEWLINE_STYLE CRLF)
  install(FILES "${PROJECT_BINARY_DIR}/windows/README.txt" DESTINATION .)
  install(DIRECTORY "${SANGO_DEPS}/share/sango-licences/" DESTINATION doc/sango-story/LICENSES/libraries OPTIONAL)
endfunction()
