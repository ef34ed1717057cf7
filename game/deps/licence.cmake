# cmake -DSOURCE=folder -DNAME=name -DOUT=folder -P licence.cmake: what a library that is linked in asks to be given with it.
file(GLOB texts "${SOURCE}/COPYING*" "${SOURCE}/LICENSE*" "${SOURCE}/docs/FTL.TXT")
if(NAME STREQUAL "sqlite3" AND NOT texts)
  file(WRITE "${OUT}/${NAME}/LICENSE.md" "SQLite is in the public domain.\n")
elseif(NOT texts)
  message(FATAL_ERROR "${SOURCE}: no licence found")
endif()
file(COPY ${texts} DESTINATION "${OUT}/${NAME}")
