#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace kuaiban::tree {

// One thing that a check does not agree with. `place` is "path:line" or a path.
struct Finding
{
    QString place;
    QString rule; // short name of the rule, for the checks' own tests
    QString message;
};
using Findings = QList<Finding>;

// True when there is none; otherwise prints them all, one a line (messages of QVERIFY2 are cut short).
bool none(const Findings& findings);

// Just "place rule" of each, sorted, for comparing in the checks' own tests.
QStringList brief(const Findings& findings);

// The text files of the project in memory, by path relative to the root. The checks work on this, so that their own
// tests can hand them a made-up tree that is wrong.
class SourceTree
{
public:
    explicit SourceTree(QMap<QString, QString> files);

    // What git knows or would add (so what is about to be committed counts too); everything outside build/ where there
    // is no git. Files that are not UTF-8 text are left out.
    static SourceTree ofProject(const QString& root);

    const QMap<QString, QString>& files() const { return m_files; }
    bool has(const QString& path) const { return m_files.contains(path); }
    QString text(const QString& path) const { return m_files.value(path); }

    // Paths below one of `folders` whose names end in one of `endings`; no folders means everywhere.
    QStringList paths(const QStringList& folders, const QStringList& endings) const;
    // The C++ files of the programs, without the tests.
    QStringList productCode() const;

private:
    QMap<QString, QString> m_files;
};

// The line, counted from 1, on which `offset` lies.
int lineAt(const QString& text, qsizetype offset);

// "path:line"
QString place(const QString& path, const QString& text, qsizetype offset);

} // namespace kuaiban::tree
