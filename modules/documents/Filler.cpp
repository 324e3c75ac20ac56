#include "Filler.h"

#include "DocumentsErrors.h"

#include "modules/base/Clock.h"
#include "modules/base/Money.h"

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NotInteger = std::numeric_limits<qint64>::min();

bool hasValue(const QJsonValue& value)
{
    if (value.isString())
        return !value.toString().trimmed().isEmpty();
    if (value.isArray())
        return !value.toArray().isEmpty();
    if (value.isBool())
        return value.toBool();
    return value.isDouble();
}

std::optional<qint64> moment(const QJsonValue& value)
{
    if (value.isDouble()) {
        const qint64 ms = value.toInteger(NotInteger);
        return ms == NotInteger ? std::nullopt : std::optional(ms);
    }
    const qint64 ms = fromRfc3339(value.toString());
    return ms < 0 ? std::nullopt : std::optional(ms);
}

// GB/T 9704: Arabic numerals, months and days without a leading zero.
QString writtenDate(QDate date)
{
    return u"%1年%2月%3日"_s.arg(
        QString::number(date.year()), QString::number(date.month()), QString::number(date.day()));
}

std::optional<QString> dateText(const QJsonValue& value)
{
    if (const auto day = QDate::fromString(value.toString(), Qt::ISODate);
        value.toString().size() == 10 && day.isValid())
        return writtenDate(day);
    if (const auto ms = moment(value))
        return writtenDate(legalDate(*ms));
    return std::nullopt;
}

std::optional<QString> dateTimeText(const QJsonValue& value)
{
    const auto ms = moment(value);
    if (!ms)
        return std::nullopt;
    return writtenDate(legalDate(*ms)) + legalTime(*ms).toString(u" HH:mm"_s);
}

std::optional<QString> plainText(const QJsonValue& value)
{
    if (value.isString()) {
        auto text = value.toString();
        text.replace(u"\r\n"_s, u"\n"_s);
        text.replace(u'\t', u' ');
        return text;
    }
    const qint64 number = value.toInteger(NotInteger);
    return number == NotInteger ? std::nullopt : std::optional(QString::number(number));
}

std::optional<QString> yuanText(const QJsonValue& value, QString (*written)(qint64))
{
    const qint64 fen = value.toInteger(NotInteger);
    return fen == NotInteger ? std::nullopt : std::optional(written(fen));
}

std::optional<QString> formatted(const QJsonValue& value, Text::Format format)
{
    switch (format) {
    case Text::Format::Date:
        return dateText(value);
    case Text::Format::DateTime:
        return dateTimeText(value);
    case Text::Format::Yuan:
        return yuanText(value, formatYuan);
    case Text::Format::Capital:
        return yuanText(value, capitalYuan);
    case Text::Format::Plain:
        break;
    }
    return plainText(value);
}

QString expectation(Text::Format format)
{
    switch (format) {
    case Text::Format::Date:
        return u"YYYY-MM-DD or RFC 3339"_s;
    case Text::Format::DateTime:
        return u"RFC 3339"_s;
    case Text::Format::Yuan:
    case Text::Format::Capital:
        return u"fen"_s;
    case Text::Format::Plain:
        break;
    }
    return u"text"_s;
}

} // namespace

QString Filler::text(const Text& text)
{
    return this->text(text, {}, {});
}

QString Filler::text(const Text& text, const QJsonObject& row, const QString& path)
{
    QString result;
    for (const auto& segment : text.segments())
        result += segment.field.isEmpty() ? segment.literal : value(segment, row, path);
    return result;
}

QString Filler::value(const Text::Segment& segment, const QJsonObject& row, const QString& path)
{
    const bool inRow = row.contains(segment.field);
    const auto value = inRow ? row.value(segment.field) : m_data.value(segment.field);
    const auto name = path.isEmpty() || (!inRow && hasValue(value)) ? segment.field : path + u'.' + segment.field;
    if (!hasValue(value)) {
        if (!segment.optional && !m_missing.contains(name))
            m_missing.append(name);
        return {};
    }
    const auto text = formatted(value, segment.format);
    if (!text && !m_malformed)
        m_malformed = fieldFormat(m_templateName, name, expectation(segment.format));
    return text.value_or(QString());
}

QList<QJsonObject> Filler::rows(const QString& list)
{
    const auto value = m_data.value(list);
    QList<QJsonObject> rows;
    for (const auto& row : value.toArray()) {
        if (!row.isObject() && !m_malformed)
            m_malformed = fieldFormat(m_templateName, list, u"a list of rows"_s);
        rows.append(row.toObject());
    }
    if (rows.isEmpty() && !m_missing.contains(list))
        m_missing.append(list);
    return rows;
}

bool Filler::holds(const QList<Condition>& conditions) const
{
    return std::all_of(conditions.begin(), conditions.end(),
        [this](const Condition& condition) { return hasValue(m_data.value(condition.field)) == condition.present; });
}

std::optional<QByteArray> Filler::bytes(const QString& field) const
{
    const auto value = m_data.value(field);
    if (!hasValue(value))
        return std::nullopt;
    return QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors).decoded;
}

Done Filler::finish() const
{
    if (!m_missing.isEmpty())
        return fail(missingField(m_templateName, m_missing));
    if (m_malformed)
        return fail(*m_malformed);
    return {};
}

} // namespace kuaiban::documents
