# cmake -DBUILD=<build tree> -P install.cmake
# Installs into a folder out of the checkout's reach, under another prefix than the one
# that was configured, and plays, holds a lesson with its papers, runs a stand and lints
# from somewhere else. What is missing from the installation is missed here.
set(temp "$ENV{TMPDIR}")
if(NOT temp)
  set(temp /tmp)
endif()
string(RANDOM LENGTH 12 name)
set(work "${temp}/sango-install-${name}")
set(tree "${work}/tree")

function(fail message)
  file(REMOVE_RECURSE "${work}")
  message(FATAL_ERROR "${message}")
endfunction()

execute_process(COMMAND ${CMAKE_COMMAND} --install "${BUILD}" --prefix "${tree}" OUTPUT_QUIET RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  fail("cmake --install: ${code}")
endif()
foreach(file bin/sango bin/sango-lint bin/sango-kit share/sango-story/assets/print/parts/page.css share/applications/sango.desktop share/doc/sango-story/LICENSE
             share/doc/sango-story/LICENSES/OFL-1.1.txt share/sango-story/levels/sango/pack.json
             share/sango-story/levels/kiosk/pack.json share/sango-story/assets/desktop/kiosk.json
             share/sango-story/assets/helplines/helplines.json share/sango-story/assets/built/paper/sango-happy.svg
             share/sango-story/assets/fonts/Andika-Regular.ttf share/sango-story/assets/sound/theme.ogg
             share/sango-story/assets/themes/contrast.json lib/systemd/system/sango-kiosk.service
             lib/sysusers.d/sango-kiosk.conf share/doc/sango-story/KIOSK.md share/doc/sango-story/LEVELS.md
             share/man/man6/sango.6.gz share/man/man1/sango-lint.1.gz share/man/man1/sango-kit.1.gz
             share/bash-completion/completions/sango share/metainfo)
  if(NOT EXISTS "${tree}/${file}")
    fail("not installed: ${file}")
  endif()
endforeach()
file(READ "${tree}/lib/systemd/system/sango-kiosk.service" unit)
string(FIND "${unit}" "-- ${tree}/bin/sango --kiosk /etc/sango/kiosk.json" at)
if(at EQUAL -1 OR unit MATCHES "@[A-Z_]+@")
  fail("the service does not start the game where it was installed:\n${unit}")
endif()
file(MAKE_DIRECTORY "${work}/elsewhere")
unset(ENV{SANGO_DATA})
unset(ENV{SANGO_ART})

function(play picture)
  execute_process(COMMAND "${tree}/bin/sango" --headless --quiet --shots shots ${ARGN}
    WORKING_DIRECTORY "${work}/elsewhere" TIMEOUT 100 OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE code)
  if(NOT code EQUAL 0 OR NOT EXISTS "${work}/elsewhere/shots/${picture}.png")
    fail("sango ${ARGN} ended with ${code}\n${out}")
  endif()
  if(out MATCHES "missing|no drawn art|cannot|not found")
    fail("sango ${ARGN} missed something:\n${out}")
  endif()
endfunction()

play(05-end --no-store)
file(WRITE "${work}/lesson.txt" "wait 500\nchoose Start\nwait 300\npress menu\nchoose End the lesson\nwait 300\n"
  "choose Report\nwait 100\nchoose Sheet for home\nwait 100\nshot lesson\n")
play(lesson --no-store --lesson --papers "${work}/papers" --input "${work}/lesson.txt")
file(WRITE "${work}/stand.txt" "wait 4500\npress confirm\nwait 300\nexpect Whom do you help?\npress confirm\nwait 300\nchoose One plays\n"
  "wait 2500\nauto 300\nwait 1500\nexpect To take with you\nshot stand\n")
play(stand --kiosk --store "${work}/store" --input "${work}/stand.txt")
file(GLOB papers "${work}/papers/*.html")
list(LENGTH papers count)
if(NOT count EQUAL 2)
  fail("a lesson wrote ${count} papers, not its report and the sheet for home")
endif()
foreach(paper IN LISTS papers)
  file(READ "${paper}" text)
  if(paper MATCHES "home" AND NOT text MATCHES "src=\"data:image/svg")
    fail("${paper} has no pictures")
  endif()
endforeach()
execute_process(COMMAND "${tree}/bin/sango-lint" check "${tree}/share/sango-story/levels/sango"
  WORKING_DIRECTORY "${work}/elsewhere" OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE code)
if(NOT code EQUAL 0 OR out MATCHES "were not checked")
  fail("sango-lint ended with ${code}\n${out}")
endif()
file(REMOVE_RECURSE "${work}")
