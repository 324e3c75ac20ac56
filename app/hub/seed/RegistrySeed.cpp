#include "RegistrySeed.h"

#include "modules/registry/BulkLoad.h"

namespace kuaiban::hub {

namespace {

constexpr qsizetype PersonsPerTransaction = 20'000;

} // namespace

Done seedRegistry(store::Connection& connection, const codes::AreaTree& areas, const SyntheticPopulation::Order& order,
    const SeedProgress& progress)
{
    KB_TRY(const auto population, SyntheticPopulation::make(areas, order));
    KB_TRY(auto load, registry::BulkLoad::begin(connection));
    KB_CHECK(load.add(population->units()));
    int done = 0;
    QList<registry::PersonRecord> batch;
    for (bool more = true; more;) {
        const auto people = population->next();
        more = !people.isEmpty();
        batch += people;
        if (batch.isEmpty() || (more && batch.size() < PersonsPerTransaction))
            continue;
        KB_CHECK(load.add(batch));
        done += static_cast<int>(batch.size());
        batch.clear();
        if (progress && more)
            progress(done, order.persons);
    }
    KB_CHECK(load.finish());
    if (progress)
        progress(done, done);
    return {};
}

} // namespace kuaiban::hub
