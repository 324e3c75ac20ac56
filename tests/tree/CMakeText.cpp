#include "CMakeText.h"

#include <QRegularExpression>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

QStringList CMakeCommand::after(const QString& keyword, const QStringList& keywords) const
{
    QStringList found;
    bool inside = false;
    for (const auto& argument : arguments) {
        if (keywords.contains(argument))
            inside = argument == keyword;
        else if (inside)
            found << argument;
    }
    return found;
}

QList<CMakeCommand> cmakeCommands(const QString& text)
{
    // A comment, a quoted argument, a parenthesis, or a bare word.
    static const QRegularExpression token(uR"-(#[^\n]*|"((?:[^"\\]|\\.)*)"|([()])|([^\s()#"]+))-"_s);
    QList<CMakeCommand> commands;
    QString word;
    int depth = 0;
    int line = 1;
    qsizetype counted = 0;
    auto matches = token.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        line += static_cast<int>(QStringView(text).mid(counted, match.capturedStart() - counted).count(u'\n'));
        counted = match.capturedStart();
        if (match.captured().startsWith(u'#'))
            continue;
        if (match.captured(2) == "("_L1) {
            if (++depth == 1)
                commands.append({word.toLower(), {}, line});
        } else if (match.captured(2) == ")"_L1) {
            --depth;
        } else if (depth == 0) {
            word = match.captured();
        } else {
            commands.last().arguments << (match.captured(3).isEmpty() ? match.captured(1) : match.captured(3));
        }
    }
    return commands;
}

} // namespace kuaiban::tree
