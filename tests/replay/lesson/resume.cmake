# A lesson that is stopped goes on another day: two runs of the game over one store.
file(REMOVE_RECURSE "${STORE}")
foreach(part first second_day)
  execute_process(COMMAND ${SANGO} --headless --quiet --lesson --data ${ROOT} --store ${STORE} --input ${CMAKE_CURRENT_LIST_DIR}/${part}.txt
    RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${part}.txt failed: ${code}")
  endif()
endforeach()
