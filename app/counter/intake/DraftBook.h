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
    IntakeDraft* find(const QString& id); // null when it is not open
    // Adds those that are not open yet; thrown away ones stay out. What is in front stays there; if nothing is, the
    // first of them comes to the front, and true is returned.
    bool restore(const QList<sync::Draft>& stored);
    void add(const IntakeDraft& draft); // and puts it in front
    void begin();                       // an empty one in front: one that lies about, or a new one
    bool open(const QString& id);       // false when it is in front already
    void close(const QString& id);
    int count() const { return static_cast<int>(m_drafts.size()); }
    // The open case of this person, empty if there is none.
    QString draftOf(const QString& idNo) const;

    // As the strip above the page shows them.
    QVector<OpenCase> openCases(const QList<ItemPtr>& items, const QString& language) const;

private:
    IdSource& m_ids;
    QList<IntakeDraft> m_drafts;
    QString m_current;
};

} // namespace kuaiban::counter
