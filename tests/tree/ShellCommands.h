#pragma once

#include <QSet>
#include <QString>

namespace kuaiban::tree {

// The programs that a bash script calls by a fixed name: first words of commands, also inside $(…) and behind words
// such as env or timeout. Shell builtins and functions of the script are not among them, names held in variables
// neither.
class ShellCommands
{
public:
    explicit ShellCommands(const QString& script);

    const QSet<QString>& called() const { return m_called; }
    const QSet<QString>& functions() const { return m_functions; }

private:
    enum class Expect { Command, Argument, BehindWrapper };

    void list(QChar end); // commands up to `end`, or the end of the script
    void word(Expect& expect);
    QString readWord();
    void quoted();
    void substitution();
    void skipHereDocuments();
    void skipRedirection();
    void casePatterns();
    void skipTo(const QString& end);
    void skipBlanks();
    QChar peek(int ahead = 0) const { return m_at + ahead < m_script.size() ? m_script[m_at + ahead] : QChar(); }

    QString m_script;
    qsizetype m_at = 0;
    QSet<QString> m_called;
    QSet<QString> m_functions;
    QStringList m_hereDocuments; // delimiters whose text begins on the next line
    QChar m_end;                 // what ends the list being read: ) or ` or nothing
    bool m_plainWord = true;     // the last word held nothing that is known at run time only
};

// Programs that C++ and Python code names literally: QProcess, QStandardPaths::findExecutable, subprocess.
QSet<QString> programsNamedInCpp(const QString& source);
QSet<QString> programsNamedInPython(const QString& source);

} // namespace kuaiban::tree
