#include "Rooms.h"

#include "CMakeText.h"

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

Room Room::ofPath(const QString& path)
{
    auto folders = path.split(u'/');
    folders.removeLast();
    Room room{folders.value(0), {}, {}, {}};
    const int depth = room.area == "app"_L1 ? 2 : 1;
    if (depth == 2)
        room.program = folders.value(1);
    room.name = folders.value(depth);
    room.inner = folders.mid(depth + 1).join(u'/');
    return room;
}

QString Room::path() const
{
    QStringList parts{area, program, name};
    parts.removeAll(QString());
    return parts.join(u'/');
}

QStringList roomOrder(const SourceTree& tree, const QString& folder)
{
    QStringList order;
    for (const auto& command : cmakeCommands(tree.text(folder + u"/CMakeLists.txt"_s))) {
        if (command.name == "foreach"_L1)
            order << command.after(u"ITEMS"_s, {u"ITEMS"_s});
        else if (command.name == "add_subdirectory"_L1 && !command.arguments.value(0).contains(u'$'))
            order << command.arguments.value(0);
    }
    return order;
}

QHash<QString, Target> productTargets(const SourceTree& tree)
{
    const QStringList declaring{
        u"kuaiban_room"_s, u"add_library"_s, u"add_executable"_s, u"qt_add_library"_s, u"qt_add_executable"_s};
    const QStringList roomWords{u"SOURCES"_s, u"USES"_s, u"PRIVATELY"_s};
    QHash<QString, Target> targets;
    for (const auto& path : tree.paths({u"modules"_s, u"devices"_s, u"app"_s}, {u"CMakeLists.txt"_s})) {
        const auto folder = path.left(path.lastIndexOf(u'/'));
        for (const auto& command : cmakeCommands(tree.text(path))) {
            const auto name = command.arguments.value(0);
            if (declaring.contains(command.name))
                targets.insert(name, {name, folder, command.line, {}});
            if (command.name == "kuaiban_room"_L1)
                targets[name].links << command.after(u"USES"_s, roomWords) << command.after(u"PRIVATELY"_s, roomWords);
            if (command.name == "target_link_libraries"_L1 && targets.contains(name)) {
                auto links = command.arguments.mid(1);
                for (const auto word : {"PUBLIC"_L1, "PRIVATE"_L1, "INTERFACE"_L1})
                    links.removeAll(word);
                targets[name].links << links;
            }
        }
    }
    return targets;
}

} // namespace kuaiban::tree
