#pragma once

#include "modules/store/Connection.h"

#include <QHash>

#include <mutex>

namespace kuaiban::hub {

// Notes of whom this hub hears, so seldom that no request becomes slower for it. Thread-safe.
class ContactBook
{
public:
    // `writing`: the writers' lock; while somebody else writes the note waits for the next request.
    explicit ContactBook(std::mutex& writing)
        : m_writing(writing)
    {}

    void heard(const QString& account, qint64 nowMs, store::Connection& connection);

private:
    bool isDue(const QString& account, qint64 nowMs);

    std::mutex& m_writing;
    std::mutex m_mutex;
    QHash<QString, qint64> m_noted;
};

} // namespace kuaiban::hub
