#include "CaseWorld.h"

#include "modules/base/Digest.h"
#include "modules/base/Json.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/CaseTable.h"
#include "modules/casework/Duplicates.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/casework/Merging.h"
#include "modules/casework/RegisterReaction.h"
#include "modules/catalogue/CatalogueStream.h"
#include "modules/catalogue/DefinitionFiles.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentitySchema.h"
#include "modules/journal/Feed.h"
#include "modules/journal/JournalSchema.h"
#include "modules/journal/StreamLog.h"
#include "modules/registry/RegistrySchema.h"
#include "modules/store/Migration.h"
#include "modules/store/Transaction.h"
#include "tests/support/places/Places.h"
#include "tests/support/store/TestDatabase.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using journal::Command;

namespace {

const QString HomeArea = u"210603"_s;
const QString HubName = u"hub"_s;

// Read once a program: a simulation opens thousands of worlds.
Result<QList<catalogue::Definition>> ownDefinitions()
{
    static const auto all = catalogue::readDefinitionFiles(test::inSource(u"resources"));
    return all;
}

// Whole when short, so that a difference can be read; else its digest.
QString readable(const QByteArray& bytes)
{
    return bytes.size() > 600 ? digestOf(bytes) : QString::fromLatin1(bytes.toPercentEncoding(" {}[]\":,"));
}

} // namespace

CaseWorld::CaseWorld(quint32 seed)
    : random(seed)
    , blobs(folder.path())
    , shelf(casework::standardFormEnvironment())
{}

Done CaseWorld::open(const QList<catalogue::Definition>& definitions, Catalogue catalogue)
{
    KB_TRY(connection, testDatabase());
    KB_CHECK(
        store::migrate(*connection, {journal::journalSchema(), identity::identitySchema(), registry::registrySchema(),
                                        catalogue::definitionSchema(), casework::caseSchema()}));
    KB_TRY(auto all, ownDefinitions());
    all.removeIf(
        [](const catalogue::Definition& definition) { return definition.key == "areas"_L1; }); // large, never asked for
    if (catalogue == Catalogue::Small)
        all.removeIf([](const catalogue::Definition& definition) {
            return definition.table == "parameters"_L1 ||
                   (definition.table == "item"_L1 && definition.key != "free-intake"_L1);
        });
    const auto postsFile =
        std::find_if(all.begin(), all.end(), [](const catalogue::Definition& d) { return d.table == "posts"_L1; });
    KB_TRY(const auto postsJson, parseObject(postsFile->content));
    KB_TRY(const auto posts, identity::parsePosts(postsJson));

    std::vector<std::unique_ptr<journal::StreamKind>> kinds;
    kinds.push_back(std::make_unique<identity::AccountStream>(posts));
    kinds.push_back(std::make_unique<catalogue::CatalogueStream>());
    kinds.push_back(std::make_unique<casework::CaseStream>(shelf, blobs));
    journal::Projections projections;
    projections.push_back(std::make_unique<identity::AccountTable>());
    projections.push_back(std::make_unique<catalogue::DefinitionTable>());
    projections.push_back(std::make_unique<casework::CaseTable>());
    gate = std::make_unique<journal::CommandGate>(clock, random, std::move(kinds), std::move(projections));
    std::vector<std::unique_ptr<journal::Reaction>> handlers;
    handlers.push_back(std::make_unique<casework::RegisterReaction>(shelf));
    handlers.push_back(std::make_unique<casework::MergeReaction>(shelf));
    reactions = std::make_unique<journal::ReactionRunner>(clock, random, gate->projections(), std::move(handlers));

    KB_CHECK(publish(all + definitions));
    KB_CHECK(openAccount(clerk, u"zhao"_s, u"赵窗口"_s, {u"window-clerk"_s}, HomeArea));
    KB_CHECK(openAccount(secondClerk, u"qian"_s, u"钱窗口"_s, {u"window-clerk"_s}, HomeArea));
    KB_CHECK(openAccount(dispatcher, u"sun"_s, u"孙分发"_s, {u"dispatcher"_s}, HomeArea));
    KB_CHECK(openAccount(reviewer, u"li"_s, u"李审核"_s, {u"reviewer"_s}, HomeArea));
    KB_CHECK(openAccount(approver, u"zhou"_s, u"周审批"_s, {u"approver"_s}, HomeArea));
    KB_CHECK(openAccount(supervisor, u"wu"_s, u"吴领导"_s, {u"supervisor"_s}, HomeArea));
    KB_CHECK(openAccount(
        jack, u"zheng"_s, u"郑全能"_s, {u"window-clerk"_s, u"dispatcher"_s, u"reviewer"_s, u"supervisor"_s}, HomeArea));
    KB_CHECK(openAccount(outsider, u"wang"_s, u"王外区"_s, {u"reviewer"_s}, u"210682"_s));
    clock.advance(1000);
    return {};
}

Command CaseWorld::hubCommand(const QString& kind, const QString& stream, const QString& type, const QJsonObject& body)
{
    return {ids.next(), stream, kind, type, 1, HubName, HubName, version(stream), {},
        {clock.nowMs(), clock.nowMs(), false}, {}, body};
}

Done CaseWorld::publish(const QList<catalogue::Definition>& definitions)
{
    QJsonArray list;
    for (const auto& definition : definitions) {
        list.append(QJsonObject{{u"table"_s, definition.table}, {u"key"_s, definition.key},
            {u"content"_s, QString::fromUtf8(definition.content)}});
    }
    KB_TRY(const auto answer, send(hubCommand(catalogue::CatalogueStream::kind(), catalogue::CatalogueStream::stream(),
                                  u"PublishDefinitions"_s, {{u"definitions"_s, list}})));
    if (answer.reason)
        return fail(*answer.reason);
    return {};
}

Done CaseWorld::openAccount(
    Actor& actor, const QString& login, const QString& name, const QStringList& posts, const QString& area)
{
    actor = {ids.next(), name, u"desk-"_s + login};
    KB_TRY(const auto opened,
        send(hubCommand(identity::AccountStream::kind(), actor.id, u"OpenAccount"_s,
            {{u"login"_s, login}, {u"name"_s, name}, {u"area"_s, area}, {u"office"_s, u"振安区政务服务中心"_s}})));
    if (opened.reason)
        return fail(*opened.reason);
    for (const auto& post : posts)
        KB_CHECK(grant(actor, post, area));
    return {};
}

Done CaseWorld::grant(const Actor& actor, const QString& post, const QString& area, const QStringList& items)
{
    QJsonObject body{{u"id"_s, ids.next()}, {u"post"_s, post}, {u"area"_s, area}};
    if (!items.isEmpty())
        body.insert(u"items"_s, QJsonArray::fromStringList(items));
    KB_TRY(const auto answer, send(hubCommand(identity::AccountStream::kind(), actor.id, u"GrantPost"_s, body)));
    if (answer.reason)
        return fail(*answer.reason);
    return {};
}

Done CaseWorld::withdraw(const Actor& actor, const QString& post)
{
    for (const auto& held : account(actor).grants) {
        if (held.post != post || held.until != 0)
            continue;
        KB_TRY(const auto answer,
            send(hubCommand(identity::AccountStream::kind(), actor.id, u"WithdrawPost"_s, {{u"id"_s, held.id}})));
        if (answer.reason)
            return fail(*answer.reason);
    }
    return {};
}

Done CaseWorld::append(const Actor& actor, const QString& stream, const QString& type, int v, const QJsonObject& body)
{
    return store::inTransaction(*connection, [&]() -> Done {
        journal::StreamLog log(*connection, random);
        KB_TRY(auto head, log.head(stream));
        journal::Event event{stream, casework::CaseStream::kind(), 0, type, v, actor.id, actor.device, ids.next(),
            clock.nowMs(), false, body, {}, false};
        KB_CHECK(log.append(event, head, u"stream"_s));
        KB_CHECK(log.keepHead(stream, head));
        return casework::CaseTable().apply(*connection, event);
    });
}

Result<journal::Answer> CaseWorld::send(const Command& command, store::Connection* through)
{
    const bool ofHub = command.actor == HubName;
    KB_TRY(const auto answers, gate->submit(through ? *through : *connection, {command.toJson()},
                                   ofHub ? QString() : command.actor, ofHub ? QString() : command.device));
    return answers.constFirst();
}

QString CaseWorld::say(const Command& command, store::Connection* through)
{
    const auto answer = send(command, through);
    if (!answer)
        return u"failed "_s + answer.error().code;
    const QString verdict = journal::verdictName(answer->verdict);
    return answer->reason ? verdict + u' ' + answer->reason->code : verdict;
}

QList<journal::Event> CaseWorld::events(const QString& stream)
{
    return journal::StreamLog(*connection, random).history(stream).value_or(QList<journal::Event>{});
}

casework::Case CaseWorld::state(const QString& stream)
{
    return casework::fold(events(stream));
}

qint64 CaseWorld::version(const QString& stream)
{
    return journal::StreamLog(*connection, random).head(stream).value_or(journal::StreamHead{}).version;
}

casework::CaseRow CaseWorld::row(const QString& stream)
{
    const auto posts = shelf.posts(*connection).value_or(identity::Posts{});
    casework::CaseFilter all;
    all.limit = 10'000;
    const auto rows = casework::CaseQueries(*connection, posts)
                          .cases(supervisor.id, account(supervisor).grants, all, clock.nowMs())
                          .value_or(QList<casework::CaseRow>{});
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const casework::CaseRow& candidate) { return candidate.stream == stream; });
    return found == rows.end() ? casework::CaseRow{} : *found;
}

identity::Account CaseWorld::account(const Actor& actor)
{
    const auto found = identity::Accounts(*connection).byId(actor.id);
    return found && *found ? **found : identity::Account{};
}

bool CaseWorld::receives(const Actor& actor, const QString& stream)
{
    return journal::Feed(*connection).isMember(stream, actor.id).value_or(false);
}

casework::CaseFacts CaseWorld::deskFacts(const casework::Case& state, const Command& command)
{
    const bool opening = casework::opens(command.type) && !state.exists();
    casework::CaseFacts facts;
    facts.posts = shelf.posts(*connection).value_or(identity::Posts{});
    facts.calendar = shelf.calendar(*connection).value_or(nullptr);
    const auto known = identity::Accounts(*connection).byId(command.actor);
    if (known && *known) {
        facts.actorName = (*known)->name;
        facts.grants = (*known)->grants;
    }
    facts.item = casework::itemOf(shelf, *connection, state, command).value_or(nullptr);
    facts.registered = command.body.value("registered"_L1).toObject();
    if (const auto codes = shelf.codes(*connection))
        facts.knowsCode = [known = *codes](
                              const QString& table, const QString& code) { return known->has(table, code); };
    if (opening) {
        // Other than the hub, which asks its table of numbers, this reads the journal.
        const QString number = command.body.value("number"_L1).toString();
        [[maybe_unused]] const auto read =
            journal::StreamLog(*connection, random).replay([&](const journal::Event& event) -> Done {
                if (event.type == "CaseOpened"_L1 && event.body.value("number"_L1).toString() == number)
                    facts.numberTaken = true;
                return {};
            });
    }
    if (facts.item && (opening || command.type == "SetParty"_L1))
        facts.openCase =
            casework::openCaseOf(*connection, casework::uniquenessKey(*facts.item, state, command), command.stream)
                .value_or(QString());
    if (command.type == "HandOver"_L1 || command.type == "TransferTask"_L1) {
        const auto target = account({command.body.value("to"_L1).toString(), {}, {}});
        facts.targetGrants = target.grants;
        facts.targetName = target.name;
    }
    if (command.type == "MergeDuplicate"_L1)
        facts.earlier = casework::earlierCase(*connection, state.duplicateOf, command.stream)
                            .value_or(casework::CaseFacts::Earlier{});
    for (const auto& digest : state.files())
        facts.missingFiles += blobs.has(digest) ? 0 : 1;
    return facts;
}

QString CaseWorld::dump(const QList<QByteArray>& tables)
{
    QString text;
    for (const auto& table : tables) {
        QByteArrayList columns;
        [[maybe_unused]] const auto named = connection->run("SELECT name FROM pragma_table_info(?)",
            {QString::fromLatin1(table)}, [&](const store::Row& row) { columns.append(row.text(0).toLatin1()); });
        QByteArrayList order;
        for (qsizetype i = 1; i <= columns.size(); ++i)
            order.append(QByteArray::number(i));
        text += QString::fromLatin1(table) + u'\n';
        [[maybe_unused]] const auto done =
            connection->run("SELECT " + columns.join(", ") + " FROM " + table + " ORDER BY " + order.join(", "), {},
                [&](const store::Row& row) {
                    for (int column = 0; column < columns.size(); ++column)
                        text += (row.isNull(column) ? u"∅"_s : readable(row.bytes(column))) + u'|';
                    text += u'\n';
                });
    }
    return text;
}

QString CaseWorld::dumpJournal()
{
    return dump({"stream", "event", "event_personal", "feed", "feed_head", "feed_member", "checkpoint"});
}

QString CaseWorld::dumpProjections()
{
    return dump(
        {"account", "account_grant", "definition", "case_row", "case_number", "case_file", "task_row", "open_case"});
}

} // namespace kuaiban::test
