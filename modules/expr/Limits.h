#pragma once

#include <QtGlobal>

namespace kuaiban::expr {

// Expressions come from the catalogue, which people edit: none may hang or exhaust the program that runs it.
struct Limits
{
    qsizetype length = 4000; // UTF-16 units of source
    int depth = 100;         // nesting of brackets, calls and operator chains
    qint64 steps = 100'000;  // visited nodes in one evaluation; long texts and lists cost one more for each 64 items
    qint64 weight = 200'000; // size of any value made while evaluating, see Value::weight()
};

} // namespace kuaiban::expr
