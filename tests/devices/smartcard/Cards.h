#pragma once

#include "devices/smartcard/SimulatedTerminal.h"
#include "devices/smartcard/SscReader.h"
#include "modules/base/Clock.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

// An invented holder, as scripts of simulated cards tell it.
inline QJsonObject cardOf(const QString& spec, const QJsonObject& more = {})
{
    QJsonObject card{{"spec_version"_L1, spec}, {"card_id"_L1, "210600D156000005000000000000B001"_L1},
        {"card_no"_L1, "D01234567"_L1}, {"issued"_L1, "2020-03-15"_L1}, {"expires"_L1, "2030-03-15"_L1},
        {"ssn"_L1, "210603196603120027"_L1}, {"name"_L1, "王桂兰"_L1}, {"sex_code"_L1, 2}, {"ethnicity_code"_L1, 11},
        {"birth_place"_L1, "210603"_L1}, {"birth"_L1, "1966-03-12"_L1}, {"bank_card_no"_L1, "6217000000000010017"_L1},
        {"pin"_L1, "123456"_L1}, {"readers_key"_L1, "00112233445566778899AABBCCDDEEFF"_L1}};
    card["name"_L1] = u"王桂兰"_s;
    for (auto it = more.begin(); it != more.end(); ++it)
        card.insert(it.key(), it.value());
    return card;
}

// A reader that follows a script.
inline std::unique_ptr<devices::SscReader> simulatedReader(
    const QJsonObject& script, const Clock& clock, const QString& reader = {})
{
    auto read = devices::readSmartCardScript(script, u"test"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return std::make_unique<devices::SscReader>(
        std::make_unique<devices::SimulatedTerminal>(*std::move(read), clock), reader);
}

// One in which a card already lies.
inline std::unique_ptr<devices::SscReader> readerWith(const QJsonObject& card, const Clock& clock)
{
    auto reader = simulatedReader(
        {{"cards"_L1, QJsonObject{{"card"_L1, card}}}, {"steps"_L1, QJsonArray{QJsonObject{{"insert"_L1, "card"_L1}}}}},
        clock);
    if (!reader->open({}))
        qFatal("a simulated reader opens");
    return reader;
}

} // namespace kuaiban::test
