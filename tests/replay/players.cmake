# cmake -DSANGO=<program> -DROOT=<sources> -DWORK=<folder> -DCASE=<name> -P players.cmake
# The ways to play without a window. Each case is a function case_<name>.
cmake_policy(VERSION 3.25)
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
# What is not a display here must not be one on the machine of a developer.
foreach(name DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR SDL_VIDEODRIVER)
  unset(ENV{${name}})
endforeach()
string(REPEAT "1\n" 140 ones)
file(WRITE "${WORK}/answers" "\n\n9\n\n\n${ones}q\n") # 9: That is me!
file(WRITE "${WORK}/quit" "q\n")

# Plays; the exit code must be `wanted`, `out` and `err` are what was said.
function(play wanted input)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${WORK}" INPUT_FILE "${input}"
    OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE code)
  if(NOT code EQUAL wanted)
    message(FATAL_ERROR "${CASE}: the game ended with ${code}, not ${wanted}\n${out}${err}")
  endif()
  set(out "${out}" PARENT_SCOPE)
  set(err "${err}" PARENT_SCOPE)
endfunction()

function(expect text)
  foreach(pattern IN LISTS ARGN)
    if(NOT text MATCHES "${pattern}")
      message(FATAL_ERROR "${CASE}: '${pattern}' was not said:\n${text}")
    endif()
  endforeach()
endfunction()

set(game "${SANGO}" --no-store --data "${ROOT}")

# Numbers and Enter are enough for a whole story.
function(case_terminal)
  play(0 "${WORK}/answers" ${game} --text)
  expect("${out}" "Map of worlds|Who needs you today" "I'm a ninja phone" "[0-9] of 5 stars" "To take with you" "[0-9] of 3 stars")
  if(err)
    message(FATAL_ERROR "${err}")
  endif()
endfunction()

# What is on the phone of a story is said in words, too.
function(case_terminal_phone)
  play(0 "${WORK}/answers" ${game} --text --pack "${ROOT}/tests/replay/phone")
  expect("${out}" "Picture: a tower of blocks" "StarFox: is writing" "\\[Block\\]: pressed\n\\[Tell somebody\\]" "Hearts: 13"
    "Show where I am: on" "Show where I am: off" "The camera is covered" "40 percent seen" "4 of 5 stars" "From age 7" "Advert")
  if(err)
    message(FATAL_ERROR "${err}")
  endif()
endfunction()

# A grown-up who hears the screen holds a lesson: what is chosen is said, seven hands are one answer, and the numbers stay.
function(case_terminal_lesson)
  file(WRITE "${WORK}/lesson" "14\n16\n\n1x7\n2x2\n7\nq\n")
  play(0 "${WORK}/lesson" ${game} --text --lesson)
  expect("${out}" "7 to 9 years \\(chosen\\)" "13. 20 minutes \\(chosen\\)" "14. 40 minutes \\(chosen\\)"
    "1. It's a deal! \\(7 hands\\)" "2. Let's talk about it first. \\(2 hands\\)" "The class picked: A · Blue circle")
  if(out MATCHES "[3-6] hands")
    message(FATAL_ERROR "each hand was said:\n${out}")
  endif()
endfunction()

function(case_terminal_ends)
  play(0 /dev/null ${game} --text)
  expect("${out}" "1. Play  <- Enter")
endfunction()

function(case_no_display_but_a_terminal)
  set(ENV{SDL_VIDEODRIVER} nonexistent) # a bare console with a person would count as a display
  play(0 "${WORK}/quit" python3 -c "import pty, sys\nsys.exit(pty.spawn(sys.argv[1:]) >> 8)" ${game})
  expect("${out}" "There is no display here: the game goes on in this terminal" "1. Play  <- Enter")
  if(out MATCHES "For a grown-up")
    message(FATAL_ERROR "a terminal is nothing broken:\n${out}")
  endif()
endfunction()

function(case_no_display_no_terminal)
  play(0 /dev/null ${game})
  expect("${err}" "There is no display and no terminal here")
  expect("${out}" "To take with you" "[0-9] of 3 stars") # the score
  foreach(shot 01-title 02-nickname 03-map 04-level 05-end)
    if(NOT EXISTS "${WORK}/sango-shots/${shot}.png")
      message(FATAL_ERROR "there is no picture ${shot}")
    endif()
  endforeach()
endfunction()

# Nobody plays, so nobody is added to the players of this computer.
function(case_demo_keeps_nothing)
  play(0 /dev/null "${SANGO}" --data "${ROOT}" --store "${WORK}/store" --quiet --size 320x180)
  if(EXISTS "${WORK}/store")
    message(FATAL_ERROR "something was kept")
  endif()
endfunction()

# The level is played and the score is said where no picture can be kept.
function(case_no_place_for_pictures)
  file(WRITE "${WORK}/sango-shots" "in the way")
  play(0 /dev/null ${game})
  expect("${err}" "sango-shots: no folder for pictures can be made")
  expect("${out}" "To take with you" "[0-9] of 3 stars")
  play(1 /dev/null ${game} --input "${ROOT}/tests/replay/prologue.txt" --shots sango-shots) # asked for, so it counts
  expect("${err}" "sango-shots: no folder for pictures can be made")
endfunction()

function(case_script_mistakes)
  play(1 /dev/null ${game} --headless --input nowhere.txt)
  expect("${err}" "^sango: error: nowhere.txt: not found\n$")
  file(WRITE "${WORK}/script.txt" "wait 100\n\ndance\n")
  play(1 /dev/null ${game} --headless --input script.txt)
  expect("${err}" "^sango: error: script.txt:3: no such command: 'dance'\n$")
  play(2 /dev/null ${game} --size 0x0)
  expect("${err}" "^sango: not a size such as 1280x720: '0x0'")
endfunction()

# The same script gives the same pictures and words.
function(case_same_again)
  foreach(run 1 2)
    play(0 /dev/null ${game} --headless --size 640x360 --shots shots-${run})
    file(WRITE "${WORK}/said-${run}" "${out}")
  endforeach()
  foreach(file said-1 shots-1/01-title.png shots-1/03-map.png shots-1/04-level.png shots-1/05-end.png)
    string(REPLACE "-1" "-2" other "${file}")
    file(SHA256 "${WORK}/${file}" first)
    file(SHA256 "${WORK}/${other}" second)
    if(NOT first STREQUAL second)
      message(FATAL_ERROR "${file} and ${other} differ")
    endif()
  endforeach()
endfunction()

cmake_language(CALL case_${CASE})
file(REMOVE_RECURSE "${WORK}")
