#pragma once

#include "CodeTable.h"

#include "modules/base/Result.h"

#include <QMap>

namespace kuaiban::codes {

// All code tables a machine knows, by id. Starts with the compiled-in ones (AAC004, AAC005, AAC161).
// A value: copies share their data; one copy may be read by any thread.
class CodeBook
{
public:
    CodeBook();

    QStringList ids() const { return m_tables.keys(); }
    const CodeTable* find(const QString& id) const; // null when unknown; valid until the book changes

    // The text for a value of a table: empty when either is unknown.
    QString text(const QString& tableId, const QString& code) const;

    // Adds a table whose id is new; `codes.table-twice` otherwise.
    Done add(const CodeTable& table);

    // Takes an update from the hub: the higher revision stays. Tells whether the book changed.
    bool update(const CodeTable& table);

private:
    QMap<QString, CodeTable> m_tables;
};

// Reads every code table (*.json with kind "code-table") of a directory, in the order of the file names; JSON of other
// kinds is skipped. Errors: `codes.unreadable`, `codes.table`, `codes.table-twice`, each naming the file. Blocks on the
// disk, so not for the UI thread.
Result<CodeBook> readCodeBook(const QString& directory);

} // namespace kuaiban::codes
