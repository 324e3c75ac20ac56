#include "ItemShelf.h"

#include "FormEnvironments.h"
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
    auto effects = ItemEffects::compile(*item, *form);
    if (!effects)
        return fail(broken(key, effects.error()));
    for (const auto& field : item->result) {
        const auto* known = form->fieldAt(field);
        if (!known || known->kind == forms::FieldKind::Table)
            return fail(
                catalogue::definitionBroken(key, u"result: “%1” is not a plain field of the form"_s.arg(field)));
    }
    auto routing = Routing::compile(*flow, *form);
    if (!routing)
        return fail(broken(key, routing.error()));
    return std::make_shared<const PreparedItem>(PreparedItem{std::move(*item), std::move(*flow), std::move(*form),
        std::move(*materials), std::move(*effects), std::move(*routing), {}});
}

Result<std::optional<forms::FormEnvironment>> ItemShelf::calculating(
    store::Connection& connection, const QJsonObject& parameters, const QByteArray& place)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_calculating.constFind(place); known != m_calculating.constEnd())
            return std::optional(*known);
    }
    QList<QJsonObject> pages;
    for (auto page = parameters.begin(); page != parameters.end(); ++page) {
        KB_TRY(
            const auto definition, Definitions(connection).revision(u"parameters"_s, page.key(), page.value().toInt()));
        if (!definition)
            return std::optional<forms::FormEnvironment>();
        KB_TRY(const auto json, parseObject(definition->content));
        pages.append(json);
    }
    KB_TRY(const auto set, calc::ParameterSet::parse(pages));
    const auto environment = withCalculators(m_environment, set);
    const QMutexLocker lock(&m_mutex);
    m_calculating.insert(place, environment);
    return std::optional(environment);
}

Result<std::shared_ptr<const PreparedItem>> ItemShelf::item(
    store::Connection& connection, const QString& id, int revision, const QJsonObject& parameters)
{
    QJsonObject pages = parameters;
    if (pages.isEmpty()) {
        KB_TRY(pages, Definitions(connection).revisions(u"parameters"_s));
    }
    const QByteArray pinned = canonicalBytes(pages);
    const QByteArray place = u"%1/%2/"_s.arg(id).arg(revision).toUtf8() + pinned;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_items.constFind(place); known != m_items.constEnd())
            return *known;
    }
    KB_TRY(const auto definition, Definitions(connection).revision(u"item"_s, id, revision));
    if (!definition)
        return std::shared_ptr<const PreparedItem>();
    KB_TRY(const auto environment, calculating(connection, pages, pinned));
    if (!environment)
        return std::shared_ptr<const PreparedItem>();
    KB_TRY(const auto prepared, prepareItem(definition->content, id, revision, *environment));
    auto kept = std::make_shared<PreparedItem>(*prepared);
    kept->parameters = pages;
    const QMutexLocker lock(&m_mutex);
    m_items.insert(place, kept);
    return std::shared_ptr<const PreparedItem>(kept);
}

Result<std::shared_ptr<const PreparedItem>> itemOf(
    ItemShelf& shelf, store::Connection& connection, const Case& state, const journal::Command& command)
{
    if (state.exists())
        return shelf.item(connection, state.item, state.itemRevision, state.parameters);
    const auto& body = command.body;
    return shelf.item(connection, body.value("item"_L1).toString(), body.value("revision"_L1).toInt(),
        body.value("parameters"_L1).toObject());
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

Result<std::shared_ptr<const KnownCodes>> ItemShelf::codes(store::Connection& connection)
{
    KB_TRY(const auto revisions, Definitions(connection).revisions(u"codes"_s));
    const QByteArray place = canonicalBytes(revisions);
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_codes.constFind(place); known != m_codes.constEnd())
            return *known;
    }
    KB_TRY(const auto definitions, Definitions(connection).all(u"codes"_s));
    KB_TRY(auto known, KnownCodes::read(definitions));
    auto shared = std::make_shared<const KnownCodes>(std::move(known));
    const QMutexLocker lock(&m_mutex);
    m_codes = {{place, shared}};
    return std::shared_ptr<const KnownCodes>(shared);
}

} // namespace kuaiban::casework
