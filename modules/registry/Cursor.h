#pragma once

#include "modules/base/Result.h"

namespace kuaiban::registry {

// Where a search goes on: the reading of the typed text that found something and the id of the last row shown. Holds
// no personal data, because it travels in addresses and logs.
struct Cursor
{
    qsizetype reading = 0;
    QString id{}; // empty on the first page

    QString text() const { return QString::number(reading) + u'.' + id; }

    // A later page stays with the reading of the first; the first page tries all.
    qsizetype lastReading(qsizetype readings) const { return id.isEmpty() ? readings - 1 : reading; }

    // An empty text is the first page. Errors: registry.cursor.
    static Result<Cursor> parse(const QString& text, qsizetype readings);
};

} // namespace kuaiban::registry
