#pragma once

#include "DraftBook.h"

#include <QTimer>

namespace kuaiban::counter {

// Keeps the open cases of a window through restarts: each is saved within a second of a change, thrown away with a
// reason and brought back, and left alone while it is on its way to become a case.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit DraftKeeper(Session& session, QObject* parent = nullptr);
    ~DraftKeeper() override; // saves what is not saved yet

    DraftBook& book() { return m_book; }
    void load();                   // the stored ones, once; loaded() tells
    void touch(const QString& id); // it changed
    void saveNow();
    void drop(const QString& id);   // closed and deleted
    void forget(const QString& id); // closed: it is a case now
    // Thrown away: no longer open, but kept for a week.
    void voidDraft(const QString& id, const QString& reason);
    // One that came into the store while others were open here, such as a case that the hub refused; fetched() brings
    // it.
    void fetch(const QString& id);
    void restoreVoided(); // the one thrown away last, in front again; restored() tells, also that there is none
    // Between the command and its answer: not saved, for a case must not come back as a draft.
    void setUnderway(const QString& id, bool underway);
    bool isUnderway(const QString& id) const { return m_underway.contains(id); }

Q_SIGNALS:
    void loaded(bool inFront); // one of them came to the front; else what was begun meanwhile is there, or nothing
    void restored(bool found);
    void fetched(const kuaiban::sync::Draft& draft);
    void saved(const QString& id);
    void failed(const kuaiban::Error& error);

private:
    void save(const IntakeDraft& draft);

    Session& m_session;
    DraftBook m_book;
    QSet<QString> m_dirty;
    QSet<QString> m_underway;
    QTimer m_timer;
    bool m_isLoaded = false;
};

} // namespace kuaiban::counter
