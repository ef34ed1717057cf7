# cmake -DSANGO=<program> -DROOT=<sources> -DSTORE=<folder> -P resume.cmake : two runs with one store.
file(REMOVE_RECURSE "${STORE}")
foreach(part first second)
  execute_process(COMMAND "${SANGO}" --headless --quiet --data "${ROOT}" --store "${STORE}"
    --input "${ROOT}/tests/replay/resume_${part}.txt" RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "the ${part} run ended with ${code}")
  endif()
endforeach()
