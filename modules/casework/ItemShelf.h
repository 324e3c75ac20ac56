#pragma once

#include "CaseFacts.h"
#include "modules/store/Connection.h"

#include <QHash>
#include <QMutex>

namespace kuaiban::casework {

// Prepared items, code tables and the calendar by revision, read from the definitions of a store and kept. Definitions
// never change once published, so nothing here ever has to be forgotten. Thread-safe.
class ItemShelf
{
public:
    explicit ItemShelf(forms::FormEnvironment environment)
        : m_environment(std::move(environment))
    {}

    // Null when there is no such revision. Errors: catalogue.broken for one that cannot be read.
    Result<std::shared_ptr<const PreparedItem>> item(store::Connection& connection, const QString& id, int revision);
    // The newest revision.
    Result<std::shared_ptr<const PreparedItem>> currentItem(store::Connection& connection, const QString& id);
    Result<std::shared_ptr<const codes::WorkingCalendar>> calendar(store::Connection& connection);
    Result<identity::Posts> posts(store::Connection& connection);

    const forms::FormEnvironment& environment() const { return m_environment; }

private:
    const forms::FormEnvironment m_environment;
    QMutex m_mutex;
    QHash<QString, std::shared_ptr<const PreparedItem>> m_items; // "<id>/<revision>"
    QHash<int, std::shared_ptr<const codes::WorkingCalendar>> m_calendars;
    QHash<int, identity::Posts> m_posts;
};

// Prepares one item from its bytes: item, form and flow, each checked. Errors: catalogue.broken with file and rule.
Result<std::shared_ptr<const PreparedItem>> prepareItem(
    const QByteArray& content, const QString& key, int revision, const forms::FormEnvironment& environment);

} // namespace kuaiban::casework
