#include "ContactBook.h"

#include "modules/identity/Contacts.h"

#include <QDebug>

namespace kuaiban::hub {

using identity::Contacts;

bool ContactBook::isDue(const QString& account, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    const qint64 age = nowMs - m_noted.value(account);
    return age < 0 || age >= Contacts::GrainMs; // the hub's clock may have been set back
}

void ContactBook::heard(const QString& account, qint64 nowMs, store::Connection& connection)
{
    if (!isDue(account, nowMs))
        return;
    const std::unique_lock writing(m_writing, std::try_to_lock);
    if (!writing.owns_lock())
        return;
    if (const auto noted = Contacts(connection).note(account, nowMs); !noted)
        qWarning().noquote() << "contact:" << logLine(noted.error());
    const std::lock_guard lock(m_mutex);
    m_noted.insert(account, nowMs);
}

} // namespace kuaiban::hub
