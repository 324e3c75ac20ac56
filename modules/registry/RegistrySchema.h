#pragma once

#include "modules/store/Migration.h"

namespace kuaiban::registry {

// Persons, units, cards, insured kinds, households, reports of ended contracts and benefits. Prefixes are found by
// ranges of the byte order of UTF-8: SQLite compares so by itself, a PostgreSQL database is created with the locale
// C.UTF-8.
store::Schema registrySchema();

// An index whose keys come in random order: a mass load into empty tables leaves it out and builds it at the end.
struct SearchIndex
{
    QByteArray name;
    QByteArray definition; // what follows CREATE
};
const QList<SearchIndex>& searchIndexes();

} // namespace kuaiban::registry
