#include "DateText.h"

#include <QRegularExpression>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// A Chinese input method in full-width mode sends U+FF10 to U+FF19 and full-width punctuation.
QString halfWidth(const QString& typed)
{
    QString text = typed.trimmed();
    for (QChar& c : text) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(c.unicode() - 0xFEE0);
        else if (c == u'。')
            c = u'.';
    }
    return text;
}

QRegularExpressionMatch match(const QString& typed)
{
    static const QRegularExpression shape(
        u"^(?:(\\d{4})(\\d{2})(\\d{2})|(\\d{4})\\s*[-/. 年]\\s*(\\d{1,2})\\s*[-/. 月]\\s*(\\d{1,2})\\s*日?)$"_s);
    return shape.match(halfWidth(typed));
}

} // namespace

std::optional<QDate> parseDate(const QString& typed)
{
    const QRegularExpressionMatch found = match(typed);
    if (!found.hasMatch())
        return std::nullopt;
    const int first = found.captured(1).isEmpty() ? 4 : 1;
    const QDate date(
        found.captured(first).toInt(), found.captured(first + 1).toInt(), found.captured(first + 2).toInt());
    if (!date.isValid() || date.year() < 1900 || date.year() > 2199)
        return std::nullopt;
    return date;
}

bool looksLikeDate(const QString& typed)
{
    return match(typed).hasMatch();
}

QString dateText(QDate date)
{
    return date.toString(u"yyyy-MM-dd"_s);
}

} // namespace kuaiban::counter
