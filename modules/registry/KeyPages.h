#pragma once

#include "modules/store/Connection.h"

namespace kuaiban::registry {

// The end of a range that holds everything that begins with `prefix`, in the byte order of UTF-8.
QString endOfPrefix(const QString& prefix);

// Rows of a table whose text column begins with something, page by page in order of (column, id), within an area.
// There must be an index that begins with (column, id): a page costs what it shows, however far down it is; in a small
// area it costs what the index holds of that prefix. Statements are put together once from the names given here.
class KeyPages
{
public:
    KeyPages(const QByteArray& table, const QByteArray& column, const QByteArray& columns);

    struct Page
    {
        QString prefix;
        QString area{};    // empty for everywhere
        QString afterId{}; // the last row of the page before, empty for the first page
        int limit = 20;
    };
    // Errors: registry.cursor when the row of `afterId` is not one of these.
    Done read(store::Connection& connection, const Page& page, const store::RowHandler& onRow) const;

private:
    QByteArray m_page;
    QByteArray m_keyOf;
};

} // namespace kuaiban::registry
