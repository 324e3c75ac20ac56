#include "CppText.h"

#include <QRegularExpression>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

QString blanked(const QString& text)
{
    QString blank(text.size(), u' ');
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\n')
            blank[i] = u'\n';
    }
    return blank;
}

// Commas inside template arguments do not separate arguments of a call.
QString withoutTemplateCommas(QString code)
{
    static const QRegularExpression list(uR"(\w<[\w\s:,&*]*>(?=\s*[({:]))"_s);
    auto matches = list.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (auto i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code[i] == u',')
                code[i] = u' ';
        }
    }
    return code;
}

} // namespace

CppText::CppText(const QString& source)
    : m_source(source)
    , m_code(blanked(source))
{
    for (qsizetype i = 0; i < m_source.size();) {
        const auto two = QStringView(m_source).mid(i, 2);
        if (two == "//"_L1 || two == "/*"_L1) {
            auto end = two == "//"_L1 ? m_source.indexOf(u'\n', i) : m_source.indexOf("*/"_L1, i + 2) + 2;
            if (end <= i)
                end = m_source.size();
            i = end;
        } else if (m_source[i] == u'"' || (m_source[i] == u'\'' && !isDigitSeparator(i))) {
            const auto end = literalEnd(i);
            if (m_source[i] == u'"')
                m_literals.append({i, m_source.mid(i + 1, end - i - 2)});
            m_code[i] = m_source[i];
            m_code[end - 1] = m_source[end - 1];
            i = end;
        } else {
            m_code[i] = m_source[i];
            ++i;
        }
    }
}

// R"…", with a prefix or without one, but not the end of a name.
bool CppText::isRawString(qsizetype quote) const
{
    static const QRegularExpression prefix(uR"-((?<!\w)(u8|u|U|L)?R$)-"_s);
    return prefix.match(m_source.mid(qMax(0, quote - 4), qMin(quote, 4))).hasMatch();
}

bool CppText::isDigitSeparator(qsizetype quote) const
{
    auto start = quote;
    while (start > 0 && (m_source[start - 1].isLetterOrNumber() || m_source[start - 1] == u'\''))
        --start;
    return start < quote && m_source[start].isDigit();
}

// Behind the closing quote, or the end of the file.
qsizetype CppText::literalEnd(qsizetype quote) const
{
    if (m_source[quote] == u'"' && isRawString(quote)) {
        const auto open = m_source.indexOf(u'(', quote);
        const auto closing = u')' + m_source.mid(quote + 1, open - quote - 1) + u'"';
        const auto end = m_source.indexOf(closing, open);
        return end < 0 ? m_source.size() : end + closing.size();
    }
    for (auto i = quote + 1; i < m_source.size(); ++i) {
        if (m_source[i] == u'\\')
            ++i;
        else if (m_source[i] == m_source[quote] || m_source[i] == u'\n')
            return i + 1;
    }
    return m_source.size();
}

QList<CppText::Include> CppText::includes() const
{
    // The path of an include is a literal to the rest of this class, hence the look into the source at the same place.
    static const QRegularExpression directive(
        uR"(^[ \t]*#[ \t]*include[ \t]*(["<]))"_s, QRegularExpression::MultilineOption);
    QList<Include> found;
    auto matches = directive.globalMatch(m_code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto open = match.capturedStart(1);
        const bool quoted = match.captured(1) == "\""_L1;
        const auto end = m_source.indexOf(quoted ? u'"' : u'>', open + 1);
        found.append({match.capturedStart(), m_source.mid(open + 1, end - open - 1), quoted});
    }
    return found;
}

QString CppText::literalAt(qsizetype offset) const
{
    static const QRegularExpression opening(uR"(\G\s*(?:QStringLiteral\(|QLatin1StringView\()?(?:u8|u|U|L)?R?")"_s);
    const auto match =
        opening.match(m_code, offset, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return {};
    for (const auto& literal : m_literals) {
        if (literal.offset == match.capturedEnd() - 1)
            return literal.text.isNull() ? u""_s : literal.text;
    }
    return {};
}

qsizetype CppText::closing(qsizetype open) const
{
    int depth = 0;
    for (auto i = open; i < m_code.size(); ++i) {
        if (u"([{"_s.contains(m_code[i]))
            ++depth;
        else if (u")]}"_s.contains(m_code[i]) && --depth == 0)
            return i + 1;
    }
    return m_code.size();
}

QStringList CppText::arguments(qsizetype open) const
{
    const auto inside = withoutTemplateCommas(m_code.mid(open + 1, closing(open) - open - 2));
    QStringList found;
    int depth = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= inside.size(); ++i) {
        if (i == inside.size() || (inside[i] == u',' && depth == 0)) {
            found << inside.mid(start, i - start).trimmed();
            start = i + 1;
        } else if (u"([{"_s.contains(inside[i])) {
            ++depth;
        } else if (u")]}"_s.contains(inside[i])) {
            --depth;
        }
    }
    return found;
}

} // namespace kuaiban::tree
