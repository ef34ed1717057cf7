# One call declares a module: its sources, its public headers and the modules it
# may use. The same DEPENDS list drives the linker and the include-layer check.

add_library(sango_options INTERFACE)
target_compile_features(sango_options INTERFACE c_std_17)
target_compile_options(sango_options INTERFACE
  $<$<C_COMPILER_ID:GNU,Clang,AppleClang>:
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
    -Wmissing-prototypes -Wold-style-definition -Wformat=2 -Wundef -Wvla
    -Wwrite-strings -Wcast-qual -Wswitch-enum -Wdouble-promotion
    -Wimplicit-fallthrough -ffp-contract=off -fvisibility=hidden>
  $<$<C_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<C_COMPILER_ID:MSVC>:/W4 /utf-8>)
if(MINGW)
  # printf() and its kind as C has them, not as an old Windows did; Windows 7 and newer.
  target_compile_definitions(sango_options INTERFACE __USE_MINGW_ANSI_STDIO=1 _WIN32_WINNT=0x0601)
endif()
if(SANGO_SANITIZE)
  set(_san -fsanitize=${SANGO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)  # tests take half as long again without it
  target_compile_options(sango_options INTERFACE ${_san})
  target_link_options(sango_options INTERFACE ${_san})
endif()
if(SANGO_COVERAGE)
  target_compile_options(sango_options INTERFACE --coverage -O0)
  target_link_options(sango_options INTERFACE --coverage)
endif()
if(SANGO_FUZZ)
  target_compile_options(sango_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_COMPILE_WARNING_AS_ERROR ${SANGO_WERROR})

set_property(GLOBAL PROPERTY SANGO_LAYERS "")

# sango_add_module(<name> SOURCES ... [HEADERS ...] [DEPENDS mod ...] [EXTERNAL lib ...])
function(sango_add_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;DEPENDS;EXTERNAL" ${ARGN})
  set(target sango_${name})
  list(TRANSFORM ARG_HEADERS PREPEND "${PROJECT_SOURCE_DIR}/include/sango/")
  list(TRANSFORM ARG_DEPENDS PREPEND "sango::" OUTPUT_VARIABLE linked)
  if(ARG_SOURCES)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_sources(${target} PUBLIC FILE_SET HEADERS
      BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${ARG_HEADERS})
    target_link_libraries(${target} PUBLIC ${linked} PRIVATE ${ARG_EXTERNAL} sango_options m)
  else()                                           # an interface: headers only
    add_library(${target} INTERFACE)
    if(ARG_HEADERS)
      target_sources(${target} INTERFACE FILE_SET HEADERS
        BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${ARG_HEADERS})
    endif()
    target_link_libraries(${target} INTERFACE ${linked})
  endif()
  add_library(sango::${name} ALIAS ${target})
  file(RELATIVE_PATH dir "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE ";" "," deps "${ARG_DEPENDS}")
  set_property(GLOBAL APPEND PROPERTY SANGO_LAYERS "${dir}|${name}|${deps}")
endfunction()

# sango_add_test(<module.subject> SOURCES ... DEPENDS mod ... [LABELS ...])
function(sango_add_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LABELS" ${ARGN})
  string(REPLACE "." "_" target "test_${name}")
  add_executable(${target} ${ARG_SOURCES})
  list(TRANSFORM ARG_DEPENDS PREPEND "sango::")
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support"
                                               "${PROJECT_SOURCE_DIR}/game")
  target_link_libraries(${target} PRIVATE ${ARG_DEPENDS} sango_options m)
  add_test(NAME ${name} COMMAND ${target} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}/tests")
  string(REGEX REPLACE "\\..*" "" module "${name}")
  set_tests_properties(${name} PROPERTIES LABELS "${module};${ARG_LABELS}")
endfunction()

# sango_add_fuzzer(<name> SOURCE file [DICT word] DEPENDS mod ...): a libFuzzer program where
# SANGO_FUZZ is on; everywhere else a plain program that replays the stored corpus.
function(sango_add_fuzzer name)
  cmake_parse_arguments(ARG "" "SOURCE;DICT" "DEPENDS" ${ARGN})
  add_executable(fuzz_${name} ${ARG_SOURCE})
  target_include_directories(fuzz_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support")
  list(TRANSFORM ARG_DEPENDS PREPEND "sango::")
  target_link_libraries(fuzz_${name} PRIVATE ${ARG_DEPENDS} sango_options)
  set(corpus "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name}")
  if(SANGO_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    set(found "${CMAKE_CURRENT_BINARY_DIR}/found_${name}")   # libFuzzer writes into its first folder:
    file(MAKE_DIRECTORY "${found}")                          # never let that be the stored corpus
    set(words "")
    if(EXISTS "${PROJECT_SOURCE_DIR}/tests/fuzz/${ARG_DICT}.dict")
      set(words "-dict=${PROJECT_SOURCE_DIR}/tests/fuzz/${ARG_DICT}.dict")
    endif()
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} -max_total_time=${SANGO_FUZZ_SECONDS} -print_final_stats=1
      ${words} -artifact_prefix=${found}/ "${found}" "${corpus}")
  else()
    target_sources(fuzz_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.c")
    file(GLOB inputs CONFIGURE_DEPENDS "${corpus}/*")
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${inputs})
  endif()
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz)
endfunction()

# Writes the declared layers for check_layers.cmake. Call once, after all modules.
function(sango_write_layers)
  get_property(layers GLOBAL PROPERTY SANGO_LAYERS)
  list(JOIN layers "\n" text)
  file(WRITE "${PROJECT_BINARY_DIR}/layers.txt" "${text}\n")
endfunction()
