#include "Money.h"

#include "BaseErrors.h"

#include <QRegularExpression>

#include <array>

namespace kuaiban {

using namespace Qt::StringLiterals;

QString formatYuan(qint64 fen)
{
    const quint64 amount = fen < 0 ? 0 - static_cast<quint64>(fen) : static_cast<quint64>(fen);
    QString yuan = QString::number(amount / 100);
    for (qsizetype at = yuan.size() - 3; at > 0; at -= 3)
        yuan.insert(at, u',');
    const QString text = "%1.%2"_L1.arg(yuan, QString::number(amount % 100).rightJustified(2, u'0'));
    return fen < 0 ? u'-' + text : text;
}

QString capitalYuan(qint64 fen)
{
    const QStringView digits = u"零壹贰叁肆伍陆柒捌玖";
    const std::array<QStringView, 4> inGroup{u"", u"拾", u"佰", u"仟"};
    const std::array<QStringView, 5> groups{u"", u"万", u"亿", u"万", u"亿"}; // 万亿, then 亿亿
    const quint64 amount = fen < 0 ? 0 - static_cast<quint64>(fen) : static_cast<quint64>(fen);
    const QString yuan = QString::number(amount / 100);
    QString text;
    bool gap = false;    // zeros since the last figure that was written
    bool filled = false; // whether the group of four has a figure
    for (qsizetype i = 0; i < yuan.size() && amount >= 100; ++i) {
        const qsizetype place = yuan.size() - 1 - i;
        const int digit = yuan.at(i).digitValue();
        if (digit != 0) {
            text += "%1%2%3"_L1.arg(
                gap ? u"零"_s : QString(), digits.at(digit), inGroup.at(static_cast<size_t>(place % 4)));
            filled = true;
        }
        gap = digit == 0;
        const bool isWhole = place % 8 == 0 && place > 0; // 亿 is said even after an empty group of 万
        if (place % 4 == 0 && (filled || isWhole)) {
            text += groups.at(static_cast<size_t>(place / 4));
            filled = false;
        }
    }
    if (!text.isEmpty())
        text += u'元';
    const int jiao = static_cast<int>(amount / 10 % 10);
    const int cents = static_cast<int>(amount % 10);
    if (text.isEmpty() && jiao == 0 && cents == 0)
        text = u"零元"_s;
    if (jiao != 0)
        text += u"%1%2角"_s.arg(gap && amount >= 100 ? u"零"_s : QString(), digits.at(jiao));
    else if (cents != 0 && amount >= 100)
        text += u'零';
    text += cents == 0 ? u"整"_s : digits.at(cents) + u"分"_s;
    return fen < 0 ? u'负' + text : text;
}

Result<qint64> parseYuan(const QString& text)
{
    static const QRegularExpression pattern(u"^(-?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,15})(?:\\.([0-9]{1,2}))?$"_s);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return fail(moneyMalformed());
    bool ok = false;
    const qint64 yuan = match.captured(2).remove(u',').toLongLong(&ok);
    if (!ok || yuan > 9'000'000'000'000'000)
        return fail(moneyMalformed());
    const qint64 fen = yuan * 100 + match.captured(3).leftJustified(2, u'0').toInt();
    return match.captured(1).isEmpty() ? fen : -fen;
}

} // namespace kuaiban
