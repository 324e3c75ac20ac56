#pragma once

#include "modules/identity/Posts.h"
#include "modules/store/Connection.h"

namespace kuaiban::casework {

// One line of a list of cases or of a queue, as the hub answers it.
struct CaseRow
{
    QString stream;
    QString number;
    QString item;
    int revision = 0;
    QString phase;
    QString step;
    QString applicant;
    QString idNo;
    QString office;
    QString window;
    QString openedByName;
    qint64 openedAt = 0;
    QString dueOn;
    QString outcome; // of the last task that was done
    bool uncertain = false;
    qint64 changedAt = 0;
    QString supplementDue; // while it waits for the applicant
    bool collected = false;
    QString duplicateOf; // 疑似重复: stream of the earlier case, until it is released
    QString ticket;      // 排队号, if the window has a queue system
    // In a queue only:
    QString task;
    QString holder;
    QString holderName;
    qint64 taskOpenedAt = 0;

    QJsonObject toJson() const;
    static CaseRow fromJson(const QJsonObject& json);
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

struct QueueFilter
{
    bool mine = false;        // only tasks that I hold; otherwise also open ones that I could take
    bool held = false;        // instead: tasks that colleagues hold and I supervise
    QString text;             // part of a name, an ID number or a case number
    qint64 afterOpenedAt = 0; // keyset: the last row of the page before
    QString afterStream;
    int limit = 50;
};

struct CaseFilter
{
    QString openedBy;          // account, or empty for all that the reader may see
    QString phase;             // or empty
    QString text;              // part of a name, an ID number or a case number
    qint64 beforeOpenedAt = 0; // keyset, newest first; 0 starts
    QString beforeStream;
    int limit = 50;
};

// Lists of cases on the hub. Rights are applied here: only areas and items that the grants cover at the time `nowMs`.
// Any window may go on with what it is shown the number of: who may open cases finds, by a whole case number or a whole
// ID number, also cases of other windows that wait for the applicant or for somebody to collect the result.
class CaseQueries
{
public:
    CaseQueries(store::Connection& connection, const identity::Posts& posts)
        : m_connection(connection)
        , m_posts(posts)
    {}

    Result<QList<CaseRow>> queue(
        const QString& account, const QList<identity::Grant>& grants, const QueueFilter& filter, qint64 nowMs) const;
    Result<QList<CaseRow>> cases(
        const QString& account, const QList<identity::Grant>& grants, const CaseFilter& filter, qint64 nowMs) const;
    // All that concern the person, the newest first, whoever may read them; `onlyOpen`: not ended yet.
    Result<QList<CaseRow>> ofPerson(const QString& idNo, bool onlyOpen, int limit) const;
    // Whether the account may open the case: it entered it, holds or held a task on it, may search or decide there, or
    // may open cases there and this one waits for the applicant or for its collection.
    Result<bool> mayRead(
        const QString& account, const QList<identity::Grant>& grants, const QString& stream, qint64 nowMs) const;

private:
    store::Connection& m_connection;
    const identity::Posts& m_posts;
};

} // namespace kuaiban::casework
