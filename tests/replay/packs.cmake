# cmake -DSANGO=<program> -DROOT=<sources> -DWORK=<folder> -P packs.cmake
# A folder of packs that are broken or mean harm. The game says which, and goes on with its own.
cmake_policy(VERSION 3.25)
file(REMOVE_RECURSE "${WORK}")
set(packs "${WORK}/packs")
file(MAKE_DIRECTORY "${packs}/a-json" "${WORK}/inner/in" "${WORK}/bomb" "${packs}/c-good")
file(WRITE "${packs}/a-json/pack.json" "{ \"format\": 1,\n \"id\": oops }")

# A zip whose entry leads out of it.
file(WRITE "${WORK}/inner/pack.json" "{}")
file(WRITE "${WORK}/inner/evil.yarn" "title: A\n---\n===\n")
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf "${packs}/b-outside.zip" --format=zip ../pack.json ../evil.yarn
  WORKING_DIRECTORY "${WORK}/inner/in" COMMAND_ERROR_IS_FATAL ANY)

# Two hundred megabytes of blanks that are some kilobytes in the zip.
string(REPEAT " " 1048576 megabyte)
foreach(i RANGE 1 200)
  file(APPEND "${WORK}/bomb/pack.json" "${megabyte}")
endforeach()
execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf "${packs}/d-bomb.zip" --format=zip pack.json
  WORKING_DIRECTORY "${WORK}/bomb" COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE "${WORK}/bomb/pack.json")

# A good one whose level has ten thousand pages and a circle without end.
set(pages "title: P0\n---\nHello. #line:p0\n<<jump P1>>\n===\n")
foreach(i RANGE 1 9999)
  math(EXPR next "${i} % 9999 + 1")
  string(APPEND pages "title: P${i}\n---\n<<jump P${next}>>\n===\n")
endforeach()
file(WRITE "${packs}/c-good/pages.yarn" "${pages}")
file(WRITE "${packs}/c-good/pack.json" [[{ "format": 1, "id": "pages", "version": "1", "licence": "x", "language": "en", "title": "Pages",
  "worlds": [ { "id": "w", "title": "W", "power": "help" } ],
  "levels": [ { "id": "pages", "files": ["pages.yarn"], "start": "P0", "world": "w", "band": ["7-9"], "title": "Pages" },
              { "id": "gone", "files": ["gone.yarn"], "start": "P0", "world": "w", "band": ["7-9"], "title": "Gone" } ] }]])
set(run "${SANGO}" --headless --no-store --quiet --data "${ROOT}" --packs "${packs}")
execute_process(COMMAND ${run} --input "${ROOT}/tests/replay/packs.txt" COMMAND_ERROR_IS_FATAL ANY)
file(WRITE "${WORK}/endless.txt" "wait 900\nexpect Hello.\npress confirm\nwait 900\ncontains pages.yarn\npress confirm\nwait 300\nexpect Play\n")
execute_process(COMMAND ${run} --level pages --input "${WORK}/endless.txt" TIMEOUT 60 COMMAND_ERROR_IS_FATAL ANY)
file(WRITE "${WORK}/gone.txt" "wait 900\ncontains gone.yarn\npress confirm\nwait 300\nexpect Play\n")
execute_process(COMMAND ${run} --level gone --input "${WORK}/gone.txt" COMMAND_ERROR_IS_FATAL ANY)
