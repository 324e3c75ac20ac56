#pragma once

#include "modules/base/Result.h"
#include "SourcePosition.h"

#include <QList>
#include <QString>

namespace kuaiban::expr {

enum class TokenKind { End, Integer, Decimal, String, Name, Symbol };

struct Token
{
    TokenKind kind = TokenKind::End;
    QString text; // of a string: with its escapes resolved
    SourcePosition position;

    bool isSymbol(QLatin1StringView symbol) const { return kind == TokenKind::Symbol && text == symbol; }
};

// Splits a source into tokens; the last one is TokenKind::End. Fails with `expr.syntax` at the first wrong character.
Result<QList<Token>> tokens(const QString& source);

} // namespace kuaiban::expr
