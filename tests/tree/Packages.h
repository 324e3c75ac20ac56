#pragma once

#include "SourceTree.h"

#include <QHash>
#include <QSet>

namespace kuaiban::tree {

// The names in installer/packages.txt.
QStringList listedPackages(const SourceTree& tree);

// Every program that scripts and code of the project call by name, with the file that does.
QMap<QString, QString> calledPrograms(const SourceTree& tree);

// The packages that hold each of the programs on this machine; a program that is not here has none.
QHash<QString, QStringList> programOwners(const QStringList& programs);

// What dpkg knows about this machine.
class InstalledPackages
{
public:
    explicit InstalledPackages(const QString& database); // output of dpkg-query --show in the format below
    static QString format();
    static InstalledPackages ofThisMachine();

    bool isEmpty() const { return m_depends.isEmpty(); }
    // `roots`, the essential and required packages, and all they depend on.
    QSet<QString> withDependencies(const QStringList& roots) const;

private:
    QHash<QString, QStringList> m_depends;   // alternatives count: one of them is installed
    QHash<QString, QStringList> m_providers; // virtual package → packages
    QStringList m_base;
};

} // namespace kuaiban::tree
