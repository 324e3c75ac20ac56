#pragma once

#include "modules/base/Result.h"

#include <QJsonArray>
#include <QStringList>

namespace kuaiban::counter {

// What a sheet holds: its columns in the order of the table on the screen.
struct SheetKind
{
    struct Column
    {
        QString id;           // as the hub calls it
        QString name;         // on the screen
        QStringList heads;    // what people write over it; the first stands in an empty sheet
        bool isNeeded = true; // a sheet without it is refused
    };
    QList<Column> columns;

    QString nameOf(const QString& column) const;
    QStringList ids() const;
};

SheetKind accountSheet();
SheetKind organisationSheet();

// A sheet as spreadsheet programs write it: CSV (RFC 4180) in UTF-8, with or without a byte order mark, or in GB 18030;
// the first line names the columns, in Chinese or by their ids and in any order.
struct Sheet
{
    SheetKind kind;
    QList<QStringList> rows = {}; // cells in the order of the columns; empty lines are left out

    // Errors: admin.sheet-unreadable, admin.sheet-column. `file` is for the message.
    static Result<Sheet> read(const SheetKind& kind, const QByteArray& bytes, const QString& file);
    // An empty sheet to be filled in: the heads.
    static QByteArray empty(const SheetKind& kind);
    // Any lines as CSV with a byte order mark, so that spreadsheet programs see Chinese.
    static QByteArray written(const QList<QStringList>& lines);
    // Whole or not at all. Error: admin.sheet-not-kept.
    static Done keep(const QString& path, const QByteArray& bytes);

    QJsonArray toJson() const;
};

} // namespace kuaiban::counter
