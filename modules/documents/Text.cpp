#include "Text.h"

#include <algorithm>
#include <optional>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

std::optional<Text::Format> formatNamed(QStringView name)
{
    if (name == "date"_L1)
        return Text::Format::Date;
    if (name == "datetime"_L1)
        return Text::Format::DateTime;
    if (name == "capital"_L1)
        return Text::Format::Capital;
    if (name == "yuan"_L1)
        return Text::Format::Yuan;
    return std::nullopt;
}

tl::expected<Text::Segment, QString> placeholder(QStringView inside)
{
    Text::Segment segment;
    if (const auto colon = inside.indexOf(u':'); colon >= 0) {
        const auto format = formatNamed(inside.mid(colon + 1));
        if (!format)
            return tl::unexpected(u"the format of {%1} is not one of date, datetime, yuan, capital"_s.arg(inside));
        segment.format = *format;
        inside = inside.left(colon);
    }
    if (inside.endsWith(u'?')) {
        segment.optional = true;
        inside.chop(1);
    }
    if (!isFieldName(inside))
        return tl::unexpected(u"{%1} is not a field name of lower-case letters, digits and _"_s.arg(inside));
    segment.field = inside.toString();
    return segment;
}

} // namespace

bool isFieldName(QStringView name)
{
    const auto letter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !name.isEmpty() && letter(name.front()) && std::all_of(name.begin(), name.end(), [&](QChar c) {
        return letter(c) || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

tl::expected<Text, QString> Text::parse(const QString& source)
{
    Text text;
    QString literal;
    const auto flush = [&] {
        if (!literal.isEmpty())
            text.m_segments.push_back({literal, {}, false, Format::Plain});
        literal.clear();
    };
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        const bool doubled = i + 1 < source.size() && source.at(i + 1) == c;
        if ((c == u'{' || c == u'}') && doubled) {
            literal += c;
            ++i;
        } else if (c == u'{') {
            const auto end = source.indexOf(u'}', i);
            if (end < 0)
                return tl::unexpected(u"a placeholder is not closed in \"%1\""_s.arg(source));
            auto segment = placeholder(QStringView(source).mid(i + 1, end - i - 1));
            if (!segment)
                return tl::unexpected(segment.error());
            flush();
            text.m_segments.push_back(*std::move(segment));
            i = end;
        } else if (c == u'}') {
            return tl::unexpected(u"a closing brace without a placeholder in \"%1\""_s.arg(source));
        } else {
            literal += c;
        }
    }
    flush();
    return text;
}

} // namespace kuaiban::documents
