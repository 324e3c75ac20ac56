#include "HubCore.h"

#include "api/HubCommands.h"
#include "api/HubErrors.h"
#include "api/HubSchema.h"
#include "api/HubWorker.h"
#include "CatalogueCheck.h"
#include "modules/announcements/AnnouncementSchema.h"
#include "modules/announcements/AnnouncementStream.h"
#include "modules/base/Json.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/CaseTable.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/casework/Merging.h"
#include "modules/casework/RegisterReaction.h"
#include "modules/catalogue/CatalogueErrors.h"
#include "modules/catalogue/CatalogueStream.h"
#include "modules/catalogue/DefinitionFiles.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentitySchema.h"
#include "modules/identity/OrganisationStream.h"
#include "modules/journal/Feed.h"
#include "modules/journal/JournalErrors.h"
#include "modules/journal/JournalSchema.h"
#include "modules/registry/RegistrySchema.h"
#include "modules/store/Migration.h"
#include "modules/store/OpenDatabase.h"
#include "modules/store/Transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::unique_ptr<journal::StreamKind>> streamKinds(
    const identity::Posts& posts, casework::ItemShelf& shelf, const blobs::BlobStore& blobs, const Clock& clock)
{
    std::vector<std::unique_ptr<journal::StreamKind>> kinds;
    kinds.push_back(std::make_unique<identity::AccountStream>(posts));
    kinds.push_back(std::make_unique<identity::OrganisationStream>());
    kinds.push_back(std::make_unique<announcements::AnnouncementStream>(posts, clock));
    kinds.push_back(std::make_unique<announcements::ReceiptStream>());
    kinds.push_back(std::make_unique<catalogue::CatalogueStream>());
    kinds.push_back(std::make_unique<casework::CaseStream>(shelf, blobs));
    return kinds;
}

journal::Projections projections()
{
    journal::Projections list;
    list.push_back(std::make_unique<identity::AccountTable>());
    list.push_back(std::make_unique<identity::OrganisationTable>());
    list.push_back(std::make_unique<announcements::AnnouncementTable>());
    list.push_back(std::make_unique<catalogue::DefinitionTable>());
    list.push_back(std::make_unique<casework::CaseTable>());
    return list;
}

std::vector<std::unique_ptr<journal::Reaction>> reactions(casework::ItemShelf& shelf)
{
    std::vector<std::unique_ptr<journal::Reaction>> list;
    list.push_back(std::make_unique<casework::RegisterReaction>(shelf));
    list.push_back(std::make_unique<casework::MergeReaction>(shelf));
    return list;
}

Result<identity::Posts> postsOf(const QString& resources)
{
    QFile file(resources + "/catalogue/posts.json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return fail(catalogue::folderUnreadable(file.fileName()));
    KB_TRY(const auto json, parseObject(file.readAll()));
    return identity::parsePosts(json);
}

Done makeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return fail(folderNotUsable(folder));
    return {};
}

} // namespace

HubCore::HubCore(HubConfig config, const Clock& clock, RandomSource& random, const identity::Posts& posts)
    : m_config(std::move(config))
    , m_ids(clock, random)
    , m_blobs(m_config.blobs)
    , m_shelf(casework::standardFormEnvironment())
    , m_gate(clock, random, streamKinds(posts, m_shelf, m_blobs, clock), projections())
    , m_reactions(clock, random, m_gate.projections(), reactions(m_shelf))
    , m_parts{clock, random, m_ids, m_gate, m_reactions, m_shelf, m_blobs, m_writing, m_bell, m_contacts,
          m_config.publicBase, nullptr}
{}

Result<std::unique_ptr<HubCore>> HubCore::open(const HubConfig& config, const Clock& clock, RandomSource& random)
{
    KB_TRY(const auto posts, postsOf(config.resources));
    if (!store::isServerAddress(config.database))
        KB_CHECK(makeFolder(QFileInfo(config.database).absolutePath()));
    KB_CHECK(makeFolder(config.blobs));
    std::unique_ptr<HubCore> core(new HubCore(config, clock, random, posts));
    KB_CHECK(core->start());
    return core;
}

Done HubCore::start()
{
    if (!m_config.signingKey.isEmpty()) {
        QFile key(m_config.signingKey);
        if (!key.open(QIODevice::ReadOnly))
            return fail(journal::signingKeyUnusable(m_config.signingKey));
        KB_TRY(m_signer, journal::signerFromPem(key.readAll()));
    }
    if (!m_config.cardKey.isEmpty()) {
        KB_TRY(m_cards, SoftwareCardAuthority::fromFile(m_config.cardKey));
        m_parts.cards = m_cards.get();
    }
    KB_TRY(m_main, connect());
    KB_CHECK(store::migrate(
        *m_main, {journal::journalSchema(), identity::identitySchema(), announcements::announcementSchema(),
                     registry::registrySchema(), catalogue::definitionSchema(), casework::caseSchema(), hubSchema()}));
    KB_TRY(const qint64 head, journal::Feed(*m_main).head());
    m_bell.startAt(head);
    return {};
}

Result<std::unique_ptr<store::Connection>> HubCore::connect() const
{
    return store::openDatabase(m_config.database);
}

WorkerFactory HubCore::workers() const
{
    return [this]() -> Result<std::unique_ptr<WorkerContext>> {
        KB_TRY(auto connection, connect());
        return std::make_unique<HubWorker>(std::move(connection));
    };
}

Done HubCore::publishResources()
{
    KB_TRY(const auto found, checkCatalogue(m_config.resources));
    if (!found.problems.isEmpty())
        return fail(catalogue::definitionBroken(found.problems.constFirst().file, found.problems.constFirst().rule));
    QJsonArray changed;
    for (const auto& definition : found.definitions) {
        KB_TRY(const auto present, catalogue::Definitions(*m_main).current(definition.table, definition.key));
        if (!present || present->content != definition.content)
            changed.append(QJsonObject{{u"table"_s, definition.table}, {u"key"_s, definition.key},
                {u"content"_s, QString::fromUtf8(definition.content)}});
    }
    if (changed.isEmpty())
        return {};
    return submitAsHub(m_parts, *m_main,
        {{catalogue::CatalogueStream::kind(), catalogue::CatalogueStream::stream(), u"PublishDefinitions"_s,
            {{u"definitions"_s, changed}}}});
}

Done HubCore::checkpoint(store::Connection& connection)
{
    const std::lock_guard lock(m_writing);
    return journal::Feed(connection).checkpoint(m_parts.clock.nowMs(), m_signer.get());
}

} // namespace kuaiban::hub
