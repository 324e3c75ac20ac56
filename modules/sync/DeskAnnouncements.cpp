#include "Desk.h"

#include "modules/announcements/AnnouncementErrors.h"
#include "modules/announcements/AnnouncementStream.h"
#include "modules/store/Transaction.h"

// What was announced to the user of this counter.
namespace kuaiban::sync {

using namespace Qt::StringLiterals;
using announcements::AnnouncementStream;

Result<QList<announcements::Announcement>> Desk::announcements(int limit) const
{
    KB_TRY(auto list, announcements::Announcements(m_parts.user).receivedBy(m_user.account, limit));
    KB_TRY(const auto items, outbox());
    for (const auto& item : items) {
        for (auto& one : list) {
            if (one.id == item.command.stream && one.notedAt == 0)
                one.notedAt = item.command.times.corrected;
        }
    }
    return list;
}

Done Desk::noteAnnouncement(const QString& id)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        KB_TRY(const auto known, announcements::Announcements(m_parts.user).byId(id));
        if (!known)
            return fail(announcements::announcementUnknown());
        KB_TRY(const auto waiting, Outbox(m_parts.user).ofStream(id));
        KB_TRY(const qint64 noted,
            m_parts.user.integer("SELECT COUNT(*) FROM announcement_receipt WHERE announcement = ? AND account = ?",
                {id, m_user.account}));
        if (noted > 0 || !waiting.isEmpty())
            return {};
        KB_TRY(const auto command, compose(AnnouncementStream::kind(), id, u"AcknowledgeAnnouncement"_s, {}, 0));
        return Outbox(m_parts.user).add(command, {}, m_parts.clock.nowMs());
    });
}

} // namespace kuaiban::sync
