#include "KeptTime.h"

#include "modules/base/Json.h"

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 KeepEveryMs = 10 * 60 * 1000;
constexpr qint64 SameOffsetMs = 1000;
const QString TimeNote = u"time"_s;

} // namespace

Done KeptTime::restore()
{
    KB_TRY(const auto bytes, m_machine.first("SELECT bytes FROM machine_note WHERE key = ?", {TimeNote},
                                 [](const store::Row& row) { return row.bytes(0); }));
    if (bytes)
        m_time.restore(parseObject(*bytes).value_or(QJsonObject{}));
    return {};
}

Done KeptTime::keep()
{
    const auto offset = m_time.offset();
    const bool same = m_keptOffset && offset && qAbs(*m_keptOffset - *offset) < SameOffsetMs;
    if (!offset || (same && m_clock.monotonicMs() - m_keptAt < KeepEveryMs))
        return {};
    KB_CHECK(m_machine.execute("INSERT INTO machine_note(key, bytes) VALUES(?, ?) "
                               "ON CONFLICT(key) DO UPDATE SET bytes = excluded.bytes",
        {TimeNote, canonicalBytes(m_time.learnt())}));
    m_keptOffset = offset;
    m_keptAt = m_clock.monotonicMs();
    return {};
}

} // namespace kuaiban::sync
