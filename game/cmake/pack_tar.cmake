# Run by CPack when all files of the portable archive are in one folder: packs them so that only their names and
# bytes count, not the day, the user, the umask or the disk.
set(_root "${CPACK_PACKAGE_FILE_NAME}")
set(_out "${CPACK_PACKAGE_DIRECTORY}/${_root}.tar.xz")
set(_epoch "$ENV{SOURCE_DATE_EPOCH}")
if(NOT _epoch)
  set(_epoch 0)
endif()
execute_process(COMMAND tar --create --format=gnu --sort=name --owner=0 --group=0 --numeric-owner --mtime=@${_epoch}
    --mode=u=rwX,go=rX "--transform=s,^\\.,${_root}," --show-transformed-names .
  COMMAND xz -6 -T1 -c
  WORKING_DIRECTORY "${CPACK_TEMPORARY_DIRECTORY}" OUTPUT_FILE "${_out}" RESULTS_VARIABLE _codes)
if(NOT _codes STREQUAL "0;0")
  message(FATAL_ERROR "tar and xz ended with ${_codes}")
endif()
