#pragma once

#include "modules/store/Connection.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

namespace kuaiban::announcements {

struct Announcement
{
    QString id;
    QString area;
    QString title;
    QString text;
    bool important = false;
    QString author; // account
    QString authorName;
    QString office;
    qint64 publishedAt = 0; // legal time, UTC milliseconds
    QString until;          // last day, YYYY-MM-DD; empty: no end
    qint64 withdrawnAt = 0;
    QString withdrawnWhy;
    qint64 notedAt = 0; // when the reader took note; 0: not yet
    int noted = 0;      // accounts that took note; only for who published
    int addressed = 0;  // accounts that it was for; only for who published

    bool holdsOn(QDate day) const
    {
        return withdrawnAt == 0 && (until.isEmpty() || day <= QDate::fromString(until, Qt::ISODate));
    }
    bool awaitsReaderOn(QDate day) const { return notedAt == 0 && holdsOn(day); }

    QJsonObject toJson() const;
    static Result<Announcement> fromJson(const QJsonObject& json);
};

// One account that an announcement was for.
struct Reader
{
    QString login;
    QString name;
    QString office;
    qint64 notedAt = 0;

    QJsonObject toJson() const;
    static Reader fromJson(const QJsonObject& json);
};

// Reads announcements. Works inside the caller's transaction, on the hub and on a counter.
class Announcements
{
public:
    explicit Announcements(store::Connection& connection)
        : m_connection(connection)
    {}

    // What this reader received, newest first.
    Result<QList<Announcement>> receivedBy(const QString& account, int limit) const;
    // Those for any of these areas or an area below, newest first, with how many took note. Only on the hub.
    Result<QList<Announcement>> managed(const QStringList& areas, int limit) const;
    Result<std::optional<Announcement>> byId(const QString& id) const;
    Result<bool> isNotedBy(const QString& announcement, const QString& account) const;
    // Accounts it is for, who did not take note first, then by login. Only on the hub.
    Result<QList<Reader>> readers(const Announcement& announcement, int limit) const;

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::announcements
