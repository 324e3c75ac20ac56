#pragma once

#include <QList>
#include <QString>

namespace kuaiban::registry {

// The column by which persons are looked up.
enum class PersonKey { IdNo, Name, GivenName, Initials, Phone, CardNo, BankAccount };

// One reading of what was typed.
struct PersonQuery
{
    PersonKey key;
    QString text; // what the column begins with; for cards and accounts the whole number
    friend bool operator==(const PersonQuery&, const PersonQuery&) = default;
};

// Recognises by its form what somebody typed into the search line; the readings in the order in which they are to be
// tried until one finds somebody. Empty when the text is too short to look for (under three digits or letters of a
// number, no letter at all).
//   15 or 18 characters of an identity number or its beginning · Chinese characters: name, then given name · letters:
//   pinyin initials · 11 digits from 13: phone · nine letters or digits: card number · 16 to 19 digits: bank account
QList<PersonQuery> recognise(const QString& typed);

} // namespace kuaiban::registry
