#pragma once

#include "modules/registry/Persons.h"
#include "modules/registry/RegistrySchema.h"
#include "modules/registry/Units.h"
#include "tests/support/store/TestDatabase.h"

namespace kuaiban::test {

// An empty register in memory.
inline std::unique_ptr<store::Connection> emptyRegister()
{
    auto opened = testDatabase();
    if (!opened || !store::migrate(**opened, {registry::registrySchema()}))
        qFatal("no register in memory");
    return std::move(*opened);
}

// Ids that sort by their number.
inline QString sampleId(int number)
{
    return QStringLiteral("019aa000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

inline registry::Person samplePerson(int number, const QString& name, const QString& idNo)
{
    registry::Person person;
    person.id = sampleId(number);
    person.idNo = idNo;
    person.name = name;
    person.sex = QStringLiteral("1");
    person.ethnicity = QStringLiteral("01");
    person.birth = QDate::fromString(idNo.mid(6, 8), QStringLiteral("yyyyMMdd"));
    person.address = QStringLiteral("辽宁省丹东市振兴区永昌街道示范路1号");
    person.area = QStringLiteral("210603001001");
    person.householdKind = QStringLiteral("10");
    person.education = QStringLiteral("31");
    person.marital = QStringLiteral("1");
    person.employment = QStringLiteral("10");
    return person;
}

inline registry::Unit sampleUnit(int number, const QString& name, const QString& tradeName, const QString& creditCode)
{
    registry::Unit unit;
    unit.id = sampleId(number);
    unit.creditCode = creditCode;
    unit.name = name;
    unit.tradeName = tradeName;
    unit.kind = QStringLiteral("10");
    unit.economy = QStringLiteral("150");
    unit.area = QStringLiteral("210603001");
    unit.address = QStringLiteral("辽宁省丹东市振兴区示范路2号");
    unit.phone = QStringLiteral("14012345678");
    unit.legalPerson = QStringLiteral("王法人");
    unit.registeredOn = QDate(2015, 3, 1);
    return unit;
}

inline registry::Card sampleCard(const QString& person, const QString& cardNo)
{
    return {person, cardNo, QStringLiteral("21060300000000000000000000000001"), QStringLiteral("40"),
        QStringLiteral("示范银行"), QStringLiteral("6217990000000000121"), QStringLiteral("1"), QDate(2020, 5, 6),
        QDate(2030, 5, 6), 0};
}

inline registry::Insurance sampleInsurance(const QString& person, const QString& kind, const QString& unit)
{
    registry::Insurance insurance;
    insurance.person = person;
    insurance.kind = kind;
    insurance.state = QStringLiteral("2");
    insurance.insuredAs = QStringLiteral("10");
    insurance.unit = unit;
    insurance.firstOn = QDate(2016, 4, 1);
    insurance.since = QDate(2018, 2, 1);
    insurance.until = QDate(2026, 9, 30);
    insurance.reason = QStringLiteral("6301");
    insurance.months = 126;
    insurance.baseFen = 512'300;
    return insurance;
}

inline registry::TerminationReport sampleTermination(
    int number, const QString& person, const QString& unit, QDate endedOn)
{
    return {sampleId(number), person, unit, QStringLiteral("24"), endedOn, endedOn.addDays(7), 0, {}};
}

// Passes everything on and keeps how the engine answers each query: the lines of EXPLAIN QUERY PLAN.
class PlanRecorder final : public store::Connection
{
public:
    explicit PlanRecorder(store::Connection& inner)
        : m_inner(inner)
    {}

    QStringList plan; // of all queries run since it was last cleared

    store::Dialect dialect() const override { return m_inner.dialect(); }
    qint64 statementCount() const override { return m_inner.statementCount(); }
    Result<qint64> run(QByteArrayView sql, const store::Values& values, const store::RowHandler& onRow) override
    {
        if (sql.startsWith("SELECT")) {
            const QByteArray explained = "EXPLAIN QUERY PLAN " + sql.toByteArray();
            KB_CHECK(m_inner.run(explained, values, [this](const store::Row& row) { plan.append(row.text(3)); }));
        }
        return m_inner.run(sql, values, onRow);
    }
    Result<qint64> load(QByteArrayView table, const QList<QByteArray>& columns,
        const std::function<bool(store::Values&)>& next) override
    {
        return m_inner.load(table, columns, next);
    }

private:
    store::Connection& m_inner;
};

} // namespace kuaiban::test
