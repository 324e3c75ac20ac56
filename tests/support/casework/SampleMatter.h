#pragma once

#include "modules/catalogue/Definitions.h"

#include <QJsonObject>

namespace kuaiban::test {

// A citizen number with the right check character for 17 digits. Synthetic people only.
QString citizenId(const QString& digits17);

// A party of a case as the counter writes it: name, citizen number, read from a card.
QJsonObject party(
    const QString& name = QStringLiteral("张𠮷秀"), const QString& digits17 = QStringLiteral("21060319800101002"));

// A service item that uses what the free intake does not: required, alternative and conditional materials, a table, a
// derived and a protected field, a code, and a flow with two checks. "sample-matter" in the table of items.
QJsonObject sampleMatter();
catalogue::Definition sampleMatterDefinition();

// The same matter, of which a person may have only one open: "unique-matter".
catalogue::Definition uniqueMatterDefinition();

// Values that fit the form of the sample matter, and of the free intake.
QJsonObject sampleMatterValues();
QJsonObject freeIntakeValues();

} // namespace kuaiban::test
