#include "Desk.h"

#include "modules/announcements/AnnouncementErrors.h"
#include "modules/announcements/AnnouncementStream.h"
#include "modules/store/Transaction.h"

// What was announced to the user of this counter.
namespace kuaiban::sync {

using namespace Qt::StringLiterals;
using announcements::Announcements;
using announcements::ReceiptStream;

namespace {

// Which announcement a waiting command is a note of; empty for any other command.
QString noted(const journal::Command& command)
{
    return command.streamKind == ReceiptStream::kind() ? command.body.value("announcement"_L1).toString() : QString();
}

} // namespace

Result<QList<announcements::Announcement>> Desk::announcements(int limit) const
{
    KB_TRY(auto list, Announcements(m_parts.user).receivedBy(m_user.account, limit));
    KB_TRY(const auto items, outbox());
    for (const auto& item : items) {
        for (auto& one : list) {
            if (one.id == noted(item.command) && one.notedAt == 0)
                one.notedAt = item.command.times.corrected;
        }
    }
    return list;
}

Done Desk::noteAnnouncement(const QString& id)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        KB_TRY(const auto known, Announcements(m_parts.user).byId(id));
        if (!known)
            return fail(announcements::announcementUnknown());
        KB_TRY(const bool isNoted, Announcements(m_parts.user).isNotedBy(id, m_user.account));
        KB_TRY(const auto waiting, outbox());
        const auto same = [&](const OutboxItem& item) { return noted(item.command) == id; };
        if (isNoted || std::any_of(waiting.begin(), waiting.end(), same))
            return {};
        KB_TRY(const auto command, compose(ReceiptStream::kind(), m_parts.ids.next(), u"AcknowledgeAnnouncement"_s,
                                       {{u"announcement"_s, id}}, 0));
        return Outbox(m_parts.user).add(command, {}, m_parts.clock.nowMs());
    });
}

} // namespace kuaiban::sync
