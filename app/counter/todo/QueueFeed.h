#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// The lists a reviewer works from.
enum class QueueKind {
    Open,       // held by nobody, I could take them
    Mine,       // held by me
    Supplement, // waiting for what the applicant brings
    Held        // held by colleagues, for whoever supervises them
};

// The shared queue as the hub answers it, page by page, oldest first. What was read stays when the hub is away, with
// the time it was read. UI thread.
class QueueFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageSize = 100;

    QueueFeed(Session& session, bool supervises, QObject* parent = nullptr);

    QList<QueueKind> kinds() const;
    QueueKind kind() const { return m_kind; }
    void setKind(QueueKind kind);
    void setText(const QString& text); // a search inside every list
    QString text() const { return m_text; }
    void refresh();        // the first page of every list, and the counts
    void refreshQuietly(); // unless somebody has scrolled further than that
    void more();           // the next page of the list in front
    // Decided here: gone at once, although the hub may not know it yet.
    void leaveOut(const QString& stream, const QString& task);
    void takeBack(const QString& stream); // the hub did not take the decision

    QList<casework::CaseRow> rows() const; // of the list in front
    bool hasMore() const { return m_lists[m_kind].more; }
    QString count(QueueKind kind) const; // "128", "100+"; empty while it was never read
    int total() const;                   // what waits for me: open and mine
    bool wasRead() const { return !m_lists[m_kind].asking && m_lists[m_kind].readAt > 0; }
    qint64 asOf() const { return m_lists[m_kind].readAt; } // 0: never
    const std::optional<Error>& problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    struct Pages
    {
        QList<casework::CaseRow> rows;
        bool more = false;
        bool asking = false;
        qint64 readAt = 0;
        int round = 0;
    };

    void read(QueueKind kind, bool onward);
    QFuture<Result<CasePage>> ask(QueueKind kind, const casework::CaseRow* last);
    void take(QueueKind kind, bool onward, const Result<CasePage>& page);
    bool belongs(QueueKind kind, const casework::CaseRow& row) const;

    Session& m_session;
    bool m_supervises;
    QueueKind m_kind = QueueKind::Open;
    QString m_text;
    mutable QMap<QueueKind, Pages> m_lists;
    QSet<QString> m_decided; // "<stream>/<task>"
    std::optional<TaskCounts> m_counts;
    std::optional<Error> m_problem;
};

} // namespace kuaiban::counter
