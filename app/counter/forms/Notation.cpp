#include "Notation.h"

#include "app/counter/kit/DateText.h"
#include "modules/base/Money.h"
#include "modules/codes/Identifiers.h"
#include "modules/expr/Decimal.h"

#include <QRegularExpression>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

// A Chinese input method in full-width mode sends full-width digits and marks.
QString plain(const QString& typed)
{
    QString text = typed.trimmed();
    for (QChar& c : text) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(c.unicode() - 0xFEE0);
        else if (c == u'。')
            c = u'.';
        else if (c == u'\u3000')
            c = u' ';
    }
    return text;
}

QJsonValue asTyped(const QString& typed)
{
    const QString text = typed.trimmed();
    return text.isEmpty() ? nothing : QJsonValue(text);
}

class TextNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override
    {
        // Copied addresses bring line breaks along; in one line they are spaces.
        QString text = typed;
        static const QRegularExpression breaks(u"[\\t\\r\\n\\x{2028}\\x{2029}]+"_s);
        return asTyped(text.replace(breaks, u" "_s));
    }
};

// Numbers of people, units and accounts: spaces and hyphens go, a small x becomes a capital one.
class IdentifierNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override { return asTyped(codes::normalisedIdentifier(typed)); }
};

class IntegerNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override
    {
        static const QRegularExpression shape(u"^([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})$"_s);
        const auto match = shape.match(plain(typed));
        if (!match.hasMatch())
            return asTyped(typed);
        const qint64 number = match.captured(2).remove(u',').toLongLong();
        return match.captured(1) == "-"_L1 ? -number : number;
    }

    QString write(const QJsonValue& value) const override
    {
        return value.isDouble() ? QString::number(value.toInteger()) : Notation::write(value);
    }

    QString problem(const QString& typed) const override
    {
        return read(typed).isString() ? Notation::tr("Write a whole number, such as 12") : QString();
    }
};

// Typed in yuan, kept as fen. Text and integers only: no floating point ever sees an amount, and nothing is rounded.
class MoneyNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override
    {
        if (typed.trimmed().isEmpty())
            return nothing;
        const auto fen = parseYuan(amountOf(typed));
        return fen ? QJsonValue(*fen) : asTyped(typed);
    }

    QString write(const QJsonValue& value) const override
    {
        return value.isDouble() ? formatYuan(value.toInteger()) : Notation::write(value);
    }

    QString problem(const QString& typed) const override
    {
        if (!read(typed).isString())
            return {};
        static const QRegularExpression tooFine(u"^-?[0-9,]+\\.[0-9]{3,}$"_s);
        return tooFine.match(amountOf(typed)).hasMatch() ? Notation::tr("At most two decimals: amounts end at the fen")
                                                         : Notation::tr("Write an amount in yuan, such as 1638.50");
    }

private:
    static QString amountOf(const QString& typed)
    {
        QString text = plain(typed).remove(u' ');
        static const QRegularExpression sign(u"^[¥￥]"_s);
        text.remove(sign);
        if (text.endsWith(u'元'))
            text.chop(1);
        if (text.endsWith(u'.') && text.size() > 1)
            text.chop(1);
        if (text.startsWith(u'.'))
            text.prepend(u'0');
        return text;
    }
};

class DecimalNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override
    {
        QString text = plain(typed);
        if (text.startsWith(u'+'))
            text.remove(0, 1);
        if (text.startsWith(u'.'))
            text.prepend(u'0');
        if (text.endsWith(u'.') && text.size() > 1)
            text.chop(1);
        const auto decimal = expr::Decimal::fromText(text);
        return decimal ? QJsonValue(decimal->text()) : asTyped(typed);
    }

    QString problem(const QString& typed) const override
    {
        const QJsonValue value = read(typed);
        return value.isString() && !expr::Decimal::fromText(value.toString())
                   ? Notation::tr("Write a number with at most six decimals, such as 0.9")
                   : QString();
    }
};

class DateNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override
    {
        const auto date = parseDate(typed);
        return date ? QJsonValue(dateText(*date)) : asTyped(typed);
    }

    QString problem(const QString& typed) const override
    {
        if (typed.trimmed().isEmpty() || parseDate(typed))
            return {};
        return looksLikeDate(typed) ? Notation::tr("There is no such day")
                                    : Notation::tr("Write the date like 2026-11-21");
    }
};

class MonthNotation final : public Notation
{
public:
    QJsonValue read(const QString& typed) const override
    {
        const auto match = shapeOf(typed);
        return isMonth(match) ? QJsonValue(u"%1-%2"_s.arg(match.captured(1), monthOf(match).rightJustified(2, u'0')))
                              : asTyped(typed);
    }

    QString problem(const QString& typed) const override
    {
        const auto match = shapeOf(typed);
        if (typed.trimmed().isEmpty() || isMonth(match))
            return {};
        return match.hasMatch() ? Notation::tr("There is no such month") : Notation::tr("Write the month like 2026-11");
    }

private:
    static QRegularExpressionMatch shapeOf(const QString& typed)
    {
        static const QRegularExpression shape(u"^([0-9]{4})(?:\\s*[-/. 年]\\s*([0-9]{1,2})|([0-9]{2}))\\s*月?$"_s);
        return shape.match(plain(typed));
    }

    static QString monthOf(const QRegularExpressionMatch& match)
    {
        return match.captured(match.captured(2).isEmpty() ? 3 : 2);
    }

    static bool isMonth(const QRegularExpressionMatch& match)
    {
        const int year = match.captured(1).toInt();
        const int month = monthOf(match).toInt();
        return match.hasMatch() && year >= 1900 && year <= 2199 && month >= 1 && month <= 12;
    }
};

} // namespace

QString Notation::write(const QJsonValue& value) const
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString Notation::problem(const QString& typed) const
{
    Q_UNUSED(typed)
    return {};
}

std::unique_ptr<Notation> notationFor(const forms::Field& field)
{
    switch (field.kind) {
    case forms::FieldKind::Integer:
        return std::make_unique<IntegerNotation>();
    case forms::FieldKind::Money:
        return std::make_unique<MoneyNotation>();
    case forms::FieldKind::Decimal:
        return std::make_unique<DecimalNotation>();
    case forms::FieldKind::Date:
        return std::make_unique<DateNotation>();
    case forms::FieldKind::Month:
        return std::make_unique<MonthNotation>();
    default:
        break;
    }
    if (!field.checkAs.isEmpty())
        return std::make_unique<IdentifierNotation>();
    return std::make_unique<TextNotation>();
}

} // namespace kuaiban::counter
