#pragma once

#include "Livelihoods.h"
#include "Places.h"
#include "SyntheticCards.h"

namespace kuaiban::hub {

// The people whose cards the ID-card simulator holds: they stand in the register with lives that show what a counter
// meets, such as a pensioner, somebody with a claim to 24 months of unemployment benefit, and one with too few months.
class DemoPeople
{
public:
    // Reads resources/simulator/idcard-demo.json, which is compiled in. Errors: base.json, base.json-field.
    static Result<DemoPeople> read(const Places& places, IdSource& ids);
    static Result<DemoPeople> parse(QByteArrayView simulatorScript, const Places& places, IdSource& ids);

    const QList<registry::Person>& persons() const { return m_persons; }

    struct Makers
    {
        Livelihoods& livelihoods;
        SyntheticCards& cards;
        SyntheticNumbers& numbers;
    };
    // Their full records. Those who worked did so at `unit`.
    QList<registry::PersonRecord> records(const Makers& makers, const registry::Unit& unit, QDate today) const;

private:
    QStringList m_keys; // of the script, one for each person
    QList<registry::Person> m_persons;
};

} // namespace kuaiban::hub
