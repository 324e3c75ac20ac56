#include "ShellCommands.h"

#include "CppText.h"

#include <QRegularExpression>
#include <QScopedValueRollback>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString> Builtins{u":"_s, u"."_s, u"["_s, u"alias"_s, u"bg"_s, u"break"_s, u"builtin"_s, u"cd"_s,
    u"command"_s, u"continue"_s, u"declare"_s, u"echo"_s, u"eval"_s, u"exec"_s, u"exit"_s, u"export"_s, u"false"_s,
    u"fg"_s, u"getopts"_s, u"hash"_s, u"help"_s, u"jobs"_s, u"kill"_s, u"let"_s, u"local"_s, u"mapfile"_s, u"popd"_s,
    u"printf"_s, u"pushd"_s, u"pwd"_s, u"read"_s, u"readarray"_s, u"readonly"_s, u"return"_s, u"set"_s, u"shift"_s,
    u"shopt"_s, u"source"_s, u"test"_s, u"times"_s, u"trap"_s, u"true"_s, u"type"_s, u"typeset"_s, u"ulimit"_s,
    u"umask"_s, u"unalias"_s, u"unset"_s, u"wait"_s};
// Words behind which another command begins.
const QSet<QString> Opening{
    u"if"_s, u"then"_s, u"elif"_s, u"else"_s, u"do"_s, u"while"_s, u"until"_s, u"!"_s, u"{"_s, u"time"_s, u"coproc"_s};
const QSet<QString> Closing{u"fi"_s, u"done"_s, u"esac"_s, u"}"_s};
const QSet<QString> Wrappers{u"env"_s, u"exec"_s, u"nice"_s, u"nohup"_s, u"runuser"_s, u"setsid"_s, u"sudo"_s,
    u"timeout"_s, u"unshare"_s, u"xargs"_s};

} // namespace

ShellCommands::ShellCommands(const QString& script)
    : m_script(script)
{
    list(QChar());
    m_called.subtract(m_functions);
    m_called.subtract(Builtins);
}

void ShellCommands::list(QChar end)
{
    const QScopedValueRollback<QChar> inside(m_end, end);
    auto expect = Expect::Command;
    while (m_at < m_script.size()) {
        const auto c = peek();
        if (c == end && !end.isNull()) {
            ++m_at;
            return;
        }
        if (c == u'\n') {
            ++m_at;
            skipHereDocuments();
            expect = Expect::Command;
        } else if (c == u';' && peek(1) == u';') {
            m_at += 2;
            casePatterns();
            expect = Expect::Command;
        } else if (u";|&"_s.contains(c)) {
            ++m_at;
            expect = Expect::Command;
        } else if (c.isSpace() || (c == u'\\' && peek(1) == u'\n')) {
            m_at += c == u'\\' ? 2 : 1;
        } else if (c == u'#') {
            skipTo(u"\n"_s);
            --m_at;
        } else if (c == u'(' && peek(1) == u'(') {
            skipTo(u"))"_s);
            expect = Expect::Argument;
        } else if (c == u'(') {
            ++m_at;
            list(u')');
        } else if (c == u')') {
            ++m_at;
        } else if (c == u'<' || c == u'>') {
            skipRedirection();
        } else {
            word(expect);
        }
    }
}

void ShellCommands::word(Expect& expect)
{
    static const QRegularExpression assignment(uR"(^\w+(\[[^\]]*\])?\+?=)"_s);
    static const QRegularExpression option(uR"(^(-.*|\d.*)$)"_s);
    const auto text = readWord();
    if (expect == Expect::Argument)
        return;
    if (assignment.match(text).hasMatch()) {
        if (peek() == u'(') { // an array: its words are no commands, but may hold some
            ++m_at;
            while (m_at < m_script.size() && peek() != u')') {
                if (peek().isSpace())
                    ++m_at;
                else if (peek() == u'#')
                    skipTo(u"\n"_s);
                else
                    readWord();
            }
            ++m_at;
        }
        return;
    }
    if (expect == Expect::BehindWrapper && option.match(text).hasMatch())
        return;
    if (text == "[["_L1) {
        skipTo(u"]]"_s);
    } else if (text == "case"_L1) {
        skipBlanks();
        readWord();
        skipBlanks();
        readWord();
        casePatterns();
        expect = Expect::Command;
        return;
    } else if (Opening.contains(text)) {
        return;
    } else if (Wrappers.contains(text)) {
        m_called.insert(text);
        expect = Expect::BehindWrapper;
        return;
    } else if (!Closing.contains(text) && text != "for"_L1 && text != "select"_L1 && text != "function"_L1 &&
               m_plainWord) {
        if (peek() == u'(' && peek(1) == u')') {
            m_functions.insert(text);
            m_at += 2;
            expect = Expect::Command;
            return;
        }
        m_called.insert(text);
    }
    expect = Expect::Argument;
}

// One word, without its quotes; commands inside it are collected on the way.
QString ShellCommands::readWord()
{
    const auto start = m_at;
    m_plainWord = true;
    while (m_at < m_script.size()) {
        const auto c = peek();
        if (c.isSpace() || u";|&()<>"_s.contains(c) || (c == u'`' && m_end == u'`'))
            break;
        if (c == u'\\') {
            m_at += 2;
        } else if (c == u'\'') {
            ++m_at;
            skipTo(u"'"_s);
        } else if (c == u'"') {
            quoted();
        } else if (c == u'$' || c == u'`') {
            substitution();
        } else {
            ++m_at;
        }
    }
    if (m_at == start) // a character that begins no word: leave it behind
        ++m_at;
    auto text = m_script.mid(start, m_at - start);
    m_plainWord = m_plainWord && !text.contains(u'$') && !text.contains(u'`') && !text.contains(u'*');
    return text.remove(u'"').remove(u'\'');
}

void ShellCommands::quoted()
{
    ++m_at;
    while (m_at < m_script.size() && peek() != u'"') {
        if (peek() == u'\\')
            m_at += 2;
        else if (peek() == u'$' || peek() == u'`')
            substitution();
        else
            ++m_at;
    }
    ++m_at;
}

void ShellCommands::substitution()
{
    m_plainWord = false;
    if (peek() == u'`') {
        ++m_at;
        list(u'`');
    } else if (peek(1) == u'(' && peek(2) == u'(') {
        m_at += 3;
        skipTo(u"))"_s);
    } else if (peek(1) == u'(') {
        m_at += 2;
        list(u')');
        m_plainWord = false;
    } else if (peek(1) == u'{') {
        m_at += 2;
        while (m_at < m_script.size() && peek() != u'}') {
            if (peek() == u'$')
                substitution();
            else
                ++m_at;
        }
        ++m_at;
    } else {
        ++m_at;
    }
}

void ShellCommands::skipRedirection()
{
    if (peek(1) == u'(') { // process substitution
        m_at += 2;
        list(u')');
        return;
    }
    const bool here = peek() == u'<' && peek(1) == u'<' && peek(2) != u'<';
    while (u"<>&-"_s.contains(peek()))
        ++m_at;
    skipBlanks();
    const auto target = readWord();
    if (here)
        m_hereDocuments << target;
}

void ShellCommands::skipHereDocuments()
{
    for (const auto& delimiter : std::as_const(m_hereDocuments)) {
        while (m_at < m_script.size()) {
            const auto end = m_script.indexOf(u'\n', m_at);
            const auto line = m_script.mid(m_at, end < 0 ? -1 : end - m_at);
            m_at = end < 0 ? m_script.size() : end + 1;
            if (line.trimmed() == delimiter)
                break;
        }
    }
    m_hereDocuments.clear();
}

// Stands behind "in" or ";;": leaves the patterns up to their parenthesis behind, or finds esac.
void ShellCommands::casePatterns()
{
    static const QRegularExpression pattern(uR"(\G\s*(?:#[^\n]*\n\s*)*(?:(esac)\b|\(?[^)\n]*\)))"_s);
    const auto match =
        pattern.match(m_script, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (match.hasMatch())
        m_at = match.capturedEnd();
}

void ShellCommands::skipTo(const QString& end)
{
    const auto at = m_script.indexOf(end, m_at);
    m_at = at < 0 ? m_script.size() : at + end.size();
}

void ShellCommands::skipBlanks()
{
    while (peek() == u' ' || peek() == u'\t')
        ++m_at;
}

QSet<QString> programsNamedInCpp(const QString& source)
{
    static const QRegularExpression call(
        uR"(\b(findExecutable|setProgram|startDetached|QProcess::execute|start)\s*\()"_s);
    static const QRegularExpression name(uR"(^[a-zA-Z][\w+.-]*$)"_s);
    const CppText cpp(source);
    QSet<QString> found;
    auto matches = call.globalMatch(cpp.code());
    while (matches.hasNext()) {
        const auto program = cpp.literalAt(matches.next().capturedEnd());
        if (name.match(program).hasMatch())
            found.insert(program);
    }
    return found;
}

QSet<QString> programsNamedInPython(const QString& source)
{
    static const QRegularExpression call(
        uR"((?:\bsubprocess\.\w+|\bPopen|\bwhich)\(\s*\[?\s*["']([a-zA-Z][\w+.-]*)["'])"_s);
    QSet<QString> found;
    auto matches = call.globalMatch(source);
    while (matches.hasNext())
        found.insert(matches.next().captured(1));
    return found;
}

} // namespace kuaiban::tree
