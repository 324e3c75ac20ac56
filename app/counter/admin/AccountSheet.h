#pragma once

#include "modules/base/Result.h"

#include <QJsonArray>
#include <QStringList>

namespace kuaiban::counter {

// A sheet of accounts as spreadsheet programs write it: CSV (RFC 4180) in UTF-8, with or without a byte order mark, or
// in GB 18030; the first line names the columns, in Chinese or English and in any order.
struct AccountSheet
{
    // login, name, area, office, posts: as the hub calls them, in the order of the table on the screen.
    static const QStringList& columns();
    static QString columnName(const QString& column); // on the screen

    QList<QStringList> rows; // cells in the order of columns(); empty lines are left out

    // Errors: admin.sheet-unreadable, admin.sheet-column. `file` is for the message.
    static Result<AccountSheet> read(const QByteArray& bytes, const QString& file);
    // An empty sheet to be filled in, with the heads and an example.
    static QByteArray empty();
    // Any lines as CSV with a byte order mark, so that spreadsheet programs see Chinese.
    static QByteArray written(const QList<QStringList>& lines);

    // Whole or not at all. Error: admin.sheet-not-kept.
    static Done keep(const QString& path, const QByteArray& bytes);

    QJsonArray toJson() const;
};

} // namespace kuaiban::counter
