#include "AnnouncementStream.h"

#include "AnnouncementErrors.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/Accounts.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/journal/Feed.h"

namespace kuaiban::announcements {

using namespace Qt::StringLiterals;
using identity::Account;
using journal::Command;
using journal::Decision;
using journal::Event;
using journal::NewEvent;

namespace {

Done checkLength(const QString& text, const QString& field, int most)
{
    if (text.trimmed().isEmpty() || text.size() > most)
        return fail(announcementText(field, most));
    return {};
}

struct Draft
{
    QString area;
    QString title;
    QString text;
    bool important = false;
    QString until;
};

Result<Draft> readDraft(const Command& command)
{
    ObjectReader body(command.body);
    Draft draft{body.text(u"area"_s), body.textOr(u"title"_s), body.textOr(u"text"_s),
        body.flagOr(u"important"_s, false), body.textOr(u"until"_s)};
    KB_CHECK(body.finish());
    KB_CHECK(checkLength(draft.title, u"title"_s, LongestTitle));
    KB_CHECK(checkLength(draft.text, u"text"_s, LongestText));
    if (draft.until.isEmpty())
        return draft;
    const QDate last = QDate::fromString(draft.until, Qt::ISODate);
    if (!last.isValid() || last < legalDate(command.times.corrected))
        return fail(announcementOver());
    return draft;
}

Decision publish(const identity::Posts& posts, const Account& author, const Command& command)
{
    const auto draft = readDraft(command);
    if (!draft)
        return Decision::refuse(draft.error());
    const auto right = identity::right::PublishAnnouncement;
    if (identity::entitlement(posts, author.grants, right, draft->area, {}, command.times.corrected) !=
        identity::Entitlement::Held)
        return Decision::refuse(identity::notAllowed(right));
    return Decision::accept({NewEvent{u"AnnouncementPublished"_s,
        {{u"area"_s, draft->area}, {u"title"_s, draft->title.trimmed()}, {u"text"_s, draft->text.trimmed()},
            {u"important"_s, draft->important}, {u"until"_s, draft->until}, {u"office"_s, author.office}},
        {{u"name"_s, author.name}}}});
}

Decision withdraw(
    const identity::Posts& posts, const Account& actor, const QList<Event>& history, const Command& command)
{
    const QString area = history.constFirst().body.value("area"_L1).toString();
    const auto right = identity::right::PublishAnnouncement;
    if (identity::entitlement(posts, actor.grants, right, area, {}, command.times.corrected) !=
        identity::Entitlement::Held)
        return Decision::refuse(identity::notAllowed(right));
    const auto isWithdrawn = [](const Event& event) { return event.type == "AnnouncementWithdrawn"_L1; };
    if (std::any_of(history.begin(), history.end(), isWithdrawn))
        return Decision::accept({});
    const QString reason = command.body.value("reason"_L1).toString().trimmed();
    if (const auto fits = checkLength(reason, u"reason"_s, LongestTitle); !fits)
        return Decision::refuse(fits.error());
    return Decision::accept({NewEvent{u"AnnouncementWithdrawn"_s, {{u"reason"_s, reason}}, {}}});
}

Decision acknowledge(const Account& actor, const QList<Event>& history, const Command& command)
{
    if (!identity::areaCovers(history.constFirst().body.value("area"_L1).toString(), actor.area))
        return Decision::refuse(notAddressed());
    const bool noted = std::any_of(history.begin(), history.end(), [&](const Event& event) {
        return event.type == "AnnouncementAcknowledged"_L1 && event.actor == command.actor;
    });
    if (noted)
        return Decision::accept({});
    return Decision::accept({NewEvent{u"AnnouncementAcknowledged"_s, {}, {}}});
}

} // namespace

QString AnnouncementStream::audience(const QList<Event>& history, const Event& event) const
{
    if (event.type == "AnnouncementAcknowledged"_L1)
        return event.actor;
    const auto& first = history.isEmpty() ? event : history.constFirst();
    return journal::Feed::audienceOfArea(first.body.value("area"_L1).toString());
}

bool AnnouncementStream::comparesAndSets(const QString&) const
{
    return false; // each says something of its own, and saying it twice changes nothing
}

Result<Decision> AnnouncementStream::decide(
    store::Connection& connection, const QList<Event>& history, const Command& command)
{
    KB_TRY(const auto actor, identity::Accounts(connection).byId(command.actor));
    if (!actor)
        return Decision::refuse(identity::accountUnknown());
    if (command.type == "PublishAnnouncement"_L1) {
        // The same announcement sent again is the same command, which the gate knows; another one may not replace it.
        return history.isEmpty() ? publish(m_posts, *actor, command)
                                 : Decision::refuse(identity::notAllowed(command.type));
    }
    if (history.isEmpty())
        return Decision::refuse(announcementUnknown());
    if (command.type == "WithdrawAnnouncement"_L1)
        return withdraw(m_posts, *actor, history, command);
    if (command.type == "AcknowledgeAnnouncement"_L1)
        return acknowledge(*actor, history, command);
    return Decision::refuse(identity::notAllowed(command.type));
}

Done AnnouncementTable::apply(store::Connection& connection, const Event& event)
{
    if (event.streamKind != AnnouncementStream::kind())
        return {};
    const auto text = [&](QLatin1StringView name) { return event.body.value(name).toString(); };
    if (event.type == "AnnouncementPublished"_L1) {
        KB_CHECK(connection.execute(
            "INSERT INTO announcement(id, area, title, body, important, author, author_name, office, published_at, "
            "holds_until, withdrawn_at, withdrawn_why) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '') ON CONFLICT(id) DO "
            "NOTHING",
            {event.stream, text("area"_L1), text("title"_L1), text("text"_L1),
                qint64(event.body.value("important"_L1).toBool()), event.actor,
                event.personal.value("name"_L1).toString(), text("office"_L1), event.at, text("until"_L1)}));
    } else if (event.type == "AnnouncementWithdrawn"_L1) {
        KB_CHECK(connection.execute("UPDATE announcement SET withdrawn_at = ?, withdrawn_why = ? WHERE id = ?",
            {event.at, text("reason"_L1), event.stream}));
    } else if (event.type == "AnnouncementAcknowledged"_L1) {
        KB_CHECK(connection.execute("INSERT INTO announcement_receipt(announcement, account, at) VALUES(?, ?, ?) ON "
                                    "CONFLICT(announcement, account) DO NOTHING",
            {event.stream, event.actor, event.at}));
    }
    return {};
}

Done AnnouncementTable::clear(store::Connection& connection)
{
    KB_CHECK(connection.execute("DELETE FROM announcement_receipt"));
    KB_CHECK(connection.execute("DELETE FROM announcement"));
    return {};
}

} // namespace kuaiban::announcements
