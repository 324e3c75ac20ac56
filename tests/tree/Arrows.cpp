#include "Arrows.h"

#include "CppText.h"

#include <QDir>
#include <QSet>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

const QStringList Areas{u"modules"_s, u"devices"_s, u"app"_s};

// The Qt modules a room may use; empty means any.
QStringList allowedQt(const Room& room)
{
    const QStringList plain{u"Core"_s, u"Network"_s, u"Sql"_s, u"Concurrent"_s, u"Xml"_s};
    if (room.area == "modules"_L1 || (room.area == "app"_L1 && room.program == "hub"_L1))
        return plain;
    if (room.area == "devices"_L1)
        return room.name == "scanner"_L1 || room.name == "camera"_L1 ? plain + QStringList{u"SerialPort"_s, u"Gui"_s}
                                                                     : plain + QStringList{u"SerialPort"_s};
    return {};
}

bool qtIsForbidden(const Room& room, const QString& module)
{
    const auto allowed = allowedQt(room);
    return !allowed.isEmpty() && !allowed.contains(module);
}

} // namespace

Arrows::Arrows(const SourceTree& tree)
    : m_tree(tree)
    , m_targets(productTargets(tree))
{}

bool Arrows::before(const QString& folder, const QString& first, const QString& second) const
{
    const auto order = roomOrder(m_tree, folder);
    const auto at = order.indexOf(first);
    return at >= 0 && at < order.indexOf(second);
}

QString Arrows::objection(const Room& from, const Room& to) const
{
    if (!Areas.contains(to.area))
        return u"the product does not use %1/"_s.arg(to.area);
    if (from.sameRoom(to))
        return objectionInside(from, to);
    if (to.area == "devices"_L1 && !to.inner.isEmpty() && from.program != "device"_L1)
        return u"only app/device loads drivers from %1/%2"_s.arg(to.path(), to.inner);
    if (from.area == "modules"_L1) {
        if (to.area != "modules"_L1)
            return u"a module uses modules only"_s;
        return before(u"modules"_s, to.name, from.name)
                   ? QString()
                   : u"modules/%1 does not stand before modules/%2"_s.arg(to.name, from.name);
    }
    if (from.area == "devices"_L1) {
        if (from.name == "camera"_L1 && to.path() == "devices/scanner"_L1) // a camera is one more kind of scanner
            return {};
        const auto allowed =
            to.path() == "devices/base"_L1 || to.path() == "modules/base"_L1 || to.path() == "modules/codes"_L1;
        return allowed ? QString() : u"devices use devices/base, modules/base and modules/codes only"_s;
    }
    if (to.area != "app"_L1)
        return {};
    if (from.program != to.program)
        return u"programs do not use each other"_s;
    const auto folder = u"app/"_s + from.program;
    if (from.name.isEmpty() || before(folder, to.name, from.name))
        return {};
    return u"%1 does not stand before %2 in %3/CMakeLists.txt"_s.arg(to.path(), from.path(), folder);
}

// A folder inside a room builds upon the room; the room does not know it.
QString Arrows::objectionInside(const Room& from, const Room& to) const
{
    if (from.area != "devices"_L1 || to.inner.isEmpty() || from.inner == to.inner)
        return {};
    return u"%1 does not use its inner folder %2"_s.arg(from.path(), to.inner);
}

Findings Arrows::includes() const
{
    Findings found;
    for (const auto& path : m_tree.productCode())
        found << includesOf(path);
    return found;
}

Findings Arrows::includesOf(const QString& path) const
{
    Findings found;
    const auto text = m_tree.text(path);
    const auto from = Room::ofPath(path);
    const auto folder = path.left(path.lastIndexOf(u'/'));
    for (const auto& include : CppText(text).includes()) {
        const auto where = place(path, text, include.offset);
        const auto module = m_qt.moduleOf(include.path);
        if (module.startsWith("Qt"_L1) && qtIsForbidden(from, module.mid(2)))
            found.append({where, u"qt-include"_s, u"%1 may not use %2 (%3)"_s.arg(from.path(), module, include.path)});
        if (!include.quoted || include.path.endsWith(".moc"_L1))
            continue;
        auto target = QDir::cleanPath(folder + u'/' + include.path);
        if (!m_tree.has(target))
            target = include.path;
        if (!m_tree.has(target)) {
            found.append({where, u"include-unknown"_s,
                u"\"%1\" is no file of the project; headers of others stand in <>"_s.arg(include.path)});
            continue;
        }
        const auto why = objection(from, Room::ofPath(target));
        if (!why.isEmpty())
            found.append({where, u"include"_s, u"%1: %2"_s.arg(include.path, why)});
    }
    return found;
}

Findings Arrows::links() const
{
    Findings found;
    for (const auto& target : m_targets)
        found << linksOf(target);
    return found;
}

Findings Arrows::linksOf(const Target& target) const
{
    Findings found;
    const auto from = Room::ofPath(target.folder + u"/CMakeLists.txt"_s);
    const auto where = u"%1/CMakeLists.txt:%2"_s.arg(target.folder).arg(target.line);
    for (const auto& link : target.links) {
        if (link.startsWith("Qt6::"_L1) && qtIsForbidden(from, link.mid(5)))
            found.append({where, u"qt-link"_s, u"%1 may not link %2"_s.arg(from.path(), link)});
        const auto used = m_targets.constFind(link);
        if (used == m_targets.constEnd()) {
            if (link.startsWith("kuaiban_"_L1) && link != "kuaiban_settings"_L1)
                found.append({where, u"link-unknown"_s, u"%1 is no target of the product"_s.arg(link)});
            continue;
        }
        const auto why = objection(from, Room::ofPath(used->folder + u"/CMakeLists.txt"_s));
        if (!why.isEmpty())
            found.append({where, u"link"_s, u"%1: %2"_s.arg(link, why)});
    }
    const auto way = wayToForbiddenQt(target);
    if (way.size() > 2) // shorter ways are direct links, reported above
        found.append(
            {where, u"qt-way"_s, u"%1 reaches %2 by way of %3"_s.arg(target.name, way.last(), way.join(u" → "_s))});
    return found;
}

// The names from `target` to a Qt library that its room may not use, or nothing.
QStringList Arrows::wayToForbiddenQt(const Target& target) const
{
    const auto room = Room::ofPath(target.folder + u"/CMakeLists.txt"_s);
    QList<QStringList> ways{{target.name}};
    QSet<QString> seen{target.name};
    for (qsizetype i = 0; i < ways.size(); ++i) {
        const auto way = ways[i];
        for (const auto& link : m_targets.value(way.last()).links) {
            if (link.startsWith("Qt6::"_L1) && way.size() > 1 && qtIsForbidden(room, link.mid(5)) &&
                link != "Qt6::SerialPort"_L1)
                return way + QStringList{link};
            if (m_targets.contains(link) && !seen.contains(link)) {
                seen.insert(link);
                ways << way + QStringList{link};
            }
        }
    }
    return {};
}

Findings Arrows::folders() const
{
    Findings found;
    QSet<QString> seen;
    for (const auto& path : m_tree.productCode()) {
        const auto room = Room::ofPath(path);
        if (room.name.isEmpty() || seen.contains(room.path()))
            continue;
        seen.insert(room.path());
        const auto folder = room.program.isEmpty() ? room.area : room.area + u'/' + room.program;
        if (!roomOrder(m_tree, folder).contains(room.name))
            found.append({room.path(), u"folder"_s, u"%1/CMakeLists.txt does not name this room"_s.arg(folder)});
    }
    return found;
}

} // namespace kuaiban::tree
