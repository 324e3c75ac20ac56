#pragma once

#include "modules/store/Connection.h"
#include "Unit.h"

#include <optional>

namespace kuaiban::registry {

struct UnitSearch
{
    QString text; // beginning of the credit code, of the name with or without the area, or of their pinyin initials
    QString area{};
    int limit = 20;
    QString after{};
};

struct UnitPage
{
    QList<Unit> units;
    QString next;
};

// Reads and writes the units of the register. Works inside the caller's transaction and thread.
class Units
{
public:
    explicit Units(store::Connection& connection)
        : m_connection(connection)
    {}

    Result<std::optional<Unit>> byId(const QString& id) const;
    Result<std::optional<Unit>> byCreditCode(const QString& code) const;

    // Every way of looking runs along an index. Errors: registry.query, registry.cursor.
    Result<UnitPage> search(const UnitSearch& wanted) const;

    // New when its version is 0, else only if nobody changed it since; what is stored, with its new version.
    // Errors: registry.number-taken, registry.changed, registry.unit-unknown.
    Result<Unit> put(const Unit& unit);

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::registry
