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
        KB_TRY(pages, this->parameters(connection));
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

template<class T, class Read>
Result<T> ItemShelf::inForce(store::Connection& connection, std::optional<T> InForce::*part, Read read)
{
    const Definitions definitions(connection);
    KB_TRY(const qint64 stamp, definitions.stamp());
    {
        const QMutexLocker lock(&m_mutex);
        if (m_inForce.stamp == stamp && m_inForce.*part)
            return *(m_inForce.*part);
    }
    KB_TRY(auto fresh, read(definitions));
    const QMutexLocker lock(&m_mutex);
    if (m_inForce.stamp != stamp)
        m_inForce = {stamp, {}, {}, {}, {}};
    m_inForce.*part = fresh;
    return fresh;
}

Result<std::shared_ptr<const codes::WorkingCalendar>> ItemShelf::calendar(store::Connection& connection)
{
    using Calendar = std::shared_ptr<const codes::WorkingCalendar>;
    return inForce(connection, &InForce::calendar, [](const Definitions& definitions) -> Result<Calendar> {
        KB_TRY(const auto definition, definitions.current(u"codes"_s, u"calendar"_s));
        if (!definition) // before the first sync it knows weekends only
            return std::make_shared<const codes::WorkingCalendar>();
        KB_TRY(const auto json, parseObject(definition->content));
        KB_TRY(auto calendar, codes::WorkingCalendar::parse(json));
        return std::make_shared<const codes::WorkingCalendar>(std::move(calendar));
    });
}

Result<identity::Posts> ItemShelf::posts(store::Connection& connection)
{
    return inForce(connection, &InForce::posts, [](const Definitions& definitions) -> Result<identity::Posts> {
        KB_TRY(const auto definition, definitions.current(u"posts"_s, u"posts"_s));
        if (!definition)
            return identity::Posts();
        KB_TRY(const auto json, parseObject(definition->content));
        return identity::parsePosts(json);
    });
}

Result<std::shared_ptr<const KnownCodes>> ItemShelf::codes(store::Connection& connection)
{
    using Codes = std::shared_ptr<const KnownCodes>;
    return inForce(connection, &InForce::codes, [](const Definitions& definitions) -> Result<Codes> {
        KB_TRY(const auto tables, definitions.all(u"codes"_s));
        KB_TRY(auto known, KnownCodes::read(tables));
        return std::make_shared<const KnownCodes>(std::move(known));
    });
}

Result<QJsonObject> ItemShelf::parameters(store::Connection& connection)
{
    return inForce(connection, &InForce::parameters,
        [](const Definitions& definitions) { return definitions.revisions(u"parameters"_s); });
}

} // namespace kuaiban::casework
