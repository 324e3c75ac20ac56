#pragma once

#include "CodeTable.h"

#include "modules/base/Result.h"

#include <QJsonObject>

namespace kuaiban::codes {

// The `kind` by which a code table among other JSON files is known.
inline constexpr QLatin1StringView CodeTableKind{"code-table"};

// Reads a table as the hub ships it:
//   {"kind":"code-table", "id":"AAE140", "name":"险种类型", "standard":"LD/T 92", "revision":1,
//    "entries":[{"code":"110", "text":"职工基本养老保险", "short":"职工养老",
//                "note":"…", "group":"…", "check":"citizen-id", "aliases":["…"], "retired":true}]}
// Errors: `codes.table` names the file (as given), the place ("entries[3].code") and the rule that is broken.
Result<CodeTable> parseCodeTable(const QJsonObject& object, const QString& file = {});

} // namespace kuaiban::codes
