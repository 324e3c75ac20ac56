#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/kit/PersonCard.h"
#include "RegisterLookup.h"

namespace kuaiban::counter {

// The code tables these words come from.
QStringList personTables();

// What the left column says of a person: the card, and once it answered, the register. Numbers are masked.
struct PersonView
{
    QJsonObject party;
    RegisterLookup::Answer known;
    QString item; // the matter that is being taken, empty while none is chosen
    std::function<QString(const QString& item)> itemName;
    QDate today; // legal
};

PersonFacts personFacts(const PersonView& view, const CodeWords& words);
// What the clerk must look at before going on, the gravest first: dead, same matter under way, card out of date, old
// number, not in the register, typed, register out of reach.
QVector<Notice> personAlerts(const PersonView& view);

} // namespace kuaiban::counter
