#pragma once

#include "app/hub/seed/SyntheticPopulation.h"
#include "Areas.h"
#include "modules/base/Json.h"

namespace kuaiban::test {

inline const QDate Today(2026, 11, 21);
inline constexpr int ManyPeople = 20'000;

inline QList<registry::PersonRecord> people(const hub::SyntheticPopulation::Order& order)
{
    auto population = hub::SyntheticPopulation::make(shippedAreas(), order);
    if (!population)
        qFatal("no population");
    QList<registry::PersonRecord> all;
    for (auto next = (*population)->next(); !next.isEmpty(); next = (*population)->next())
        all += next;
    return all;
}

inline QJsonObject simulatorPeople()
{
    QFile file(QStringLiteral(KUAIBAN_SOURCE_DIR "/resources/simulator/idcard-demo.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the simulator's script is missing");
    return parseObject(file.readAll()).value().value(QLatin1StringView("persons")).toObject();
}

} // namespace kuaiban::test
