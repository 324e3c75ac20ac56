#include "Desk.h"

#include "modules/carried/CarriedErrors.h"
#include "modules/store/Transaction.h"

// Work that goes to the hub on another machine.
namespace kuaiban::sync {

Result<carried::Work> Desk::carryOut(const QString& stream, const journal::Signer& signer)
{
    return store::inTransaction(m_parts.user, [&]() -> Result<carried::Work> {
        Outbox outbox(m_parts.user);
        KB_TRY(const auto items, stream.isEmpty() ? outbox.items() : outbox.ofStream(stream));
        QList<journal::Command> commands;
        for (const auto& item : items) {
            if (item.state == OutboxState::Ready)
                commands.append(item.command);
        }
        carried::Work work{m_user.device, m_user.account, m_user.name, m_user.office, m_user.window,
            m_parts.clock.nowMs(), static_cast<int>(commands.size()), {}, {}};
        KB_TRY(work.pushes, carried::signedPushes(commands, signer));
        KB_TRY(const auto files, outbox.allFiles());
        for (const auto& file : files) {
            if (stream.isEmpty() || file.stream == stream)
                work.files.append({file.digest, file.size, file.stream});
        }
        if (work.pushes.isEmpty() && work.files.isEmpty())
            return fail(carried::nothingToCarry());
        KB_CHECK(outbox.noteTried(commands)); // from now on the hub may have them
        return work;
    });
}

} // namespace kuaiban::sync
