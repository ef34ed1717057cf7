# cmake -DTOOL=<sango-lint> -DDIR=<tests/level> -DCASE=<name> -P run_lint.cmake
# What the linter says about one small pack, against the file "expect" in its folder.
set(pack ${CASE})
if(EXISTS "${DIR}/cases/${CASE}/pack.zip")
  set(pack ${CASE}/pack.zip)
endif()
execute_process(COMMAND ${EMULATOR} ${TOOL} check --assets ${DIR}/art --sound ${DIR}/sound ${pack}
  WORKING_DIRECTORY ${DIR}/cases OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE rc)
file(READ "${DIR}/cases/${CASE}/expect" want)
if(NOT "${out}${err}" STREQUAL "${want}")
  message(FATAL_ERROR "--- wanted\n${want}--- got (exit ${rc})\n${out}${err}")
endif()
string(REGEX MATCH "([0-9]+) errors?," found "${out}")
if((CMAKE_MATCH_1 EQUAL 0 AND NOT rc EQUAL 0) OR (CMAKE_MATCH_1 GREATER 0 AND NOT rc EQUAL 1))
  message(FATAL_ERROR "exit ${rc} after ${CMAKE_MATCH_1} errors")
endif()
