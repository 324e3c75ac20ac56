#pragma once

#include "SourceTree.h"

#include <QHash>

namespace kuaiban::tree {

// Where a file lives: modules/<room>/, devices/<room>/ or app/<program>/<room>/; `inner` is a folder inside a room.
struct Room
{
    QString area;    // modules, devices, app; anything else is not product code
    QString program; // app only
    QString name;    // empty for files directly in a program's folder
    QString inner;

    static Room ofPath(const QString& path);
    QString path() const; // without `inner`
    bool sameRoom(const Room& other) const { return path() == other.path(); }
};

// The order of the rooms in a folder, read from the list in its CMakeLists.txt.
QStringList roomOrder(const SourceTree& tree, const QString& folder);

// A target of the product and what it is linked with.
struct Target
{
    QString name;
    QString folder;
    int line;
    QStringList links;
};

// The targets that the CMakeLists.txt of modules, devices and app declare, by name.
QHash<QString, Target> productTargets(const SourceTree& tree);

} // namespace kuaiban::tree
