# How a room (one folder, one library) and its tests are declared, and the compiler settings they share.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(KUAIBAN_UNITY "Compile eight files of a room at a time: a full build in half the time, a single change in more" OFF)
option(KUAIBAN_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

add_library(kuaiban_settings INTERFACE)
target_compile_options(kuaiban_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Werror)
target_compile_definitions(kuaiban_settings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_MESSAGELOGCONTEXT _GLIBCXX_ASSERTIONS)
target_include_directories(kuaiban_settings INTERFACE ${CMAKE_SOURCE_DIR})
if(KUAIBAN_SANITIZE)
  target_compile_options(kuaiban_settings INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(kuaiban_settings INTERFACE -fsanitize=address,undefined)
endif()

# The compiler tidies up its memory by the size of the machine's; where that is small, it does so all the time.
add_compile_options(--param=ggc-min-heapsize=524288)

find_program(KUAIBAN_MOLD mold)
if(KUAIBAN_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(KUAIBAN_CCACHE ccache)
if(KUAIBAN_CCACHE)
  # ccache reuses objects built with a precompiled header only when told to overlook its time stamp and macros, and what
  # was built in another clone only when no path in it names that clone. A precompiled header fills the tenth of a
  # gigabyte, and all that was built with it is lost once it is thrown out: there has to be room. Comments count: GCC
  # knows a header behind #pragma once by its whole text, and meets one twice whose precompiled copy was made of the text
  # before its comments changed.
  set(KUAIBAN_CCACHE_SIZE 20G)
  if(DEFINED ENV{CCACHE_MAXSIZE})
    set(KUAIBAN_CCACHE_SIZE $ENV{CCACHE_MAXSIZE})
  endif()
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_MAXSIZE=${KUAIBAN_CCACHE_SIZE} CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_COMMENTS=1
    ${KUAIBAN_CCACHE})
  add_compile_options(-fpch-preprocess -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)
endif()

# Precompiled headers, one for all libraries and programs, one for all tests, one for the tests of the counter's windows:
# building one a room would cost more than it saves.
function(kuaiban_declare_shared_headers)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/shared_headers.cpp CONTENT "// carries a precompiled header\n")
  # Qt Test without its definitions, which name each test's folder: no precompiled header could be shared with them. Nor
  # can its own header be precompiled, for it asks which other parts of Qt a test uses.
  add_library(kuaiban_qttest INTERFACE)
  target_include_directories(kuaiban_qttest SYSTEM INTERFACE
    ${CMAKE_SOURCE_DIR}/tests/support/patience $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(kuaiban_qttest INTERFACE $<TARGET_FILE:Qt6::Test> Qt6::Core)
  foreach(target kuaiban_headers kuaiban_test_headers)
    add_library(${target} STATIC ${CMAKE_BINARY_DIR}/shared_headers.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${target} PUBLIC kuaiban_settings Qt6::Core)
    target_precompile_headers(${target} PRIVATE <QtCore/QtCore>)
  endforeach()
  target_compile_options(kuaiban_test_headers PRIVATE ${KUAIBAN_TEST_OPTIONS})
  target_precompile_headers(kuaiban_test_headers PRIVATE ${CMAKE_SOURCE_DIR}/modules/base/Result.h)
endfunction()

# A precompiled header for those tests that use `room`; USES names parts of Qt that all of them have.
function(kuaiban_declare_test_headers room)
  cmake_parse_arguments(H "" "" "HEADERS;USES" ${ARGN})
  add_library(${room}_test_headers STATIC ${CMAKE_BINARY_DIR}/shared_headers.cpp)
  set_target_properties(${room}_test_headers PROPERTIES AUTOMOC OFF)
  target_link_libraries(${room}_test_headers PRIVATE kuaiban_settings kuaiban_qttest ${H_USES})
  target_compile_options(${room}_test_headers PRIVATE ${KUAIBAN_TEST_OPTIONS})
  target_precompile_headers(${room}_test_headers PRIVATE <QtCore/QtCore> ${H_HEADERS})
endfunction()

# Files that include eight of `sources` each. CMake's own unity builds name every file by its whole path, so that what
# ccache keeps of them would serve one clone only. The sources' headers come along for AUTOMOC.
function(kuaiban_batches result target sources)
  set(files)
  set(includes)
  set(number 0)
  set(left ${sources})
  while(left)
    list(POP_FRONT left source)
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE room)
    string(APPEND includes "#include \"${room}/${source}\"\n")
    cmake_path(REPLACE_EXTENSION source h OUTPUT_VARIABLE header)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${header})
      list(APPEND files ${header})
    endif()
    math(EXPR number "${number} + 1")
    math(EXPR rest "${number} % 8")
    if(rest EQUAL 0 OR NOT left)
      set(batch ${CMAKE_CURRENT_BINARY_DIR}/${target}_to_${number}.cpp)
      file(CONFIGURE OUTPUT ${batch} CONTENT "${includes}" @ONLY)
      list(APPEND files ${batch})
      set(includes)
    endif()
  endwhile()
  set(${result} ${files} PARENT_SCOPE)
endfunction()

# kuaiban_room(<target> SOURCES … [USES <public targets> …] [PRIVATELY <targets> …])
function(kuaiban_room target)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATELY" ${ARGN})
  if(KUAIBAN_UNITY)
    kuaiban_batches(ROOM_SOURCES ${target} "${ROOM_SOURCES}")
  endif()
  add_library(${target} STATIC ${ROOM_SOURCES})
  target_link_libraries(${target} PUBLIC kuaiban_settings ${ROOM_USES} PRIVATE ${ROOM_PRIVATELY})
  target_precompile_headers(${target} REUSE_FROM kuaiban_headers)
endfunction()

# Optimising a test costs more time than running it once ever gives back.
set(KUAIBAN_TEST_OPTIONS -O0)

set(KUAIBAN_LEAK_OPTIONS "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")

# kuaiban_tests(<path of the room> TESTS <test_a test_b …> USES <targets> [LABELS …] [TIMEOUT n]
# [BOTH_ENGINES] [MOSTLY_WAITS]): one small binary a file, with BOTH_ENGINES run a second time on PostgreSQL. Tests that
# mostly wait (for a device that is slow, for a time that passes) take half a core, the others a whole one.
# The moc of its one class is called directly: scanning each binary as AUTOMOC does took a sixth of the whole build. It is
# told no folders of headers either: it would read all of Qt's for a class that only has slots.
function(kuaiban_tests room)
  cmake_parse_arguments(T "BOTH_ENGINES;MOSTLY_WAITS" "TIMEOUT" "TESTS;USES;LABELS" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 60)
  endif()
  math(EXPR patience "3 * ${T_TIMEOUT}") # a build server with other guests is that much slower at times
  set(half_cores 2)
  if(T_MOSTLY_WAITS)
    set(half_cores 1)
  endif()
  string(REPLACE "/" "." prefix ${room})
  foreach(test IN LISTS T_TESTS)
    set(target ${prefix}.${test})
    add_executable(${target} ${test}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${test}.moc
      COMMAND Qt6::moc ${CMAKE_CURRENT_SOURCE_DIR}/${test}.cpp -o ${CMAKE_CURRENT_BINARY_DIR}/${test}.moc
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${test}.cpp COMMENT "Generating ${test}.moc" VERBATIM)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${test}.moc)
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(${target} PRIVATE kuaiban_settings kuaiban_qttest kuaiban_support_places ${T_USES})
    target_compile_options(${target} PRIVATE ${KUAIBAN_TEST_OPTIONS})
    if(kuaiban_support_counter IN_LIST T_USES)
      target_precompile_headers(${target} REUSE_FROM kuaiban_support_counter_test_headers)
    else()
      target_precompile_headers(${target} REUSE_FROM kuaiban_test_headers)
    endif()
    add_test(NAME ${target} COMMAND ${target})
    set_tests_properties(${target} PROPERTIES TIMEOUT ${patience} LABELS "${T_LABELS}" PROCESSORS ${half_cores}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;UBSAN_OPTIONS=print_stacktrace=1;${KUAIBAN_LEAK_OPTIONS}")
    if(T_BOTH_ENGINES)
      add_test(NAME ${target}.postgres COMMAND ${target})
      set_tests_properties(${target}.postgres PROPERTIES TIMEOUT ${patience} LABELS "${T_LABELS};postgres" PROCESSORS 2
        ENVIRONMENT "KUAIBAN_ENGINE=postgres;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${KUAIBAN_LEAK_OPTIONS}")
    endif()
  endforeach()
endfunction()

# kuaiban_fuzz_tests(<path of the room> TESTS … USES …): 20,000 cases a parser in every run, a million in the long runs.
function(kuaiban_fuzz_tests room)
  cmake_parse_arguments(T "" "" "TESTS;USES" ${ARGN})
  kuaiban_tests(${room} TESTS ${T_TESTS} USES ${T_USES})
  string(REPLACE "/" "." prefix ${room})
  foreach(test IN LISTS T_TESTS)
    set(target ${prefix}.${test})
    add_test(NAME ${target}.soak COMMAND ${target})
    set_tests_properties(${target}.soak PROPERTIES LABELS soak TIMEOUT 3600
      ENVIRONMENT "KUAIBAN_FUZZ_CASES=1000000;QTEST_FUNCTION_TIMEOUT=3600000;LC_ALL=C.UTF-8;${KUAIBAN_LEAK_OPTIONS}")
  endforeach()
endfunction()
