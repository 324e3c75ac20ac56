#pragma once

#include "modules/store/Connection.h"

namespace kuaiban::registry {

// A table of the register: key columns, data columns and a row version, by which a writer proves that nobody changed
// the row since it was read. The statements are put together once from the names given here.
class RowTable
{
public:
    // `derived` columns are written but never read: search keys made from the others.
    RowTable(const QByteArray& name, const QList<QByteArray>& keys, const QList<QByteArray>& data,
        const QList<QByteArray>& derived = {});

    const QByteArray& name() const { return m_name; }
    QByteArray readColumns(const QByteArray& alias) const; // keys, data, version, as "p.id, p.name, …"
    QList<QByteArray> loadColumns() const;                 // keys, data, derived; the version begins at 1 by itself

    // Values in the order keys, data, derived. False: a row with this key or another unique number is there already.
    Result<bool> insert(store::Connection& connection, const store::Values& values) const;
    // False: the row is gone or its version is another.
    Result<bool> update(store::Connection& connection, const store::Values& values, qint64 version) const;
    // Inserts for version 0, else updates; the new version. Errors: registry.number-taken, registry.changed.
    Result<qint64> put(store::Connection& connection, const store::Values& values, qint64 version) const;

private:
    QByteArray m_name;
    QList<QByteArray> m_keys;
    QList<QByteArray> m_data;
    QList<QByteArray> m_derived;
    QByteArray m_insert;
    QByteArray m_update;
};

} // namespace kuaiban::registry
