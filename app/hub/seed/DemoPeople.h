#pragma once

#include "Livelihoods.h"
#include "Places.h"
#include "SyntheticCards.h"

namespace kuaiban::hub {

// The people whose cards the ID-card simulator holds: they stand in the register with lives that show what a counter
// meets, such as a pensioner, somebody with a claim to 24 months of unemployment benefit, one with too few months, and
// one who claims again with months left from before.
class DemoPeople
{
public:
    // Reads the scripts idcard-demo, -retiring and -unemployed of resources/simulator, which are compiled in; who
    // stands in both is one person. Errors: base.json, base.json-field.
    static Result<DemoPeople> read(const Places& places, IdSource& ids);
    static Result<DemoPeople> parse(const QList<QByteArray>& simulatorScripts, const Places& places, IdSource& ids);

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
