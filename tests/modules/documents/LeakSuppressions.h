#pragma once

// Known leaks of Debian 12's libraries, looked up with the leak sanitizer and present in the smallest program that uses
// them: Cairo 1.16 forgets 96 bytes for each CFF font it embeds, Fontconfig one list per process. Read by the
// sanitizer's run time when it is linked in, by nobody otherwise. One inclusion a program.
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libcairo.so\nleak:libfontconfig.so\n";
}
