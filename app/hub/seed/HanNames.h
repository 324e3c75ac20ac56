#pragma once

#include "Dice.h"

namespace kuaiban::hub {

// Names of the Chinese pattern, surname first, put together from lists of our own: how often a surname occurs and which
// characters parents chose in which years. Any likeness to a living person is chance.
namespace hannames {

QString surname(Dice& dice); // one in about 150 has two characters
QString manchuSurname(Dice& dice);
QString koreanSurname(Dice& dice);
QString huiSurname(Dice& dice);

// One or two characters; `sex` "1" or "2".
QString givenName(const QString& sex, int birthYear, Dice& dice);
QString koreanGivenName(const QString& sex, Dice& dice);

// A character for names that GB 18030 writes in four bytes; all have a glyph in the fonts the program asks for.
QString rareCharacter(Dice& dice);

} // namespace hannames

} // namespace kuaiban::hub
