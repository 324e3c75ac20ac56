#pragma once

#include "modules/base/Result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace kuaiban::identity {

// Rights a post can carry. Names stand in resources/catalogue/posts.json and in flows; they never change meaning.
namespace right {
inline constexpr QLatin1StringView OpenCase{"case.open"};
inline constexpr QLatin1StringView DispatchCase{"case.dispatch"};
inline constexpr QLatin1StringView ReviewCase{"case.review"};
inline constexpr QLatin1StringView ApproveCase{"case.approve"};
inline constexpr QLatin1StringView HandleCase{"case.handle"}; // work between acceptance and result
inline constexpr QLatin1StringView MakeCard{"card.make"};
inline constexpr QLatin1StringView SuperviseCase{"case.supervise"}; // transfer, grab, void, admit held work
inline constexpr QLatin1StringView SearchCases{"case.search"};
inline constexpr QLatin1StringView ReadPersons{"person.read"};
inline constexpr QLatin1StringView RevealPersons{"person.reveal"};
inline constexpr QLatin1StringView ManageAccounts{"account.manage"};
inline constexpr QLatin1StringView PublishAnnouncement{"announcement.publish"};
inline constexpr QLatin1StringView EnrolDevices{"device.enrol"};
// What a step of a flow may ask of who takes its task from a queue.
inline constexpr std::array QueueRights{DispatchCase, ReviewCase, ApproveCase, HandleCase, MakeCard};
// Those of them that look at cases of others as such; the others only at cases that wait for them.
inline constexpr std::array CheckRights{DispatchCase, ReviewCase, ApproveCase};
} // namespace right

// A post (岗位): a job at an office with its rights.
struct Post
{
    QString id;
    QString nameZh;
    QString nameEn;
    QSet<QString> rights;
};

using Posts = QHash<QString, Post>;

// Reads {"posts":[{"id","name":{"zh_CN","en"},"rights":[…]}]}. Errors: base.json-field.
Result<Posts> parsePosts(const QJsonObject& json);

// One post held by one account in one area, for some items or all, for a time.
struct Grant
{
    QString id;
    QString post;
    QString area;      // code of 2 to 12 digits; covers everything below it
    QStringList items; // empty: every item
    qint64 from = 0;   // UTC milliseconds
    qint64 until = 0;  // 0: still held

    QJsonObject toJson() const;
    static Result<Grant> fromJson(const QJsonObject& json);
    friend bool operator==(const Grant&, const Grant&) = default;
};

// Area codes nest by prefix: 21 ⊃ 2106 ⊃ 210603 ⊃ 210603001 ⊃ 210603001002.
inline bool areaCovers(const QString& wide, const QString& narrow)
{
    return narrow.startsWith(wide);
}

inline bool anyCovers(const QStringList& areas, const QString& narrow)
{
    return std::any_of(areas.begin(), areas.end(), [&](const QString& wide) { return areaCovers(wide, narrow); });
}

enum class Entitlement {
    Held,      // may do it at that time
    Withdrawn, // could once, no longer at that time
    Never,
};

// Whether the grants carry `right` for the area and item at the time `at`. An empty item asks for the right in general.
Entitlement entitlement(const Posts& posts, const QList<Grant>& grants, QLatin1StringView right, const QString& area,
    const QString& item, qint64 at);

} // namespace kuaiban::identity
