#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace kuaiban::tree {

struct CMakeCommand
{
    QString name;
    QStringList arguments;
    int line;

    // What stands between `keyword` and the next word that is one of `keywords`.
    QStringList after(const QString& keyword, const QStringList& keywords) const;
};

// The commands of a CMakeLists.txt in order, whatever blocks they stand in. Variables are left as written.
QList<CMakeCommand> cmakeCommands(const QString& text);

} // namespace kuaiban::tree
