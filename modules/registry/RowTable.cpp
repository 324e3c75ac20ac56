#include "RowTable.h"

#include "RegistryErrors.h"

namespace kuaiban::registry {

namespace {

QByteArray assignments(const QList<QByteArray>& columns, QByteArrayView separator)
{
    QByteArray text;
    for (const auto& column : columns)
        text += (text.isEmpty() ? QByteArray() : separator.toByteArray()) + column + " = ?";
    return text;
}

} // namespace

RowTable::RowTable(const QByteArray& name, const QList<QByteArray>& keys, const QList<QByteArray>& data,
    const QList<QByteArray>& derived)
    : m_name(name)
    , m_keys(keys)
    , m_data(data)
    , m_derived(derived)
{
    const auto written = loadColumns();
    m_insert = "INSERT INTO " + name + '(' + written.join(", ") + ") VALUES(" +
               QByteArray("?, ").repeated(written.size()).chopped(2) + ") ON CONFLICT DO NOTHING";
    m_update = "UPDATE " + name + " SET " + assignments(data + derived, ", ") + ", version = version + 1 WHERE " +
               assignments(keys, " AND ") + " AND version = ?";
}

QByteArray RowTable::readColumns(const QByteArray& alias) const
{
    QByteArray text;
    for (const auto& column : m_keys + m_data)
        text += alias + '.' + column + ", ";
    return text + alias + ".version";
}

QList<QByteArray> RowTable::loadColumns() const
{
    return m_keys + m_data + m_derived;
}

Result<bool> RowTable::insert(store::Connection& connection, const store::Values& values) const
{
    KB_TRY(const auto changed, connection.execute(m_insert, values));
    return changed == 1;
}

Result<bool> RowTable::update(store::Connection& connection, const store::Values& values, qint64 version) const
{
    auto ordered = values.sliced(m_keys.size()) + values.first(m_keys.size());
    ordered.append(version);
    KB_TRY(const auto changed, connection.execute(m_update, ordered));
    return changed == 1;
}

Result<qint64> RowTable::put(store::Connection& connection, const store::Values& values, qint64 version) const
{
    if (version == 0) {
        KB_TRY(const bool inserted, insert(connection, values));
        if (!inserted)
            return fail(numberTaken(QString::fromLatin1(m_name)));
        return 1;
    }
    const auto updated = update(connection, values, version);
    if (!updated) {
        // Only a unique number can stand in the way of an update here.
        if (updated.error().is(QLatin1StringView("store.constraint")))
            return fail(numberTaken(QString::fromLatin1(m_name)));
        return fail(updated.error());
    }
    if (!*updated)
        return fail(rowChanged(QString::fromLatin1(m_name)));
    return version + 1;
}

} // namespace kuaiban::registry
