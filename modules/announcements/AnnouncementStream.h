#pragma once

#include "modules/identity/Posts.h"
#include "modules/journal/CommandGate.h"

namespace kuaiban::announcements {

inline constexpr int LongestTitle = 60;  // characters
inline constexpr int LongestText = 4000; // characters

// The stream of one announcement: PublishAnnouncement {area, title, text, important?, until?}, WithdrawAnnouncement
// {reason}, AcknowledgeAnnouncement {}. Publishing and withdrawing need the right announcement.publish over the area;
// whoever belongs to the area may take note, also after it was withdrawn. `until` is the last day, YYYY-MM-DD.
class AnnouncementStream final : public journal::StreamKind
{
public:
    explicit AnnouncementStream(identity::Posts posts)
        : m_posts(std::move(posts))
    {}
    static QString kind() { return QStringLiteral("announcement"); }
    QString name() const override { return kind(); }
    // What is announced goes to everybody of the area; that somebody took note only to whoever it was.
    QString audience(const QList<journal::Event>& history, const journal::Event& event) const override;
    bool comparesAndSets(const QString& commandType) const override;
    QStringList asides() const override { return {QStringLiteral("AcknowledgeAnnouncement")}; }
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;

private:
    identity::Posts m_posts;
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
