# The program for a browser: sango.js and sango.wasm, which the page of game/web/play starts.
function(sango_web_program target)
  set(library "${PROJECT_SOURCE_DIR}/game/web/library_sango.js")
  set_target_properties(${target} PROPERTIES LINK_DEPENDS "${library}")
  target_link_options(${target} PRIVATE
    "SHELL:--js-library ${library}"
    -sMODULARIZE=1 -sEXPORT_NAME=createSango -sENVIRONMENT=web
    -sDYNAMIC_EXECUTION=0                                # the page's CSP allows no eval
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=67108864
    -sFORCE_FILESYSTEM=1 -sEXPORTED_RUNTIME_METHODS=FS -sEXPORTED_FUNCTIONS=_main,_malloc,_free)
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.35)             # later ones get these from SDL itself
    target_link_options(${target} PRIVATE "-sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE=@${PROJECT_SOURCE_DIR}/game/cmake/emscripten_functions.json")
  endif()
endfunction()
