#pragma once

#include <QList>
#include <QStringList>

namespace kuaiban::documents {

// "U+20BB7 U+0009", as the Unicode charts write code points.
inline QString codePointNames(const QList<char32_t>& characters)
{
    using namespace Qt::StringLiterals;
    QStringList names;
    for (const char32_t character : characters)
        names.append(u"U+"_s + QString::number(quint32(character), 16).rightJustified(4, u'0').toUpper());
    return names.join(u' ');
}

} // namespace kuaiban::documents
