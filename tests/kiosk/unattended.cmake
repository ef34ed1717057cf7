# A stand that nobody watches, shortly; what long runs gave is in README.md.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(python ${Python3_EXECUTABLE})
if(SANGO_ART_PYTHON) # the one that can read pictures
  set(python ${SANGO_ART_PYTHON})
endif()
set(here ${CMAKE_CURRENT_SOURCE_DIR})
set(SANGO_BIN "${CMAKE_INSTALL_FULL_BINDIR}")
set(SANGO_DOC "${CMAKE_INSTALL_FULL_DATADIR}/doc/sango-story")
set(unit "${CMAKE_CURRENT_BINARY_DIR}/sango-kiosk.service")
configure_file("${PROJECT_SOURCE_DIR}/assets/desktop/sango-kiosk.service.in" "${unit}" @ONLY)

add_test(NAME kiosk.unit COMMAND ${python} -B ${here}/test_unit.py
  --unit ${unit} --sysusers ${PROJECT_SOURCE_DIR}/assets/desktop/sango-kiosk.sysusers)
set_tests_properties(kiosk.unit PROPERTIES LABELS "kiosk;unit" SKIP_RETURN_CODE 77)

if(TARGET sango AND SANGO_WITH_STORE AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  # Loaded into the game, whatever that was built with.
  add_library(kiosk_witness MODULE witness.c)
  target_compile_features(kiosk_witness PRIVATE c_std_17)
  target_compile_options(kiosk_witness PRIVATE -Wall -Wextra -Wshadow)
  target_include_directories(kiosk_witness PRIVATE $<TARGET_PROPERTY:SDL2::SDL2,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(kiosk_witness PRIVATE ${CMAKE_DL_LIBS})

  set(first "")
  set(uncounted "")
  if(SANGO_SANITIZE MATCHES "address") # its runtime wants to be loaded before all others, and keeps for a while what was freed
    execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=libasan.so OUTPUT_VARIABLE runtime OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(first --preload ${runtime})
    set(uncounted --ignore rss)
  endif()
  set(game --game $<TARGET_FILE:sango> --settings ${here}/kiosk.json --root ${PROJECT_SOURCE_DIR})
  set(witness --witness $<TARGET_FILE:kiosk_witness> ${first})

  add_test(NAME kiosk.cage COMMAND ${python} -B ${here}/test_cage.py ${game} ${witness} --unit ${unit}
    --within 40 --work ${CMAKE_CURRENT_BINARY_DIR}/cage) # with sanitizers, and while others build; alone it is ten
  add_test(NAME kiosk.kills COMMAND ${python} -B ${here}/kills.py ${game} ${witness} --kills 25
    --work ${CMAKE_CURRENT_BINARY_DIR}/kills)
  add_test(NAME kiosk.soak COMMAND ${python} -B ${here}/soak.py ${game} ${uncounted} --visitors 300
    --work ${CMAKE_CURRENT_BINARY_DIR}/soak)
  set_tests_properties(kiosk.cage kiosk.kills kiosk.soak PROPERTIES LABELS "kiosk;integration" SKIP_RETURN_CODE 77 TIMEOUT 600)
  set_tests_properties(kiosk.cage PROPERTIES RUN_SERIAL TRUE) # it measures time
endif()
