# cmake -DSANGO=… -DROOT=… -DWORK=… -P grown_ups.cmake: the papers of the grown-ups' area are written, and what cannot be is said.
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/papers ${WORK}/home ${WORK}/store)
file(GLOB given ${ROOT}/tests/replay/grown_ups/*.json)
file(COPY ${given} DESTINATION ${WORK}/papers)
set(ENV{HOME} ${WORK}/home)
set(ENV{XDG_DATA_HOME} "")

function(play)
  execute_process(COMMAND ${SANGO} --headless --quiet --data ${ROOT} --shots ${ROOT}/build/shots/grown_ups ${ARGN} RESULT_VARIABLE code ERROR_VARIABLE said)
  if(NOT code EQUAL 0)
    message(SEND_ERROR "${ARGN}\n${said}")
  endif()
endfunction()

play(--no-store --papers ${WORK}/papers --input ${ROOT}/tests/replay/grown_ups_papers.txt)
foreach(name report-all.html lessons.json lesson-2026-11-26-00010203.csv report-2026-11-26-00010203.html plan-surprise-present.html
             takehome-surprise-present.html certificate-surprise-present.html cards.html poster.html guide.html)
  if(NOT EXISTS ${WORK}/papers/${name})
    message(SEND_ERROR "${name} was not written")
  endif()
endforeach()
execute_process(COMMAND python3 ${ROOT}/tests/grownups/check_papers.py ${WORK}/papers/privacy.html ${WORK}/papers/helplines.html
  RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT code EQUAL 0)
  message(SEND_ERROR "${said}")
endif()
file(READ ${WORK}/home/.local/share/sango/kiosk.json settings)
if(NOT settings MATCHES "\n    \"pin\": \"[$]y[$][^\"]+\"," OR settings MATCHES "\"(2468|1234)\"")
  message(SEND_ERROR "the PIN is not in the settings as a hash")
endif()

# A file stands where the folder of papers should be; the school's own file of helplines has a mistake.
file(WRITE ${WORK}/papers-file "a file")
file(WRITE ${WORK}/store/helplines.json "{ \"format\": \"sango-helplines\", \"version\": 1, \"helplines\": [\n"
  "  { \"own\": true, \"name\": \"Ms Diallo\", \"number\": \"12 34\" },\n  { \"own\": true, \"name\": \"Nobody\", \"number\": \"call us\" }\n] }\n")
play(--store ${WORK}/store --papers ${WORK}/papers-file --input ${ROOT}/tests/replay/grown_ups_nowhere.txt)

play(--store ${WORK}/store --papers ${WORK}/papers --input ${ROOT}/tests/replay/grown_ups_delete.txt)
if(EXISTS ${WORK}/papers/privacy.html)
  message(SEND_ERROR "a paper is still there")
endif()
if(NOT EXISTS ${WORK}/papers/from-school.json OR NOT EXISTS ${WORK}/store/helplines.json)
  message(SEND_ERROR "a file that the game did not write is gone")
endif()

# Everything but the templates of papers.
file(MAKE_DIRECTORY ${WORK}/data/assets)
file(CREATE_LINK ${ROOT}/levels ${WORK}/data/levels SYMBOLIC)
foreach(name fonts sound themes helplines)
  file(CREATE_LINK ${ROOT}/assets/${name} ${WORK}/data/assets/${name} SYMBOLIC)
endforeach()
set(ENV{SANGO_ART} ${ROOT}/build/assets)
play(--no-store --data ${WORK}/data --papers ${WORK}/papers --input ${ROOT}/tests/replay/grown_ups_unmade.txt)
