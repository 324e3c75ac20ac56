#pragma once

#include "CodesErrors.h"

#include <QString>

// How the tables of readings are written; only for those that read them.
namespace kuaiban::codes {

// Calls `read` with the parts before and after the first space of each line that is no comment. What it returns is the
// rule that the line breaks, or null. Errors: `codes.pinyin`.
template<class Read>
Done readPairs(QByteArrayView bytes, Read read)
{
    qsizetype number = 0;
    for (const auto& line : QString::fromUtf8(bytes).split(u'\n')) {
        ++number;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const auto space = line.indexOf(u' ');
        if (space <= 0 || space == line.size() - 1)
            return fail(pinyinBroken(number, QStringLiteral("two parts with a space between")));
        if (const auto* broken = read(line.first(space), line.sliced(space + 1)))
            return fail(pinyinBroken(number, QString::fromLatin1(broken)));
    }
    return {};
}

// A table that is compiled in.
QByteArray pinyinResource(const QString& name);

} // namespace kuaiban::codes
