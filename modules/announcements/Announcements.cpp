#include "Announcements.h"

#include "modules/base/ObjectReader.h"

#include <algorithm>

namespace kuaiban::announcements {

using namespace Qt::StringLiterals;

namespace {

const QByteArray Columns = "a.id, a.area, a.title, a.body, a.important, a.author, a.author_name, a.office, "
                           "a.published_at, a.holds_until, a.withdrawn_at, a.withdrawn_why";

Announcement announcementOf(const store::Row& row)
{
    Announcement one;
    one.id = row.text(0);
    one.area = row.text(1);
    one.title = row.text(2);
    one.text = row.text(3);
    one.important = row.integer(4) != 0;
    one.author = row.text(5);
    one.authorName = row.text(6);
    one.office = row.text(7);
    one.publishedAt = row.integer(8);
    one.until = row.text(9);
    one.withdrawnAt = row.integer(10);
    one.withdrawnWhy = row.text(11);
    return one;
}

} // namespace

QJsonObject Announcement::toJson() const
{
    return {{u"id"_s, id}, {u"area"_s, area}, {u"title"_s, title}, {u"text"_s, text}, {u"important"_s, important},
        {u"author"_s, author}, {u"authorName"_s, authorName}, {u"office"_s, office}, {u"publishedAt"_s, publishedAt},
        {u"until"_s, until}, {u"withdrawnAt"_s, withdrawnAt}, {u"withdrawnWhy"_s, withdrawnWhy}, {u"noted"_s, noted},
        {u"addressed"_s, addressed}};
}

Result<Announcement> Announcement::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"announcement"_s);
    Announcement one;
    one.id = reader.text(u"id"_s);
    one.area = reader.textOr(u"area"_s);
    one.title = reader.text(u"title"_s);
    one.text = reader.textOr(u"text"_s);
    one.important = reader.flagOr(u"important"_s, false);
    one.author = reader.textOr(u"author"_s);
    one.authorName = reader.textOr(u"authorName"_s);
    one.office = reader.textOr(u"office"_s);
    one.publishedAt = reader.integerOr(u"publishedAt"_s, 0);
    one.until = reader.textOr(u"until"_s);
    one.withdrawnAt = reader.integerOr(u"withdrawnAt"_s, 0);
    one.withdrawnWhy = reader.textOr(u"withdrawnWhy"_s);
    one.noted = static_cast<int>(reader.integerOr(u"noted"_s, 0));
    one.addressed = static_cast<int>(reader.integerOr(u"addressed"_s, 0));
    KB_CHECK(reader.finish());
    return one;
}

QJsonObject Reader::toJson() const
{
    return {{u"login"_s, login}, {u"name"_s, name}, {u"office"_s, office}, {u"notedAt"_s, notedAt}};
}

Reader Reader::fromJson(const QJsonObject& json)
{
    return {json.value("login"_L1).toString(), json.value("name"_L1).toString(), json.value("office"_L1).toString(),
        json.value("notedAt"_L1).toInteger()};
}

Result<QList<Announcement>> Announcements::receivedBy(const QString& account, int limit) const
{
    return m_connection.list(
        "SELECT " + Columns +
            ", COALESCE(r.at, 0) FROM announcement a LEFT JOIN "
            "announcement_receipt r ON r.announcement = a.id AND r.account = ? ORDER BY a.published_at DESC, a.id DESC "
            "LIMIT ?",
        {account, qint64(limit)}, [](const store::Row& row) {
            auto one = announcementOf(row);
            one.notedAt = row.integer(12);
            return one;
        });
}

Result<QList<Announcement>> Announcements::managed(const QStringList& areas, int limit) const
{
    QList<Announcement> list;
    for (const auto& area : areas) {
        KB_TRY(const auto some,
            m_connection.list(
                "SELECT " + Columns +
                    ", (SELECT COUNT(*) FROM announcement_receipt r JOIN "
                    "account c ON c.id = r.account AND c.locked = 0 WHERE r.announcement = a.id), (SELECT COUNT(*) "
                    "FROM "
                    "account c WHERE c.locked = 0 AND substr(c.area, 1, "
                    "length(a.area)) = a.area) FROM announcement a WHERE substr(a.area, 1, length(?)) = ? ORDER BY "
                    "a.published_at DESC, a.id DESC LIMIT ?",
                {area, area, qint64(limit)}, [](const store::Row& row) {
                    auto one = announcementOf(row);
                    one.noted = static_cast<int>(row.integer(12));
                    one.addressed = static_cast<int>(row.integer(13));
                    return one;
                }));
        list.append(some);
    }
    const auto newer = [](const Announcement& a, const Announcement& b) {
        return std::tie(a.publishedAt, a.id) > std::tie(b.publishedAt, b.id);
    };
    const auto same = [](const Announcement& a, const Announcement& b) { return a.id == b.id; };
    std::sort(list.begin(), list.end(), newer); // areas may lie within each other
    list.erase(std::unique(list.begin(), list.end(), same), list.end());
    list.resize(std::min<qsizetype>(list.size(), limit));
    return list;
}

Result<std::optional<Announcement>> Announcements::byId(const QString& id) const
{
    return m_connection.first("SELECT " + Columns + " FROM announcement a WHERE a.id = ?", {id}, announcementOf);
}

Result<bool> Announcements::isNotedBy(const QString& announcement, const QString& account) const
{
    KB_TRY(const qint64 notes,
        m_connection.integer("SELECT COUNT(*) FROM announcement_receipt WHERE announcement = ? AND account = ?",
            {announcement, account}));
    return notes > 0;
}

Result<QList<Reader>> Announcements::readers(const Announcement& announcement, int limit) const
{
    return m_connection.list(
        "SELECT c.login, c.name, c.office, COALESCE(r.at, 0) FROM account c LEFT JOIN announcement_receipt r ON "
        "r.announcement = ? AND r.account = c.id WHERE c.locked = 0 AND substr(c.area, 1, length(?)) = ? ORDER BY "
        "CASE WHEN r.at IS NULL THEN 0 ELSE 1 END, c.login LIMIT ?",
        {announcement.id, announcement.area, announcement.area, qint64(limit)}, [](const store::Row& row) {
            return Reader{row.text(0), row.text(1), row.text(2), row.integer(3)};
        });
}

} // namespace kuaiban::announcements
