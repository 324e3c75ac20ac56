#pragma once

namespace kuaiban::expr {

// Where something stands in the source of an expression; both count from 1, the column in code points.
struct SourcePosition
{
    int line = 1;
    int column = 1;
};

} // namespace kuaiban::expr
