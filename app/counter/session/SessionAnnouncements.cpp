#include "HubReply.h"
#include "modules/announcements/AnnouncementStream.h"
#include "Session.h"

#include <QJsonArray>

// What is announced to this user, and what this user announces.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using announcements::Announcement;
using announcements::AnnouncementStream;
using announcements::Reader;

namespace {

constexpr int MostShown = 200;

} // namespace

QFuture<Result<QList<Announcement>>> Session::announcements()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->announcements(MostShown); });
}

QFuture<Result<void>> Session::noteAnnouncement(const QString& id)
{
    return m_desk
        .run([id](DeskRoom& room) -> Result<void> {
            KB_CHECK(room.desk->noteAnnouncement(id));
            room.engine->wake();
            return {};
        })
        .then(this, [this](const Result<void>& noted) {
            if (noted)
                Q_EMIT announcementsChanged();
            return noted;
        });
}

QFuture<Result<void>> Session::publish(const QString& id, const QJsonObject& body)
{
    return command(AnnouncementStream::kind(), id, 0, u"PublishAnnouncement"_s, body);
}

QFuture<Result<void>> Session::withdrawAnnouncement(const QString& id, const QString& reason)
{
    return command(AnnouncementStream::kind(), id, 0, u"WithdrawAnnouncement"_s, {{u"reason"_s, reason}});
}

QFuture<Result<QList<Announcement>>> Session::publishedAnnouncements()
{
    return ask({.path = u"/announcements?limit=%1"_s.arg(MostShown)})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<QList<Announcement>> {
            KB_TRY(const auto json, jsonOf(response));
            QList<Announcement> list;
            for (const auto& row : json.value("rows"_L1).toArray()) {
                KB_TRY(auto one, Announcement::fromJson(row.toObject()));
                list.append(std::move(one));
            }
            return list;
        });
}

QFuture<Result<QList<Reader>>> Session::readers(const QString& announcement)
{
    return ask({.path = u"/announcements/%1/readers"_s.arg(announcement)})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<QList<Reader>> {
            KB_TRY(const auto json, jsonOf(response));
            QList<Reader> list;
            for (const auto& row : json.value("rows"_L1).toArray())
                list.append(Reader::fromJson(row.toObject()));
            return list;
        });
}

} // namespace kuaiban::counter
