#pragma once

#include "QtHeaders.h"
#include "Rooms.h"

namespace kuaiban::tree {

// The allowed arrows between rooms:
//  modules  use the modules that stand before them in modules/CMakeLists.txt;
//  devices  use devices/base, modules/base and modules/codes;
//  app      uses modules and devices; within one program a room uses those before it, the program's own files use all.
// Qt Gui and Widgets stay out of modules, app/hub and devices (devices/scanner may use Qt Gui). Scanner drivers (SANE)
// are for app/device alone, because they crash.
class Arrows
{
public:
    explicit Arrows(const SourceTree& tree);

    Findings includes() const; // #include directives of the product
    Findings links() const;    // link lines of the product, direct and by way of others
    Findings folders() const;  // rooms that no list names

private:
    QString objection(const Room& from, const Room& to) const; // empty when the arrow is allowed
    QString objectionInside(const Room& from, const Room& to) const;
    bool before(const QString& folder, const QString& first, const QString& second) const;
    Findings includesOf(const QString& path) const;
    Findings linksOf(const Target& target) const;
    QStringList wayToForbiddenQt(const Target& target) const;

    const SourceTree& m_tree;
    QtHeaders m_qt;
    QHash<QString, Target> m_targets;
};

} // namespace kuaiban::tree
