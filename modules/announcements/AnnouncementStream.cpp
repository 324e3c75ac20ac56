#include "AnnouncementStream.h"

#include "AnnouncementErrors.h"
#include "Announcements.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/Accounts.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/journal/Feed.h"
#include "modules/journal/JournalErrors.h"

namespace kuaiban::announcements {

using namespace Qt::StringLiterals;
using identity::Account;
using journal::Command;
using journal::Decision;
using journal::Event;
using journal::NewEvent;

namespace {

constexpr qint64 FarMs = 10 * 60 * 1000LL;

Done checkLength(const QString& text, const QString& field, int most)
{
    if (text.trimmed().isEmpty() || text.size() > most)
        return fail(announcementText(field, most));
    return {};
}

bool isAreaCode(const QString& code)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return code.size() >= 2 && code.size() <= 12 && std::all_of(code.begin(), code.end(), digit);
}

// The body of AnnouncementPublished, but for where the author works.
Result<QJsonObject> readDraft(const Command& command, qint64 now)
{
    ObjectReader body(command.body);
    const QString area = body.text(u"area"_s);
    const QString title = body.textOr(u"title"_s);
    const QString text = body.textOr(u"text"_s);
    const bool important = body.flagOr(u"important"_s, false);
    const QString until = body.textOr(u"until"_s);
    KB_CHECK(body.finish());
    KB_CHECK(checkLength(title, u"title"_s, LongestTitle));
    KB_CHECK(checkLength(text, u"text"_s, LongestText));
    if (!isAreaCode(area))
        return fail(announcementArea(area));
    const QDate last = QDate::fromString(until, u"yyyy-MM-dd"_s);
    if (!until.isEmpty() && (!last.isValid() || last < legalDate(now)))
        return fail(announcementOver());
    return QJsonObject{{u"area"_s, area}, {u"title"_s, title.trimmed()}, {u"text"_s, text.trimmed()},
        {u"important"_s, important}, {u"until"_s, until}};
}

Decision publish(const Account& author, const QList<Event>& history, const Command& command, qint64 now)
{
    auto draft = readDraft(command, now);
    if (!draft)
        return Decision::refuse(draft.error());
    draft->insert(u"office"_s, author.office);
    if (history.isEmpty())
        return Decision::accept({NewEvent{u"AnnouncementPublished"_s, *draft, {{u"name"_s, author.name}}}});
    // Whoever heard no answer sends it again; another announcement needs an id of its own.
    const bool same = history.constFirst().actor == command.actor && history.constFirst().body == *draft;
    return same ? Decision::accept({}) : Decision::refuse(announcementUnknown());
}

Decision withdraw(const QList<Event>& history, const Command& command)
{
    const auto isWithdrawn = [](const Event& event) { return event.type == "AnnouncementWithdrawn"_L1; };
    if (std::any_of(history.begin(), history.end(), isWithdrawn))
        return Decision::accept({});
    const QString reason = command.body.value("reason"_L1).toString().trimmed();
    if (const auto fits = checkLength(reason, u"reason"_s, LongestTitle); !fits)
        return Decision::refuse(fits.error());
    return Decision::accept({NewEvent{u"AnnouncementWithdrawn"_s, {{u"reason"_s, reason}}, {}}});
}

} // namespace

QString AnnouncementStream::audience(const QList<Event>& history, const Event& event) const
{
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
    const bool publishes = command.type == "PublishAnnouncement"_L1;
    if (!publishes && command.type != "WithdrawAnnouncement"_L1)
        return Decision::refuse(journal::commandMalformed(command.type));
    if (!publishes && history.isEmpty())
        return Decision::refuse(announcementUnknown());
    KB_TRY(const auto actor, identity::Accounts(connection).byId(command.actor));
    if (!actor)
        return Decision::refuse(identity::accountUnknown());
    const qint64 now = m_clock.nowMs();
    const auto right = identity::right::PublishAnnouncement;
    const auto& addressed = history.isEmpty() ? command.body : history.constFirst().body;
    if (identity::entitlement(m_posts, actor->grants, right, addressed.value("area"_L1).toString(), {}, now) !=
        identity::Entitlement::Held)
        return Decision::refuse(identity::notAllowed(right));
    if (std::abs(command.times.corrected - now) > FarMs)
        return Decision::refuse(announcementTime());
    return publishes ? publish(*actor, history, command, now) : withdraw(history, command);
}

Result<Decision> ReceiptStream::decide(
    store::Connection& connection, const QList<Event>& history, const Command& command)
{
    if (command.type != "AcknowledgeAnnouncement"_L1 || !history.isEmpty())
        return Decision::refuse(journal::commandMalformed(command.type));
    const QString id = command.body.value("announcement"_L1).toString();
    KB_TRY(const auto actor, identity::Accounts(connection).byId(command.actor));
    KB_TRY(const auto announcement, Announcements(connection).byId(id));
    if (!actor)
        return Decision::refuse(identity::accountUnknown());
    if (!announcement)
        return Decision::refuse(announcementUnknown());
    if (!identity::areaCovers(announcement->area, actor->area))
        return Decision::refuse(notAddressed());
    KB_TRY(const bool noted, Announcements(connection).isNotedBy(id, command.actor));
    QList<NewEvent> events;
    if (!noted)
        events.append({u"AnnouncementAcknowledged"_s, {{u"announcement"_s, id}}, {}});
    return Decision::accept(events);
}

Done AnnouncementTable::apply(store::Connection& connection, const Event& event)
{
    if (event.streamKind != AnnouncementStream::kind() && event.streamKind != ReceiptStream::kind())
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
            {text("announcement"_L1), event.actor, event.at}));
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
