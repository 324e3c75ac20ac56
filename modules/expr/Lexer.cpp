#include "Lexer.h"

#include "ExprErrors.h"

#include <array>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Symbols{"||"_L1, "&&"_L1, "=="_L1, "!="_L1, "<="_L1, ">="_L1, "<"_L1, ">"_L1, "!"_L1, "+"_L1,
    "-"_L1, "*"_L1, "/"_L1, "%"_L1, "?"_L1, ":"_L1, "("_L1, ")"_L1, "["_L1, "]"_L1, "{"_L1, "}"_L1, "."_L1, ","_L1};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool startsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

class Lexer
{
public:
    explicit Lexer(const QString& source)
        : m_source(source)
    {}

    Result<QList<Token>> run()
    {
        QList<Token> list;
        for (;;) {
            skipBlanks();
            KB_TRY(auto token, next());
            list.append(token);
            if (token.kind == TokenKind::End)
                return list;
        }
    }

private:
    bool atEnd(qsizetype ahead = 0) const { return m_at + ahead >= m_source.size(); }
    QChar peek(qsizetype ahead = 0) const { return atEnd(ahead) ? QChar() : m_source[m_at + ahead]; }

    void advance(qsizetype count = 1)
    {
        for (qsizetype i = 0; i < count && !atEnd(); ++i, ++m_at) {
            if (peek() == u'\n') {
                ++m_position.line;
                m_position.column = 1;
            } else if (!peek().isLowSurrogate()) { // the column counts code points
                ++m_position.column;
            }
        }
    }

    void skipBlanks()
    {
        for (;;) {
            if (!atEnd() && (peek() == u' ' || peek() == u'\t' || peek() == u'\n' || peek() == u'\r')) {
                advance();
            } else if (peek() == u'/' && peek(1) == u'/') {
                while (!atEnd() && peek() != u'\n')
                    advance();
            } else {
                return;
            }
        }
    }

    Result<Token> next()
    {
        if (atEnd())
            return Token{TokenKind::End, {}, m_position};
        if (isDigit(peek()))
            return number();
        if (startsName(peek()))
            return name();
        if (peek() == u'"' || peek() == u'\'')
            return string();
        for (const auto symbol : Symbols) {
            if (QStringView(m_source).sliced(m_at).startsWith(symbol)) {
                const Token token{TokenKind::Symbol, symbol, m_position};
                advance(symbol.size());
                return token;
            }
        }
        return fail(syntaxError(u"a value or an operator"_s, nearText(), m_position));
    }

    Result<Token> number()
    {
        Token token{TokenKind::Integer, {}, m_position};
        const auto takeDigits = [&] {
            while (isDigit(peek())) {
                token.text += peek();
                advance();
            }
        };
        takeDigits();
        if (peek() == u'.' && isDigit(peek(1))) {
            token.kind = TokenKind::Decimal;
            token.text += u'.';
            advance();
            takeDigits();
        }
        if (startsName(peek()))
            return fail(syntaxError(u"an operator after the number"_s, nearText(), m_position));
        return token;
    }

    Result<Token> name()
    {
        Token token{TokenKind::Name, {}, m_position};
        while (startsName(peek()) || isDigit(peek())) {
            token.text += peek();
            advance();
        }
        return token;
    }

    Result<Token> string()
    {
        Token token{TokenKind::String, {}, m_position};
        const QChar quote = peek();
        advance();
        while (peek() != quote || atEnd()) {
            if (atEnd() || peek() == u'\n')
                return fail(syntaxError(u"the closing quotation mark"_s, nearText(), m_position));
            if (peek() == u'\\') {
                KB_TRY(const auto character, escape());
                token.text += character;
            } else {
                token.text += peek();
                advance();
            }
        }
        advance();
        return token;
    }

    Result<QString> escape()
    {
        const SourcePosition start = m_position;
        advance();
        const QChar letter = peek();
        advance();
        switch (letter.unicode()) {
        case u'n':
            return u"\n"_s;
        case u't':
            return u"\t"_s;
        case u'r':
            return u"\r"_s;
        case u'\\':
        case u'"':
        case u'\'':
            return QString(letter);
        case u'u':
            return codePoint(4, start);
        case u'U':
            return codePoint(8, start);
        default:
            return fail(syntaxError(u"\\n \\t \\r \\\\ \\\" \\' \\u0000 or \\U00000000"_s, u"\\"_s + letter, start));
        }
    }

    Result<QString> codePoint(int digits, SourcePosition start)
    {
        const auto hex = QStringView(m_source).sliced(m_at, std::min<qsizetype>(digits, m_source.size() - m_at));
        bool ok = hex.size() == digits && std::all_of(hex.begin(), hex.end(), [](QChar c) {
            return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        });
        const uint value = ok ? hex.toUInt(&ok, 16) : 0;
        if (!ok || value > 0x10ffff || QChar::isSurrogate(value))
            return fail(syntaxError(u"the number of a character"_s, hex.toString(), start));
        advance(digits);
        const char32_t character = value;
        return QString::fromUcs4(&character, 1);
    }

    QString nearText() const { return m_source.sliced(m_at, std::min<qsizetype>(12, m_source.size() - m_at)); }

    const QString& m_source;
    qsizetype m_at = 0;
    SourcePosition m_position;
};

} // namespace

Result<QList<Token>> tokens(const QString& source)
{
    return Lexer(source).run();
}

} // namespace kuaiban::expr
