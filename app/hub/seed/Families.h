#pragma once

#include "modules/base/Ids.h"
#include "modules/registry/PersonRecord.h"
#include "PeopleNames.h"
#include "Places.h"
#include "SyntheticNumbers.h"

namespace kuaiban::hub {

// Makes households: somebody of working age or older, often with a wife or husband, children still at home, sometimes a
// grandparent. Ages follow the cohorts of the last census, names and ethnic groups pass on to the children.
class Families
{
public:
    Families(
        const Places& places, SyntheticNumbers& numbers, PeopleNames& names, IdSource& ids, Dice& dice, QDate today);

    struct Head
    {
        QString village;
        QString ethnicity;
        QString name{}; // empty: by chance
    };
    struct Family
    {
        QList<registry::PersonRecord> members; // the head first, who also carries the household
        bool rural = false;
    };
    Family make(const Head& head);

private:
    struct Parent
    {
        registry::Person person;
        PeopleNames::Name name;
    };
    int headBirthYear();
    Parent someone(
        const Place& place, const QString& sex, const QString& ethnicity, int birthYear, const QString& inherited = {});
    std::optional<Parent> spouseOf(const Parent& head, const Place& place);
    QList<registry::Person> childrenOf(const Parent* father, const Parent* mother, const Place& place);
    void spoilWithRareCharacter(QString& name);
    void mayDie(registry::Person& person);
    QString educationOf(const registry::Person& person);

    const Places& m_places;
    SyntheticNumbers& m_numbers;
    PeopleNames& m_names;
    IdSource& m_ids;
    Dice& m_dice;
    QDate m_today;
};

} // namespace kuaiban::hub
