#pragma once

#include "Result.h"

namespace kuaiban {

// Money is integer fen everywhere. "1,638.00" for 163800.
QString formatYuan(qint64 fen);
// The amount in capitals as vouchers write it (票据法实施: 大写金额): "壹仟陆佰叁拾捌元整" for 163800, "负…" below
// zero.
QString capitalYuan(qint64 fen);
// Fen of "1638", "1638.5", "1,638.50" or "-3.20"; more than two decimals or other characters are `base.money`.
Result<qint64> parseYuan(const QString& text);

} // namespace kuaiban
