#include "Preferences.h"

#include "modules/base/Json.h"

namespace kuaiban::sync {

Result<QJsonObject> Preferences::value(const QString& key) const
{
    KB_TRY(const auto bytes, m_user.first("SELECT bytes FROM preference WHERE key = ?", {key},
                                 [](const store::Row& row) { return row.bytes(0); }));
    return bytes ? parseObject(*bytes).value_or(QJsonObject{}) : QJsonObject();
}

Done Preferences::keep(const QString& key, const QJsonObject& value)
{
    KB_CHECK(m_user.execute("INSERT INTO preference(key, bytes) VALUES(?, ?) "
                            "ON CONFLICT(key) DO UPDATE SET bytes = excluded.bytes",
        {key, canonicalBytes(value)}));
    return {};
}

} // namespace kuaiban::sync
