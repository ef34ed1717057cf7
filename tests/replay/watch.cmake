# cmake -DSANGO=<program> -DROOT=<sources> -DWORK=<folder> -P watch.cmake
# sango --watch: the script of watch/watch.txt saves one version of a level over another.
file(REMOVE_RECURSE "${WORK}")
file(COPY "${ROOT}/tests/replay/watch/" DESTINATION "${WORK}")
file(COPY_FILE "${WORK}/one.yarn" "${WORK}/level.yarn")
execute_process(COMMAND "${SANGO}" --headless --no-store --quiet --data "${ROOT}" --watch level.yarn --input watch.txt
  WORKING_DIRECTORY "${WORK}" COMMAND_ERROR_IS_FATAL ANY)
