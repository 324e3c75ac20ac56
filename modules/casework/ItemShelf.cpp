#include "ItemShelf.h"

#include "modules/base/Json.h"
#include "modules/catalogue/CatalogueErrors.h"
#include "modules/catalogue/Definitions.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using catalogue::Definitions;

namespace {

Error broken(const QString& key, const Error& error)
{
    return catalogue::definitionBroken(key, error.detail.isEmpty() ? error.code : error.detail);
}

} // namespace

Result<std::shared_ptr<const PreparedItem>> prepareItem(
    const QByteArray& content, const QString& key, int revision, const forms::FormEnvironment& environment)
{
    const auto json = parseObject(content);
    if (!json)
        return fail(broken(key, json.error()));
    auto item = catalogue::parseItem(*json, revision);
    if (!item)
        return fail(broken(key, item.error()));
    auto flow = flow::FlowDefinition::parse(item->flow);
    if (!flow)
        return fail(broken(key, flow.error()));
    auto form = forms::FormDefinition::parse(item->form, environment);
    if (!form)
        return fail(broken(key, form.error()));
    auto materials = MaterialRules::compile(*item, *form);
    if (!materials)
        return fail(broken(key, materials.error()));
    return std::make_shared<const PreparedItem>(
        PreparedItem{std::move(*item), std::move(*flow), std::move(*form), std::move(*materials)});
}

Result<std::shared_ptr<const PreparedItem>> ItemShelf::item(
    store::Connection& connection, const QString& id, int revision)
{
    const QString place = u"%1/%2"_s.arg(id).arg(revision);
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_items.constFind(place); known != m_items.constEnd())
            return *known;
    }
    KB_TRY(const auto definition, Definitions(connection).revision(u"item"_s, id, revision));
    if (!definition)
        return std::shared_ptr<const PreparedItem>();
    KB_TRY(auto prepared, prepareItem(definition->content, id, revision, m_environment));
    const QMutexLocker lock(&m_mutex);
    m_items.insert(place, prepared);
    return prepared;
}

Result<std::shared_ptr<const PreparedItem>> ItemShelf::currentItem(store::Connection& connection, const QString& id)
{
    KB_TRY(const auto definition, Definitions(connection).current(u"item"_s, id));
    if (!definition)
        return std::shared_ptr<const PreparedItem>();
    return item(connection, id, definition->revision);
}

Result<std::shared_ptr<const codes::WorkingCalendar>> ItemShelf::calendar(store::Connection& connection)
{
    KB_TRY(const auto definition, Definitions(connection).current(u"codes"_s, u"calendar"_s));
    const int revision = definition ? definition->revision : 0;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_calendars.constFind(revision); known != m_calendars.constEnd())
            return *known;
    }
    codes::WorkingCalendar calendar; // before the first sync it knows weekends only
    if (definition) {
        KB_TRY(const auto json, parseObject(definition->content));
        KB_TRY(calendar, codes::WorkingCalendar::parse(json));
    }
    auto shared = std::make_shared<const codes::WorkingCalendar>(std::move(calendar));
    const QMutexLocker lock(&m_mutex);
    m_calendars.insert(revision, shared);
    return std::shared_ptr<const codes::WorkingCalendar>(shared);
}

Result<identity::Posts> ItemShelf::posts(store::Connection& connection)
{
    KB_TRY(const auto definition, Definitions(connection).current(u"posts"_s, u"posts"_s));
    const int revision = definition ? definition->revision : 0;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_posts.constFind(revision); known != m_posts.constEnd())
            return *known;
    }
    identity::Posts posts;
    if (definition) {
        KB_TRY(const auto json, parseObject(definition->content));
        KB_TRY(posts, identity::parsePosts(json));
    }
    const QMutexLocker lock(&m_mutex);
    m_posts.insert(revision, posts);
    return posts;
}

} // namespace kuaiban::casework
