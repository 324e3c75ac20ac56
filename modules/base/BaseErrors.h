#pragma once

#include "Failure.h"

namespace kuaiban {

inline Error moneyMalformed()
{
    return failure("base.money", Origin::User);
}

inline Error jsonMalformed(const QString& detail)
{
    return failure("base.json", Origin::Data, detail);
}

// A JSON field is missing or of the wrong kind; `path` is dotted, as in "parties.applicant.name".
inline Error jsonField(const QString& path, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("base.json-field", Origin::Data, "%1: %2"_L1.arg(path, expected))
        .with(u"path"_s, path)
        .with(u"expected"_s, expected);
}

} // namespace kuaiban
