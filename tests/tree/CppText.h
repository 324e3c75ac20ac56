#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace kuaiban::tree {

// A C++ file taken apart just far enough that a check never mistakes a comment or a literal for code. All texts have
// the same length and lines as the file, so an offset means the same place in each of them.
class CppText
{
public:
    struct Literal
    {
        qsizetype offset; // of the opening quote
        QString text;     // between the quotes, escapes as written
    };

    struct Include
    {
        qsizetype offset;
        QString path;
        bool quoted; // "…" rather than <…>
    };

    explicit CppText(const QString& source);

    const QString& code() const& { return m_code; }                // comments and what stands in literals are blank
    const QList<Literal>& literals() const& { return m_literals; } // strings, not characters
    void literals() const&& = delete; // a loop over the list of a temporary would outlive it
    QList<Include> includes() const;

    // The string literal that begins at or shortly after `offset`, behind blanks and a prefix such as u or u8; its
    // text, or a null string when something else stands there.
    QString literalAt(qsizetype offset) const;

    // The arguments of the call whose opening parenthesis is at `open`, as code, trimmed.
    QStringList arguments(qsizetype open) const;

    // Behind the parenthesis or brace that closes the one at `open`.
    qsizetype closing(qsizetype open) const;

private:
    qsizetype literalEnd(qsizetype quote) const;
    bool isRawString(qsizetype quote) const;
    bool isDigitSeparator(qsizetype quote) const;

    QString m_source;
    QString m_code;
    QList<Literal> m_literals;
};

} // namespace kuaiban::tree
