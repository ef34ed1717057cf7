# cmake -DSANGO=<program> -DROOT=<sources> -DSTORE=<folder> [-DSTORY=<name> -DPACK=<folder>] -P resume.cmake
# Two runs with one store: <name>_first.txt and <name>_second.txt.
if(NOT STORY)
  set(STORY resume)
endif()
if(PACK)
  set(pack --pack "${PACK}")
endif()
file(REMOVE_RECURSE "${STORE}")
foreach(part first second)
  execute_process(COMMAND "${SANGO}" --headless --quiet --data "${ROOT}" --store "${STORE}" ${pack}
    --input "${ROOT}/tests/replay/${STORY}_${part}.txt" RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "the ${part} run ended with ${code}")
  endif()
endforeach()
