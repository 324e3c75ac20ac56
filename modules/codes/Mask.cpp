#include "Mask.h"

#include "Ascii.h"

#include <QList>

#include <algorithm>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

using CodePoints = QList<uint>;

constexpr uint Star = u'*';

QString textOf(const CodePoints& points)
{
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(points.data()), points.size());
}

// Marks between the parts of a name. Input methods produce several middle dots for the one of GB/T 15834.
bool joinsNameParts(uint point)
{
    constexpr QStringView marks = u"·•‧∙・･．. -'’";
    return point <= 0xffff && marks.contains(QChar(static_cast<char16_t>(point)));
}

// A variation selector or combining mark belongs to the character before it and says nothing by itself.
bool belongsToPrevious(uint point)
{
    return QChar::isMark(point);
}

} // namespace

QString maskName(const QString& name)
{
    const auto trimmed = name.trimmed().toUcs4();
    CodePoints points;
    std::copy_if(
        trimmed.begin(), trimmed.end(), std::back_inserter(points), [](uint p) { return !belongsToPrevious(p); });
    const auto letters = std::count_if(points.begin(), points.end(), [](uint p) { return !joinsNameParts(p); });
    qsizetype letter = 0;
    for (auto& point : points) {
        if (joinsNameParts(point))
            continue;
        const bool first = letter == 0 && letters > 1;
        const bool last = letter == letters - 1 && letters > 2;
        if (!first && !last)
            point = Star;
        ++letter;
    }
    return textOf(points);
}

QString maskIdNumber(const QString& number)
{
    auto points = number.trimmed().toUcs4();
    const qsizetype kept = points.size() >= 15 ? 4 : points.size() / 4;
    for (qsizetype i = kept; i < points.size() - kept; ++i)
        points[i] = Star;
    return textOf(points);
}

QString maskBankAccount(const QString& account)
{
    auto points = account.toUcs4();
    points.removeIf([](uint point) { return QChar::isSpace(point); });
    if (points.size() >= 12)
        return textOf(points.first(4)) + " **** **** "_L1 + textOf(points.last(4));
    for (qsizetype i = 0; i < points.size() - 2; ++i)
        points[i] = Star;
    return points.size() > 2 ? textOf(points) : QString(points.size(), u'*');
}

QString maskPhone(const QString& phone)
{
    QString text = phone.trimmed();
    const auto digits = std::count_if(text.cbegin(), text.cend(), isAsciiDigit);
    const bool mobile = digits == 11 && text.startsWith(u'1');
    qsizetype digit = 0;
    for (auto& c : text) {
        if (!isAsciiDigit(c))
            continue;
        const bool kept = mobile ? digit < 3 || digit >= 7 : digits > 4 && digit >= digits - 2;
        if (!kept)
            c = u'*';
        ++digit;
    }
    return text;
}

} // namespace kuaiban::codes
