#include "Drafts.h"

#include "modules/base/Json.h"

namespace kuaiban::sync {

Done Drafts::save(const Draft& draft)
{
    KB_CHECK(m_user.execute("INSERT INTO draft(id, bytes, saved_at) VALUES(?, ?, ?) "
                            "ON CONFLICT(id) DO UPDATE SET bytes = excluded.bytes, saved_at = excluded.saved_at",
        {draft.id, canonicalBytes(draft.content), draft.savedAt}));
    return {};
}

Result<QList<Draft>> Drafts::all() const
{
    return m_user.list(
        "SELECT id, bytes, saved_at FROM draft ORDER BY saved_at DESC, id", {}, [](const store::Row& row) {
            return Draft{row.text(0), parseObject(row.bytes(1)).value_or(QJsonObject{}), row.integer(2)};
        });
}

Done Drafts::remove(const QString& id)
{
    KB_CHECK(m_user.execute("DELETE FROM draft WHERE id = ?", {id}));
    return {};
}

Done Drafts::send(const QString& id, const QString& stream)
{
    KB_CHECK(m_user.execute(
        "INSERT INTO sent_draft(id, stream, bytes, saved_at) SELECT id, ?, bytes, saved_at FROM draft WHERE id = ?",
        {stream, id}));
    return remove(id);
}

Done Drafts::sentIsTaken(const QString& stream)
{
    KB_CHECK(m_user.execute("DELETE FROM sent_draft WHERE stream = ?", {stream}));
    return {};
}

Done Drafts::sentComesBack(const QString& stream)
{
    KB_CHECK(m_user.execute("INSERT INTO draft(id, bytes, saved_at) SELECT id, bytes, saved_at FROM sent_draft WHERE "
                            "stream = ? ON CONFLICT(id) DO NOTHING",
        {stream}));
    return sentIsTaken(stream);
}

} // namespace kuaiban::sync
