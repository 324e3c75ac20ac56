#pragma once

#include "modules/base/Json.h"
#include "tests/support/places/Places.h"

#include <QFile>

namespace kuaiban::test {

// The invented persons of the demo script, by name: "wang-guilan", "ivanov" …
inline QJsonObject demoPerson(const QString& name)
{
    using namespace Qt::StringLiterals;
    QFile file(test::inSource(u"resources/simulator/idcard-demo.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto script = parseObject(file.readAll()).value_or(QJsonObject());
    return script.value("persons"_L1).toObject().value(name).toObject();
}

} // namespace kuaiban::test
