# How a room (one folder, one library) and its tests are declared, and the compiler settings they share.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

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

find_program(KUAIBAN_MOLD mold)
if(KUAIBAN_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(KUAIBAN_CCACHE ccache)
if(KUAIBAN_CCACHE)
  # ccache reuses objects built with a precompiled header only when told to overlook its time stamp and macros.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${KUAIBAN_CCACHE})
  add_compile_options(-fpch-preprocess)
endif()

# One precompiled header for all libraries, programs and tests: building one a room would cost more than it saves.
function(kuaiban_declare_shared_headers)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/shared_headers.cpp CONTENT "// carries the shared precompiled header\n")
  add_library(kuaiban_headers STATIC ${CMAKE_BINARY_DIR}/shared_headers.cpp)
  set_target_properties(kuaiban_headers PROPERTIES AUTOMOC OFF)
  target_link_libraries(kuaiban_headers PUBLIC kuaiban_settings Qt6::Core)
  target_precompile_headers(kuaiban_headers PRIVATE <QtCore/QtCore>)
endfunction()

# kuaiban_room(<target> SOURCES … [USES <public targets> …] [PRIVATELY <targets> …])
function(kuaiban_room target)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATELY" ${ARGN})
  add_library(${target} STATIC ${ROOM_SOURCES})
  target_link_libraries(${target} PUBLIC kuaiban_settings ${ROOM_USES} PRIVATE ${ROOM_PRIVATELY})
  target_precompile_headers(${target} REUSE_FROM kuaiban_headers)
endfunction()

# kuaiban_tests(<path of the room> TESTS <test_a test_b …> USES <targets> [LABELS …] [TIMEOUT n]): one small binary a file.
function(kuaiban_tests room)
  cmake_parse_arguments(T "" "TIMEOUT" "TESTS;USES;LABELS" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 60)
  endif()
  string(REPLACE "/" "." prefix ${room})
  foreach(test IN LISTS T_TESTS)
    set(target ${prefix}.${test})
    add_executable(${target} ${test}.cpp)
    target_link_libraries(${target} PRIVATE kuaiban_settings Qt6::Test ${T_USES})
    target_precompile_headers(${target} REUSE_FROM kuaiban_headers)
    target_compile_definitions(${target} PRIVATE
      KUAIBAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" KUAIBAN_BINARY_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${target} COMMAND ${target})
    set_tests_properties(${target} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}"
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;UBSAN_OPTIONS=print_stacktrace=1")
  endforeach()
endfunction()
