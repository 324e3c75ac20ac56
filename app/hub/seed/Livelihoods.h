#pragma once

#include "modules/base/Ids.h"
#include "modules/registry/PersonRecord.h"
#include "modules/registry/Unit.h"
#include "SyntheticNumbers.h"

namespace kuaiban::hub {

// What people live by: work, insured kinds with months that fit their age, ended contracts, pensions.
class Livelihoods
{
public:
    Livelihoods(const QList<registry::Unit>& units, IdSource& ids, Dice& dice, QDate today);

    // Something likely for the person's age and home.
    void live(registry::PersonRecord& record, bool rural);

    // The same by order. All dates must fit the person's age; `record` has no insured kinds yet.
    void employ(registry::PersonRecord& record, const registry::Unit& unit, QDate firstOn);
    void dismiss(registry::PersonRecord& record, const registry::Unit& unit, QDate firstOn, QDate endedOn,
        const QString& reason, qint64 months);
    void retire(registry::PersonRecord& record, QDate firstOn, QDate retiredOn);

private:
    struct Insured
    {
        QDate firstOn;
        QDate since;
        QDate until{};
        QString state;
        QString reason{};
        QString insuredAs;
        QString unit{};
        qint64 months = 0;
        qint64 baseFen = 0;
    };
    static void insure(registry::PersonRecord& record, const QStringList& kinds, const Insured& how);
    void settle(registry::PersonRecord& record, int age, bool rural);
    void leaveWork(registry::PersonRecord& record, bool rural);
    void workOrNot(registry::PersonRecord& record, bool rural);
    void freelance(registry::PersonRecord& record);
    void asResident(registry::PersonRecord& record, bool rural);
    void loseWork(registry::PersonRecord& record);
    void end(registry::PersonRecord& record) const;
    const registry::Unit& employerNear(const QString& area, bool publicService);
    QDate firstWorkDay(const registry::Person& person);
    qint64 base();
    qint64 monthsPaid(QDate first, QDate last);

    const QList<registry::Unit>& m_units;
    QHash<QString, QList<qsizetype>> m_enterprises; // by city
    QHash<QString, QList<qsizetype>> m_institutions;
    IdSource& m_ids;
    Dice& m_dice;
    QDate m_today;
};

// Months from the one in which `first` lies to that of `last`, both counted; 0 when last is earlier.
qint64 monthsFrom(QDate first, QDate last);

int ageOn(QDate birth, QDate day);

} // namespace kuaiban::hub
