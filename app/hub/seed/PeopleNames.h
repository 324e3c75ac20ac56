#pragma once

#include "Dice.h"

namespace kuaiban::hub {

// The name of somebody, as their people write names in Chinese characters: two to fifteen characters, with · between
// the parts where the identity card has one.
class PeopleNames
{
public:
    explicit PeopleNames(Dice& dice)
        : m_dice(dice)
    {}

    struct Name
    {
        QString full;
        // What the man's children carry: his surname, or his own name where theirs stands before their father's.
        QString forChildren;
    };
    // `inherited` is the father's `forChildren`; empty for somebody whose father is not in the register.
    Name make(const QString& ethnicity, const QString& sex, int birthYear, const QString& inherited = {});
    // A man's name in two or three parts of exactly that many characters, 5 to 15, the · counted.
    QString ofLength(int characters);

private:
    using List = std::span<const char16_t* const>;

    Name withSurname(const QString& surname, const QString& given) { return {surname + given, surname}; }
    QString pick(List list);
    QString russian(const QString& sex);

    Dice& m_dice;
};

} // namespace kuaiban::hub
