# cmake -DSANGO=<program> -DROOT=<sources> -DART=<built art> -DWORK=<folder> -DCASE=<name> -P faults.cmake
# One thing of the game is broken; the game plays on to the end of its script, and says once, in
# the log and on the screen, which file is wrong. Each case is a function case_<name>.
set(data "${WORK}/data")
set(store "${WORK}/store")

function(fail message)
  message(FATAL_ERROR "${CASE}: ${message}")
endfunction()

cmake_policy(VERSION 3.25)

# --- the data folder: links to what is whole, copies of what is broken ------------------
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${data}/assets" "${data}/levels" "${data}/build/assets")
file(COPY "${ROOT}/levels/sango" DESTINATION "${data}/levels")
foreach(folder fonts sound themes print)
  file(CREATE_LINK "${ROOT}/assets/${folder}" "${data}/assets/${folder}" SYMBOLIC)
endforeach()
foreach(set 720 1080 1440)
  file(CREATE_LINK "${ART}/${set}" "${data}/build/assets/${set}" SYMBOLIC)
endforeach()

function(copy_folder folder source)
  file(REMOVE "${data}/${folder}")
  get_filename_component(parent "${data}/${folder}" DIRECTORY)
  file(COPY "${source}" DESTINATION "${parent}")
endfunction()

# Leaves the first `bytes` bytes of a file.
function(cut_file file bytes)
  execute_process(COMMAND dd "if=${file}" "of=${file}.cut" bs=1 count=${bytes} ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(RENAME "${file}.cut" "${file}")
endfunction()

function(edit_file file from to)
  file(READ "${file}" text)
  string(REPLACE "${from}" "${to}" edited "${text}")
  if(edited STREQUAL text)
    fail("${file} has no '${from}' to break")
  endif()
  file(WRITE "${file}" "${edited}")
endfunction()

# --- runs -------------------------------------------------------------------------------
set(new_player "choose Play\nchoose I am new here\nchoose That is me!\nchoose 7 to 9\nexpect Map of worlds\n")
set(first_story "maybe Sango's Home\nchoose The Ninja Phone\nwait 900\nauto 900\nexpect To take with you\nchoose To the map\nmaybe Not now\nexpect Map of worlds\n")
set(other_story "maybe Private Eye\nchoose The Surprise Present\nmaybe Not now\nwait 900\nauto 900\nexpect To take with you\nchoose To the map\nmaybe Not now\nexpect Map of worlds\n")
set(whole_game "${new_player}${first_story}")

# Plays; `log` is set to the lines of the log. `ARGN`: options, and what stands before the program.
function(play script log)
  cmake_parse_arguments(ARG "" "" "OPTIONS;BEFORE" ${ARGN})
  if(NOT ARG_OPTIONS)
    set(ARG_OPTIONS --no-store --size 320x180)
  endif()
  file(WRITE "${WORK}/script.txt" "wait 300\n${script}")
  execute_process(COMMAND ${ARG_BEFORE} "${SANGO}" --headless --data "${data}" --input "${WORK}/script.txt" ${ARG_OPTIONS}
    WORKING_DIRECTORY "${WORK}" OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    fail("the game ended with ${code}\n${err}")
  endif()
  if(NOT out MATCHES "== .*\n== ")
    fail("nothing was played\n${out}${err}")
  endif()
  string(REGEX REPLACE "libpng error: [^\n]*\n" "" err "${err}") # the library's own words
  set(${log} "${err}" PARENT_SCOPE)
endfunction()

# The log has these lines, in any order, and no other. Each is a regular expression.
function(expect_log log)
  string(REGEX REPLACE "[^\n]" "" lines "${log}") # a list would break at brackets
  string(LENGTH "${lines}" count)
  list(LENGTH ARGN wanted)
  if(NOT count EQUAL wanted)
    fail("${count} lines in the log, not ${wanted}:\n${log}")
  endif()
  foreach(pattern IN LISTS ARGN)
    if(NOT log MATCHES "${pattern}")
      fail("the log has no '${pattern}':\n${log}")
    endif()
  endforeach()
endfunction()

# --- levels and packs -------------------------------------------------------------------
function(case_level_cut)
  cut_file("${data}/levels/sango/prologue.yarn" 900)
  play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nexpect Oops, this story is stuck\ncontains prologue.yarn:\nchoose Back\n${other_story}" log)
  expect_log("${log}" "levels/sango/prologue.yarn:[0-9]+:[0-9]+: error: ")
endfunction()

function(case_level_syntax)
  edit_file("${data}/levels/sango/prologue.yarn" "<<place livingroom day>>\n<<music theme>>" "<<place livingroom day>>\n<<music theme")
  play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nexpect Oops, this story is stuck\ncontains prologue.yarn:6:\nchoose Back\n${other_story}" log)
  expect_log("${log}" "levels/sango/prologue.yarn:6:14: error: ")
endfunction()

function(case_level_empty)
  file(WRITE "${data}/levels/sango/prologue.yarn" "")
  play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nexpect Oops, this story is stuck\ncontains pack.json:20:\nchoose Back\n${other_story}" log)
  expect_log("${log}" "pack.json:[0-9]+:1: error: the start node" "the debrief node" "the notes node")
endfunction()

function(case_level_missing)
  edit_file("${data}/levels/sango/pack.json" "\"prologue.yarn\"" "\"gone.yarn\"")
  play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nexpect Oops, this story is stuck\ncontains gone.yarn\nchoose Back\n${other_story}" log)
  expect_log("${log}" "levels/sango/gone.yarn: error: ")
endfunction()

# A small level in the place of the prologue: its first page is `body`.
function(write_level body)
  file(WRITE "${data}/levels/sango/prologue.yarn" "title: PR_Start\n---\n${body}\n===\n"
    "title: PR_Debrief\ntags: debrief\n---\nIt went well. #moment:sango-happy #line:pr2\n===\n"
    "title: PR_Notes\ntags: notes\n---\nOne aim. #aim #line:pr3\n===\n")
endfunction()

set(is_stuck "maybe Sango's Home\nchoose The Ninja Phone\nwait 500\nexpect Oops, this story is stuck\n")

# What is wrong shows only while the story plays, some of it at its first event.
function(play_stuck body message)
  write_level("${body}")
  play("${new_player}${is_stuck}contains prologue.yarn:${message}\nchoose Back\n${other_story}" log)
  expect_log("${log}" "levels/sango/prologue.yarn:${message}")
endfunction()

function(case_level_fault_at_start)
  play_stuck("Sango: {1/0} #line:pr1" "3:1: a number is divided by zero")
endfunction()

function(case_level_ends_at_start)
  write_level("<<jump PR_Debrief>>")
  play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nwait 500\nauto 20\nchoose To the map\nmaybe Not now\n${other_story}" log)
  expect_log("${log}")
endfunction()

function(case_level_choice_without_words)
  play_stuck("-> {\"\"} #line:pr1\n-> Wait. #line:pr4" "3:4: this choice has no words")
endfunction()

function(case_level_commands_without_end)
  play_stuck("<<confetti>>\n<<jump PR_Start>>" "3:1: 1000 commands without a line or a choice")
endfunction()

function(case_level_jumps_without_end)
  play_stuck("<<jump PR_Start>>" "3:8: 100000 steps without a line")
endfunction()

function(case_level_detours_without_end)
  play_stuck("<<detour PR_Start>>" "3:10: more than 256 detours")
endfunction()

function(case_level_unknown_command)
  play_stuck("<<declare $what = \"dance\">>\n<<{$what} kofi>>" "4:1: there is no command 'dance'")
endfunction()

# What is named and not there: the story goes on without it, and its lines are told.
function(case_level_unknown_names)
  write_level("<<place moon>>\n<<enter bozo left happy>>\n<<enter sango left furious>>\nSango: Where are we? #line:pr1\n\
-> Home. #icon:spaceship #line:pr4\n    Sango: Good. #line:pr6\n-> Here. #line:pr5\n<<jump PR_Debrief>>")
  edit_file("${data}/levels/sango/prologue.yarn" "moment:sango-happy" "moment:sango-furious")
  play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nwait 500\ncontains prologue.yarn:3:\n${read_notice}auto 60\nchoose To the map\nmaybe Not now\n${other_story}" log)
  expect_log("${log}" "prologue.yarn:3:[0-9]+: there is no place 'moon day'" "prologue.yarn:4:[0-9]+: there is no actor 'bozo'"
    "prologue.yarn:5:[0-9]+: there is no face 'sango furious'" "prologue.yarn:7:[0-9]+: there is no icon 'spaceship'"
    "prologue.yarn:15:[0-9]+: there is no face 'sango furious'")
endfunction()

function(case_level_binary)
  file(COPY_FILE "${SANGO}" "${data}/levels/sango/prologue.yarn")
  cut_file("${data}/levels/sango/prologue.yarn" 100000)
  play("${new_player}${is_stuck}contains prologue.yarn:1:\nchoose Back\n${other_story}" log)
  string(REGEX MATCHALL "prologue.yarn:[0-9]+:[0-9]+: error: this byte" mistakes "${log}")
  list(LENGTH mistakes count)
  if(count LESS 1 OR count GREATER 4)
    fail("${count} mistakes:\n${log}")
  endif()
endfunction()

function(case_level_huge)
  execute_process(COMMAND dd if=/dev/zero "of=${data}/levels/sango/prologue.yarn" bs=1M seek=4096 count=0 ERROR_QUIET)
  play("${new_player}${is_stuck}contains prologue.yarn\nchoose Back\n${other_story}" log)
  expect_log("${log}" "levels/sango/prologue.yarn: error: .*larger than 1 MiB")
endfunction()

function(case_level_folder)
  file(REMOVE "${data}/levels/sango/prologue.yarn")
  file(MAKE_DIRECTORY "${data}/levels/sango/prologue.yarn")
  play("${new_player}${is_stuck}contains prologue.yarn\nchoose Back\n${other_story}" log)
  expect_log("${log}" "levels/sango/prologue.yarn: error: ")
endfunction()

# Files from another system are no mistake.
function(case_level_from_another_system)
  foreach(file prologue.yarn younger/surprise_present.yarn pack.json)
    execute_process(COMMAND python3 -c "import sys; p = sys.argv[1]; b = open(p, 'rb').read()
open(p, 'wb').write(b'\\xef\\xbb\\xbf' + b.replace(b'\\n', b'\\r\\n'))" "${data}/levels/sango/${file}" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  play("${whole_game}${other_story}" log)
  expect_log("${log}")
endfunction()

# The empty map has its own message.
set(is_empty "There is no story for this age")
set(no_story "${new_player}choose My album\nexpect My album\npress back\nexpect Map of worlds\n")

function(case_pack_json)
  edit_file("${data}/levels/sango/pack.json" "\"worlds\": [" "\"worlds\": ")
  play("contains pack.json:\n${no_story}" log)
  expect_log("${log}" "levels/sango/pack.json:[0-9]+:[0-9]+: error: " "${is_empty}")
endfunction()

# More mistakes than a screen holds: the log has them all.
function(case_pack_mistakes)
  edit_file("${data}/levels/sango/pack.json" "\"title\"" "\"titel\"")
  play("contains pack.json:\ncontains There is more in the log.\n${no_story}" log)
  string(REGEX MATCHALL "pack.json:[0-9]+:[0-9]+: error: " mistakes "${log}")
  list(LENGTH mistakes count)
  if(count LESS 5)
    fail("only ${count} mistakes:\n${log}")
  endif()
endfunction()

function(case_pack_missing)
  file(REMOVE "${data}/levels/sango/pack.json")
  play("contains pack.json\n${no_story}" log)
  expect_log("${log}" "levels/sango/pack.json: error: " "${is_empty}")
endfunction()

# --- pictures, fonts --------------------------------------------------------------------
set(read_notice "choose OK\nlacks For a grown-up\n")

function(case_picture_cut)
  copy_folder(build/assets/720 "${ART}/720")
  cut_file("${data}/build/assets/720/actor-sango-happy.png" 5000)
  play("contains actor-sango-happy.png\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/actor-sango-happy.png: the picture cannot be read")
endfunction()

function(case_picture_empty)
  copy_folder(build/assets/720 "${ART}/720")
  file(WRITE "${data}/build/assets/720/place-title-dawn-0back.png" "")
  play("contains place-title-dawn-0back.png\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/place-title-dawn-0back.png: the picture cannot be read")
endfunction()

function(case_picture_missing)
  copy_folder(build/assets/720 "${ART}/720")
  file(REMOVE "${data}/build/assets/720/ui.png")
  play("contains 720/ui.png\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/ui.png: the picture cannot be read")
endfunction()

# A whole head and nothing like a picture behind it: 60,000 pixels each way.
function(case_picture_far_too_large)
  copy_folder(build/assets/720 "${ART}/720")
  execute_process(COMMAND python3 -c "import struct, sys, zlib
def chunk(kind, data): return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
open(sys.argv[1], 'wb').write(b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 60000, 60000, 8, 6, 0, 0, 0))
  + chunk(b'IDAT', zlib.compress(bytes(1000))) + chunk(b'IEND', b''))" "${data}/build/assets/720/actor-sango-happy.png" COMMAND_ERROR_IS_FATAL ANY)
  play("contains actor-sango-happy.png\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/actor-sango-happy.png: the picture cannot be read: it is no PNG picture of a usable size")
endfunction()

function(case_picture_index_cut)
  copy_folder(build/assets/720 "${ART}/720")
  cut_file("${data}/build/assets/720/art.txt" 100)
  play("contains 720/art.txt:2:\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/art.txt:2: this line describes no picture")
endfunction()

function(case_picture_index_garbage)
  copy_folder(build/assets/720 "${ART}/720")
  file(WRITE "${data}/build/assets/720/art.txt" "")
  file(WRITE "${data}/build/assets/720/ui.txt" "ui/panel 72 20\nui/card 60 nan\nui/box wide\n")
  play("contains 720/art.txt\ncontains 720/ui.txt:2:\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/art.txt: the file is empty" "720/ui.txt:2: this line describes no picture")
endfunction()

function(case_actors_garbage)
  copy_folder(build/assets/720 "${ART}/720")
  edit_file("${data}/build/assets/720/actors.txt" " h=" " h=-")
  play("contains actors.txt:1:1\n${read_notice}${whole_game}" log)
  string(REGEX MATCHALL "actors.txt:[0-9]+:1: warning: " mistakes "${log}")
  list(LENGTH mistakes count)
  expect_log("${log}" ${mistakes})
  if(count LESS 8)
    fail("only ${count} mistakes:\n${log}")
  endif()
endfunction()

function(case_actors_empty)
  foreach(set 720 1080)
    copy_folder(build/assets/${set} "${ART}/${set}")
    file(WRITE "${data}/build/assets/${set}/actors.txt" "")
  endforeach()
  play("contains 720/actors.txt\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/actors.txt: there is none")
endfunction()

function(case_art_missing)
  file(REMOVE_RECURSE "${data}/build")
  play("contains 720/art.txt\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/art.txt: not found" "720/ui.txt: not found")
endfunction()

function(case_actors_missing)
  copy_folder(build/assets/720 "${ART}/720")
  copy_folder(build/assets/1080 "${ART}/1080")
  file(REMOVE "${data}/build/assets/720/actors.txt" "${data}/build/assets/1080/actors.txt")
  play("contains 720/actors.txt\n${read_notice}${whole_game}" log)
  expect_log("${log}" "720/actors.txt: there is none")
endfunction()

function(case_font_missing)
  copy_folder(assets/fonts "${ROOT}/assets/fonts")
  file(REMOVE "${data}/assets/fonts/Andika-Regular.ttf")
  play("contains Andika-Regular.ttf\n${read_notice}${whole_game}" log)
  expect_log("${log}" "Andika-Regular.ttf: the font cannot be read: not found")
endfunction()

function(case_font_corrupt)
  copy_folder(assets/fonts "${ROOT}/assets/fonts")
  file(WRITE "${data}/assets/fonts/Fredoka-SemiBold.ttf" "This is no font.")
  play("contains Fredoka-SemiBold.ttf\n${read_notice}${whole_game}" log)
  expect_log("${log}" "Fredoka-SemiBold.ttf: the font cannot be used")
endfunction()

function(case_font_empty)
  copy_folder(assets/fonts "${ROOT}/assets/fonts")
  file(WRITE "${data}/assets/fonts/Andika-Regular.ttf" "")
  play("contains Andika-Regular.ttf\n${read_notice}${whole_game}" log)
  expect_log("${log}" "Andika-Regular.ttf: the font cannot be read: the file is empty")
endfunction()

function(case_fonts_missing)
  file(REMOVE "${data}/assets/fonts")
  file(MAKE_DIRECTORY "${data}/assets/fonts")
  play("contains Andika-Regular.ttf\n${whole_game}" log)
endfunction()

function(case_theme_missing)
  copy_folder(assets/themes "${ROOT}/assets/themes")
  file(REMOVE "${data}/assets/themes/calm.json")
  play("contains calm.json\n${read_notice}${whole_game}" log)
  expect_log("${log}" "themes/calm.json: not found. this look is like day")
endfunction()

function(case_theme_corrupt)
  copy_folder(assets/themes "${ROOT}/assets/themes")
  edit_file("${data}/assets/themes/evening.json" "\"ink\": \"#FFF3DC\"" "\"ink\": \"cream\", \"inky\": 1")
  play("contains evening.json\n${read_notice}${whole_game}" log)
  expect_log("${log}" "evening.json:3:12: warning: 'ink' is a colour such as" "evening.json:3:29: warning: 'inky' is not used here. did you mean .ink.")
endfunction()

# --- saved games ------------------------------------------------------------------------
set(keep --store "${store}" --size 320x180)
# Sunny finishes the first story and stops in the middle of the other.
set(saves "${new_player}${first_story}maybe Private Eye\nchoose The Surprise Present\nmaybe Not now\nuntil Stop. 20\nexpect Stop. The rocket has no tip.\n")
set(finds_saves "choose Go on\nwait 900\nexpect Stop. The rocket has no tip.\npress back\nchoose Back to the map\n"
                "choose Play\nchoose Sunny\nexpect Map of worlds\nchoose My album\nexpect My album\ncontains First Rescue\n")
string(CONCAT finds_saves ${finds_saves})

function(sql statements)
  execute_process(COMMAND python3 -c "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()"
    "${store}/progress.db" "${statements}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(case_store_whole)
  play("${saves}" log OPTIONS ${keep})
  expect_log("${log}")
  play("${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

function(case_store_corrupt)
  play("${saves}" log OPTIONS ${keep})
  file(WRITE "${store}/progress.db" "These are the holiday pictures of somebody else, not a database of ours.")
  play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: damaged")
  file(READ "${store}/progress.db.broken" text)
  if(NOT text MATCHES "^These are the holiday pictures")
    fail("the damaged file was not kept")
  endif()
  play("choose Play\nchoose Sunny\nexpect Map of worlds\nlacks damaged\n" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# A page in the middle is overwritten: what can be mended by hand is still there.
function(case_store_torn)
  play("${saves}" log OPTIONS ${keep})
  execute_process(COMMAND dd if=/dev/urandom "of=${store}/progress.db" bs=1024 seek=2 count=6 conv=notrunc ERROR_QUIET)
  file(SHA256 "${store}/progress.db" torn)
  play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: damaged")
  file(SHA256 "${store}/progress.db.broken" kept)
  if(NOT kept STREQUAL torn)
    fail("the damaged file was changed")
  endif()
endfunction()

function(case_store_newer)
  play("${saves}" log OPTIONS ${keep})
  sql("PRAGMA user_version=99")
  play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: saved by a newer version")
  sql("PRAGMA user_version=3")
  play("${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# Emptied by something: that is no new game.
function(case_store_empty)
  play("${saves}" log OPTIONS ${keep})
  file(WRITE "${store}/progress.db" "")
  play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: damaged")
  play("choose Play\nchoose Sunny\nexpect Map of worlds\nlacks damaged\n" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# A table or a column is missing: the file is kept, and a child can play.
function(case_store_other_tables)
  foreach(change "DROP TABLE pair" "ALTER TABLE player DROP COLUMN avatar")
    file(REMOVE_RECURSE "${store}")
    play("${saves}" log OPTIONS ${keep})
    sql("${change}")
    play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep})
    expect_log("${log}" "store/progress.db: damaged")
    if(NOT EXISTS "${store}/progress.db.broken")
      fail("the damaged file was not kept")
    endif()
  endforeach()
endfunction()

# Another game on this computer has the players: this one says so, plays, and disturbs nothing.
function(case_store_in_use)
  play("${saves}" log OPTIONS ${keep})
  file(WRITE "${WORK}/hold.py" "import sqlite3, subprocess, sys\nc = sqlite3.connect(sys.argv[1])\n"
    "c.execute('PRAGMA locking_mode=EXCLUSIVE')\nc.execute('BEGIN IMMEDIATE')\nsys.exit(subprocess.call(sys.argv[2:]))\n")
  play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep} BEFORE python3 "${WORK}/hold.py" "${store}/progress.db")
  expect_log("${log}" "store/progress.db: cannot be used .another program is using it")
  play("${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# Values that nobody could have saved.
function(case_store_garbage)
  play("${saves}" log OPTIONS ${keep})
  sql("UPDATE player SET band=77, nickname=x'ff00', avatar='../x'; UPDATE result SET best_stars=-1, runs=-5; UPDATE deed SET deeds=-1; \
INSERT OR REPLACE INTO pair VALUES(1,'tools','../x  headband %s {a}'),(0,'last','99999999999/prologue')")
  play("lacks Go on\nchoose Play\nchoose Mystery player\nwait 100\nchoose 7 to 9\nexpect Map of worlds\ncontains progress.db\n${read_notice}\
choose My album\nchoose Tools\ncontains @ headband\nlacks ../x\npress back\n${first_story}" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: the band of a player is damaged" "store/progress.db: the stars of a level are damaged")
endfunction()

function(case_settings_garbage)
  play("${saves}" log OPTIONS ${keep})
  sql("INSERT OR REPLACE INTO pair VALUES(0,'set.music','loud'),(0,'set.text','-7')")
  play("contains set.music\ncontains set.text\n${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: the setting set.music is damaged" "store/progress.db: the setting set.text is damaged")
endfunction()

function(case_journal_garbage)
  play("${saves}" log OPTIONS ${keep})
  sql("UPDATE pair SET value='nonsense' WHERE key LIKE 'save.%'")
  play("choose Go on\nwait 900\ncontains The story begins again\nchoose OK\nauto 900\nexpect To take with you\n" log OPTIONS ${keep})
  expect_log("${log}" "store/progress.db: the saved place in the story .surprise-present. could not be read")
endfunction()

function(case_store_unwritable)
  file(WRITE "${WORK}/file" "not a folder")
  play("contains file/store/progress.db\n${read_notice}${whole_game}" log OPTIONS --store "${WORK}/file/store" --size 320x180)
  expect_log("${log}" "file/store/progress.db: cannot be used")
endfunction()

function(case_home_unset)
  play("contains HOME\n${read_notice}${whole_game}" log OPTIONS --size 320x180
    BEFORE env -u HOME -u XDG_DATA_HOME)
  expect_log("${log}" "HOME names no folder")
endfunction()

# No file may grow over 24 KiB: the disk is full when a few pages were turned.
function(case_disk_full)
  play("${saves}" log OPTIONS ${keep})
  play("choose Go on\nwait 900\nauto 900\ncontains could not be saved\nexpect To take with you\nchoose To the map\nmaybe Not now\nexpect Sango's Story\n"
    log OPTIONS ${keep} BEFORE sh -c "trap '' XFSZ && ulimit -f 48 && exec \"$@\"" sh)
  play("choose Play\nchoose Sunny\nexpect Map of worlds\nchoose My album\ncontains First Rescue\n" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# There is no room for a new player: they play all the same, and the others lose nothing.
function(case_disk_full_new_player)
  play("${saves}" log OPTIONS ${keep})
  play("${new_player}contains could not be saved\n${read_notice}${first_story}choose My album\ncontains First Rescue\n\
press back\npress back\nexpect Who plays?\nlacks could not\n"
    log OPTIONS ${keep} BEFORE sh -c "trap '' XFSZ && ulimit -f 8 && exec \"$@\"" sh)
  expect_log("${log}" "store/progress.db: a new player could not be saved")
  play("${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

function(case_disk_full_at_start)
  play("contains progress.db\n${read_notice}${whole_game}" log OPTIONS ${keep}
    BEFORE sh -c "trap '' XFSZ && ulimit -f 1 && exec \"$@\"" sh)
  expect_log("${log}" "store/progress.db: cannot be used")
  play("${saves}" log OPTIONS ${keep})
  play("${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# --- windows ----------------------------------------------------------------------------
foreach(size 64x64 320x180 3840x2160 500x2000 2000x300)
  function(case_size_${size})
    string(REPLACE "case_size_" "" size "${CMAKE_CURRENT_FUNCTION}")
    play("${new_player}maybe Sango's Home\nchoose The Ninja Phone\nwait 100\npress confirm\nwait 100\npress confirm\nwait 100\npress menu\nexpect Pause\nshot pause\nchoose Back to the map\nexpect Map of worlds\n" log
      OPTIONS --no-store --size ${size} --shots "${WORK}/shots")
    expect_log("${log}")
  endfunction()
endforeach()


# No place for the certificate, or no template: it is said, and nothing is lost.
set(make_certificate "choose My album\nchoose Certificate\nchoose Make it for printing\nwait 100\n")
function(case_papers_in_the_way)
  file(WRITE "${WORK}/papers" "in the way")
  play("${whole_game}${make_certificate}contains could not be written\npress back\ncontains First Rescue\n" log
    OPTIONS --no-store --size 320x180 --papers "${WORK}/papers")
  expect_log("${log}" "papers/certificate-.*: could not be written")
endfunction()

function(case_papers_without_a_template)
  file(REMOVE "${data}/assets/print")
  file(MAKE_DIRECTORY "${data}/assets/print")
  play("${whole_game}${make_certificate}contains could not be written\n" log OPTIONS --no-store --size 320x180 --papers "${WORK}/papers")
  expect_log("${log}" "assets/print/certificate.html: the page cannot be made: not found")
  if(EXISTS "${WORK}/papers/certificate-sunny-cat-94.html")
    fail("half a certificate was written")
  endif()
endfunction()

function(case_papers_nowhere)
  play("${whole_game}${make_certificate}contains there is no file to print\n" log)
  expect_log("${log}")
endfunction()

# --- lessons of a class -----------------------------------------------------------------
set(grown_ups "choose Grown-ups\nwait 700\nchoose 7 1 6 8\nwait 100\nchoose 3 9 5 8\nwait 100\n")
set(lessons "${grown_ups}choose Lessons\nwait 100\n")

# What cannot be read is a row like the others; it harms none of them, and can be deleted.
function(case_lesson_damaged)
  file(COPY "${ROOT}/tests/replay/grown_ups/from-school.json" DESTINATION "${WORK}/papers")
  set(here ${keep} --papers "${WORK}/papers")
  play("${lessons}choose From another\nwait 100\nchoose from-school.json\nwait 100\ncontains New here: 1.\n" log OPTIONS ${here})
  sql("INSERT INTO pair VALUES(0,'lesson.00000000000000000000000000000001','{\"format\":'),(0,'lesson.00000000000000000000000000000002',x'ff00')")
  play("${lessons}contains 2026-11-26\nchoose A lesson that cannot be read\nwait 100\ncontains It stays on this computer\ncontains this is not JSON\n\
choose Delete this\nwait 100\nchoose Delete\nwait 100\nchoose A lesson that cannot be read\nwait 100\ncontains this is not UTF-8\n\
choose Delete this\nwait 100\nchoose Delete\nwait 100\nlacks cannot be read\ncontains 2026-11-26\nchoose Report of all\nwait 100\ncontains report-all.html\n"
    log OPTIONS ${here})
  expect_log("${log}")
endfunction()

# --- a stand ----------------------------------------------------------------------------
set(stand "${ROOT}/tests/kiosk/play/own.json")
string(CONCAT staff "touch 20 20\ntouch 1900 20\ntouch 1900 1060\ntouch 20 1060\ntouch 20 20\nwait 300\n"
  "digit 2\ndigit 4\ndigit 6\ndigit 8\nchoose OK\nwait 300\n")
set(visit "press confirm\nwait 300\nchoose The Golden Kite\nwait 100\nchoose One plays\nwait 500\nauto 300\nwait 100\npress confirm\nwait 300\nchoose Done\nwait 300\n")

# The store cannot be opened: visitors play, and the people of the stand are not told that all is well.
function(case_stand_nowhere)
  file(CREATE_LINK "${ROOT}/levels/kiosk" "${data}/levels/kiosk" SYMBOLIC)
  file(WRITE "${WORK}/file" "not a folder")
  play("${visit}${staff}lacks All is well\ncontains only in memory\nchoose Self-test\nwait 200\ncontains Figures are saved: no\n" log
    OPTIONS --kiosk ${stand} --store "${WORK}/file/store" --size 320x180)
  expect_log("${log}" "file/store/progress.db: cannot be used")
endfunction()

# A full disk while visitors play: nothing of theirs stops, and what was counted before is there afterwards.
function(case_stand_disk_full)
  file(CREATE_LINK "${ROOT}/levels/kiosk" "${data}/levels/kiosk" SYMBOLIC)
  play("${visit}" log OPTIONS --kiosk ${stand} ${keep})
  expect_log("${log}")
  play("${visit}${visit}${staff}contains is the disk full\nchoose Figures\nwait 100\ncontains 3 / 3\n" log OPTIONS --kiosk ${stand} ${keep}
    BEFORE sh -c "trap '' XFSZ && ulimit -f 8 && exec \"$@\"" sh)
  expect_log("${log}" "store/progress.db: the figures cannot be saved now")
  play("${staff}contains All is well\nchoose Figures\nwait 100\ncontains 1 / 1\n" log OPTIONS --kiosk ${stand} ${keep})
  expect_log("${log}")
endfunction()

# A table of another version of the game, before there were figures.
function(case_stand_old_store)
  file(CREATE_LINK "${ROOT}/levels/kiosk" "${data}/levels/kiosk" SYMBOLIC)
  play("${saves}" log OPTIONS ${keep})
  sql("DROP TABLE figure; PRAGMA user_version=2")
  play("${visit}${staff}choose Figures\nwait 100\ncontains 1 / 1\n" log OPTIONS --kiosk ${stand} ${keep})
  expect_log("${log}")
  play("${finds_saves}" log OPTIONS ${keep})
  expect_log("${log}")
endfunction()

# Stories that cannot be played: the page says so, and the stand goes back to its beginning by itself.
function(case_stand_stories_broken)
  file(COPY "${ROOT}/levels/kiosk" DESTINATION "${data}/levels")
  file(GLOB stories "${data}/levels/kiosk/*.yarn")
  foreach(story IN LISTS stories)
    cut_file("${story}" 200)
  endforeach()
  play("press confirm\nwait 300\nchoose The Golden Kite\nwait 100\nchoose One plays\nwait 900\nexpect Oops\nwait 70000\nexpect Touch to start!\n${staff}"
    log OPTIONS --kiosk ${stand} --no-store --size 320x180)
  if(NOT log MATCHES "levels/kiosk/golden_kite.yarn:[0-9]+:[0-9]+: error: ")
    fail("the log does not name the story:\n${log}")
  endif()
endfunction()

cmake_language(CALL case_${CASE})
file(REMOVE_RECURSE "${WORK}")
