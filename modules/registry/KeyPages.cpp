#include "KeyPages.h"

#include "RegistryErrors.h"

namespace kuaiban::registry {

namespace {

constexpr char32_t LastCodePoint = 0x10ffff;

} // namespace

QString endOfPrefix(const QString& prefix)
{
    return prefix + QStringView(QChar::fromUcs4(LastCodePoint)).toString();
}

KeyPages::KeyPages(const QByteArray& table, const QByteArray& column, const QByteArray& columns)
{
    // The area stands in an expression so that no engine is tempted to walk the area's index instead of the key's.
    m_page = "SELECT " + columns + " FROM " + table + " p WHERE (p." + column + ", p.id) > (?, ?) AND p." + column +
             " < ? AND p.area || '' >= ? AND p.area || '' < ? ORDER BY p." + column + ", p.id LIMIT ?";
    m_keyOf = "SELECT " + column + " FROM " + table + " WHERE id = ?";
}

Done KeyPages::read(store::Connection& connection, const Page& page, const store::RowHandler& onRow) const
{
    QString key = page.prefix; // (prefix, "") stands before every row that begins with it
    if (!page.afterId.isEmpty()) {
        KB_TRY(const auto last,
            connection.first(m_keyOf, {page.afterId}, [](const store::Row& row) { return row.text(0); }));
        if (!last || !last->startsWith(page.prefix))
            return fail(cursorBroken());
        key = *last;
    }
    KB_CHECK(connection.run(m_page,
        {key, page.afterId, endOfPrefix(page.prefix), page.area, endOfPrefix(page.area), qint64(page.limit)}, onRow));
    return {};
}

} // namespace kuaiban::registry
