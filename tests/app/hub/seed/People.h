#pragma once

#include "app/hub/seed/SyntheticPopulation.h"
#include "Areas.h"
#include "modules/base/Json.h"
#include "tests/support/places/Places.h"

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

// Of one script of the ID-card simulator, or of all.
inline QJsonObject simulatorPeople(const QStringList& scripts = {QStringLiteral("idcard-demo"),
                                       QStringLiteral("idcard-retiring"), QStringLiteral("idcard-unemployed")})
{
    QJsonObject people;
    for (const auto& script : scripts) {
        QFile file(test::inSource(u"resources/simulator/%1.json").arg(script));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the simulator's script is missing");
        const auto persons = parseObject(file.readAll()).value().value(QLatin1StringView("persons")).toObject();
        for (auto person = persons.begin(); person != persons.end(); ++person)
            people.insert(person.key(), person.value());
    }
    return people;
}

} // namespace kuaiban::test
