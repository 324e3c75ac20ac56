#pragma once

#include "modules/identity/Posts.h"
#include "modules/journal/CommandGate.h"

namespace kuaiban::announcements {

inline constexpr int LongestTitle = 60;  // characters
inline constexpr int LongestText = 4000; // characters

// The stream of one announcement: PublishAnnouncement {area, title, text, important?, until?} and WithdrawAnnouncement
// {reason}, both by those with the right announcement.publish over the area. `until` is the last day, YYYY-MM-DD. Both
// are sent online: rights count as they are now, and a time that is far from the hub's is refused. Publishing the same
// once more under the same id changes nothing. Goes to everybody of the area.
class AnnouncementStream final : public journal::StreamKind
{
public:
    AnnouncementStream(identity::Posts posts, const Clock& clock)
        : m_posts(std::move(posts))
        , m_clock(clock)
    {}
    static QString kind() { return QStringLiteral("announcement"); }
    QString name() const override { return kind(); }
    QString audience(const QList<journal::Event>& history, const journal::Event& event) const override;
    bool comparesAndSets(const QString& commandType) const override;
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;

private:
    identity::Posts m_posts;
    const Clock& m_clock;
};

// The stream of one note that somebody read an announcement: AcknowledgeAnnouncement {announcement}, by whoever belongs
// to the area, also offline and after it was withdrawn. A stream of its own each, or every reader would wait for all
// those before. Goes only to whoever took note.
class ReceiptStream final : public journal::StreamKind
{
public:
    static QString kind() { return QStringLiteral("announcement-receipt"); }
    QString name() const override { return kind(); }
    QString audience(const QList<journal::Event>&, const journal::Event& event) const override { return event.actor; }
    bool comparesAndSets(const QString&) const override { return false; }
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;
};

// Follows the streams into the tables announcement and announcement_receipt; on a counter it is fed what arrives.
class AnnouncementTable final : public journal::Projection
{
public:
    QString name() const override { return QStringLiteral("announcement"); }
    Done apply(store::Connection& connection, const journal::Event& event) override;
    Done clear(store::Connection& connection) override;
};

} // namespace kuaiban::announcements
