#include "LapsedTasks.h"

#include "modules/base/Json.h"

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

namespace {

LapsedTask taskOf(const QJsonObject& row)
{
    return {row.value("stream"_L1).toString(), row.value("number"_L1).toString(), row.value("item"_L1).toString(),
        row.value("revision"_L1).toInt(), row.value("heardAt"_L1).toInteger(), row.value("at"_L1).toInteger()};
}

} // namespace

Done LapsedTasks::add(const QString& key, const QJsonObject& row)
{
    KB_CHECK(
        m_user.execute("INSERT INTO lapsed_task(key, at, bytes, seen) VALUES(?, ?, ?, 0) ON CONFLICT(key) DO NOTHING",
            {key, row.value("at"_L1).toInteger(), canonicalBytes(row)}));
    return {};
}

Result<QList<LapsedTask>> LapsedTasks::unseen(qint64 nowMs) const
{
    return m_user.list("SELECT bytes FROM lapsed_task WHERE seen = 0 AND at > ? ORDER BY at DESC, key",
        {nowMs - NewsMs},
        [](const store::Row& row) { return taskOf(parseObject(row.bytes(0)).value_or(QJsonObject{})); });
}

Done LapsedTasks::noteSeen(qint64 upTo)
{
    KB_CHECK(m_user.execute("UPDATE lapsed_task SET seen = 1 WHERE at <= ?", {upTo}));
    return {};
}

} // namespace kuaiban::sync
