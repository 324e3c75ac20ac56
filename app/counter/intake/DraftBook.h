#pragma once

#include "app/counter/kit/CaseStrip.h"
#include "app/counter/session/Session.h"
#include "IntakeDraft.h"

namespace kuaiban::counter {

// The cases that are open at this window, one of them in front. There is always one.
class DraftBook
{
public:
    explicit DraftBook(IdSource& ids)
        : m_ids(ids)
    {}

    IntakeDraft& current(); // begins one if there is none
    bool hasCurrent() const { return !m_current.isEmpty(); }
    void restore(const QList<sync::Draft>& stored); // only while nothing is open
    void begin();                                   // an empty one in front: one that lies about, or a new one
    bool open(const QString& id);                   // false when it is in front already
    void close(const QString& id);
    int count() const { return static_cast<int>(m_drafts.size()); }

    // As the strip above the page shows them.
    QVector<OpenCase> openCases(const QList<ItemPtr>& items, const QString& language) const;

private:
    IdSource& m_ids;
    QList<IntakeDraft> m_drafts;
    QString m_current;
};

} // namespace kuaiban::counter
