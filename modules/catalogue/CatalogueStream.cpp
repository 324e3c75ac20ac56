#include "CatalogueStream.h"

#include "modules/base/ObjectReader.h"

namespace kuaiban::catalogue {

using namespace Qt::StringLiterals;
using journal::Decision;

Result<Decision> CatalogueStream::decide(
    store::Connection& connection, const QList<journal::Event>&, const journal::Command& command)
{
    ObjectReader body(command.body);
    QList<journal::NewEvent> events;
    QHash<QString, Definition> fresh; // of this command: the same key may stand in it twice
    const auto list = body.array(u"definitions"_s);
    for (qsizetype i = 0; i < list.size(); ++i) {
        ObjectReader item(list.at(i).toObject(), u"definitions[%1]"_s.arg(i));
        const QString table = item.text(u"table"_s);
        const QString key = item.text(u"key"_s);
        const QString content = item.text(u"content"_s);
        if (const auto done = item.finish(); !done)
            return Decision::refuse(done.error());
        const QString place = table + u'/' + key;
        KB_TRY(auto present, Definitions(connection).current(table, key));
        if (fresh.contains(place))
            present = fresh.value(place);
        if (present && present->content == content.toUtf8())
            continue;
        const Definition next{table, key, present ? present->revision + 1 : 1, content.toUtf8()};
        fresh.insert(place, next);
        events.append({u"DefinitionPublished"_s,
            {{u"table"_s, table}, {u"key"_s, key}, {u"revision"_s, next.revision}, {u"content"_s, content}}, {}, 1});
    }
    if (const auto done = body.finish(); !done)
        return Decision::refuse(done.error());
    return Decision::accept(std::move(events));
}

Result<Definition> definitionOf(const journal::Event& event)
{
    ObjectReader body(event.body);
    Definition definition{body.text(u"table"_s), body.text(u"key"_s), static_cast<int>(body.integer(u"revision"_s)),
        body.text(u"content"_s).toUtf8()};
    KB_CHECK(body.finish());
    return definition;
}

Done DefinitionTable::apply(store::Connection& connection, const journal::Event& event)
{
    if (event.streamKind != CatalogueStream::kind())
        return {};
    KB_TRY(const auto definition, definitionOf(event));
    return Definitions(connection).put(definition);
}

Done DefinitionTable::clear(store::Connection& connection)
{
    return Definitions(connection).clear();
}

} // namespace kuaiban::catalogue
