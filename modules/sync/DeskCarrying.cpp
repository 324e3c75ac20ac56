#include "Desk.h"

#include "modules/carried/CarriedErrors.h"
#include "modules/store/Transaction.h"

// Work that goes to the hub on another machine.
namespace kuaiban::sync {

Result<carried::Work> Desk::carryOut(const journal::Signer& signer) const
{
    const Outbox outbox(m_parts.user);
    KB_TRY(const auto items, outbox.items());
    KB_TRY(const auto parked, outbox.parked());
    QList<journal::Command> commands;
    for (const auto& item : items) {
        if (item.state == OutboxState::Ready && !parked.contains(item.command.stream))
            commands.append(item.command);
    }
    carried::Work work{m_user.device, m_user.account, m_user.name, m_user.office, m_user.window, m_parts.clock.nowMs(),
        static_cast<int>(commands.size()), {}, {}};
    KB_TRY(work.pushes, carried::signedPushes(commands, signer));
    KB_TRY(const auto files, outbox.files());
    for (const auto& file : files)
        work.files.append({file.digest, file.size, file.stream});
    if (work.pushes.isEmpty() && work.files.isEmpty())
        return fail(carried::nothingToCarry());
    return work;
}

Done Desk::noteCarried()
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        Outbox outbox(m_parts.user);
        KB_TRY(const auto items, outbox.items());
        KB_TRY(const auto parked, outbox.parked());
        for (const auto& item : items) {
            if (item.state == OutboxState::Ready && !parked.contains(item.command.stream))
                KB_CHECK(outbox.noteTried({item.command}));
        }
        return {};
    });
}

} // namespace kuaiban::sync
