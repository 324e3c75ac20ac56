#pragma once

#include "SourceTree.h"

namespace kuaiban::tree::house {

// The rules of the house that a program can see. Each function lists what breaks one of them.

Findings longFiles(const SourceTree& tree);     // no file of code over 400 lines
Findings roomSentences(const SourceTree& tree); // a room's CMakeLists.txt opens with what the room is for
Findings unfinished(const SourceTree& tree);    // no reminders of work left to do
Findings eventLoops(const SourceTree& tree);    // nothing waits by running events, sleeping, or in a modal dialog
Findings connections(const SourceTree& tree);   // connect, singleShot and then name whom the lambda belongs to
Findings sqlInPages(const SourceTree& tree);    // no SQL in app/counter
Findings sourceTexts(const SourceTree& tree);   // tr() takes English
Findings machinePaths(const SourceTree& tree);  // nothing that is true on one machine only, no package registries

} // namespace kuaiban::tree::house
