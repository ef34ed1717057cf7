# cmake -DBUILD=<build tree> -P install.cmake
# Installs into a folder out of the checkout's reach, under another prefix than the one
# that was configured, and plays and lints from somewhere else. What is missing from the
# installation is missed here.
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
             share/sango-story/assets/fonts/Andika-Regular.ttf share/sango-story/assets/sound/theme.ogg
             share/sango-story/assets/themes/contrast.json lib/systemd/system/sango-kiosk.service
             lib/sysusers.d/sango-kiosk.conf share/doc/sango-story/KIOSK.md)
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

execute_process(COMMAND "${tree}/bin/sango" --headless --no-store --quiet --shots shots
  WORKING_DIRECTORY "${work}/elsewhere" TIMEOUT 100 OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE code)
if(NOT code EQUAL 0 OR NOT EXISTS "${work}/elsewhere/shots/05-end.png")
  fail("sango ended with ${code}\n${out}")
endif()
if(out MATCHES "missing|no drawn art|cannot|not found")
  fail("sango missed something:\n${out}")
endif()
execute_process(COMMAND "${tree}/bin/sango-lint" check "${tree}/share/sango-story/levels/sango"
  WORKING_DIRECTORY "${work}/elsewhere" OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE code)
if(NOT code EQUAL 0 OR out MATCHES "were not checked")
  fail("sango-lint ended with ${code}\n${out}")
endif()
file(REMOVE_RECURSE "${work}")
