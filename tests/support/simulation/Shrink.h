#pragma once

#include "Script.h"

#include <functional>

namespace kuaiban::test {

// A script that still fails and loses no line without coming right: pieces are taken out, halves first, then ever
// smaller ones. `fails` runs a script from the beginning, at most `runs` times.
Script shrunk(Script script, const std::function<bool(const Script&)>& fails, int runs = 400);

} // namespace kuaiban::test
