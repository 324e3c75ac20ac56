#pragma once

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace kuaiban::casework {

enum class Phase {
    None,        // no event yet
    InProgress,  // 办理中
    Supplement,  // 待补正: the clock stands still until the applicant brings what is missing
    Completed,   // 办结
    Refused,     // 不予通过
    NotAccepted, // 不予受理
    Voided,      // 作废
};

QString phaseName(Phase phase); // in-progress, supplement, …
Phase phaseFromName(const QString& name);
inline bool isClosed(Phase phase)
{
    return phase == Phase::Completed || phase == Phase::Refused || phase == Phase::NotAccepted ||
           phase == Phase::Voided;
}

// A scanned page or a file of a material.
struct Page
{
    QString digest;
    QString media; // image/jpeg, image/png, application/pdf
    int width = 0; // pixels
    int height = 0;
    int dpi = 0;
    qint64 size = 0; // bytes

    QJsonObject toJson() const;
    static Page fromJson(const QJsonObject& json);
    friend bool operator==(const Page&, const Page&) = default;
};

// A material of the case: what the item asks for, or what the clerk named.
struct CaseMaterial
{
    QString id;    // of this case: the item's material id, or a UUID for one that the clerk named
    QString name;  // as shown and printed
    QString form;  // original, copy, electronic
    QString state; // supplied, deferred, committed, shared, reused
    int copies = 1;
    QList<Page> pages;
    QString dueOn;     // deferred: date by which it must come
    bool late = false; // came after a decision

    QJsonObject toJson() const;
    static CaseMaterial fromJson(const QJsonObject& json);
    friend bool operator==(const CaseMaterial&, const CaseMaterial&) = default;
};

enum class TaskState { Open, Claimed, Done, Cancelled };

// One person's piece of work on the case.
struct Task
{
    QString id; // "<step>-<n>", the same on every machine
    QString step;
    TaskState state = TaskState::Open;
    QString holder; // account
    QString holderName;
    qint64 openedAt = 0;
    qint64 claimedAt = 0;
    qint64 doneAt = 0;
    QString dueOn;   // YYYY-MM-DD, empty for none
    QString outcome; // approved, returned, refused, supplement, dispatched, resubmitted
    QString opinion;
    QString to; // returned: the step; dispatched: the department
    friend bool operator==(const Task&, const Task&) = default;
};

// Two people wrote different values into one field while one of them was offline; a person settles it.
struct FieldConflict
{
    QString id;
    QString path;
    QJsonValue base;
    QJsonValue hub;
    QJsonValue client;
    QString command;
    friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

struct Remark
{
    QString by;
    qint64 at = 0;
    QString text;
    friend bool operator==(const Remark&, const Remark&) = default;
};

// A case (办件) with all its tasks: the fold over its events.
struct Case
{
    QString id;
    qint64 version = 0;
    Phase phase = Phase::None;
    QString number;
    QString item;
    int itemRevision = 0;
    QString scenario;
    QString area;
    QString office;
    QString window;
    QString openedBy;
    QString openedByName;
    qint64 openedAt = 0;    // legal time of acceptance
    bool uncertain = false; // 时间存疑, until a supervisor confirms the date
    QString dueOn;
    QString queryCode;   // what the receipt's QR code carries beside the number
    QJsonObject parties; // applicant, subject, agent, collector
    QJsonObject values;
    QJsonObject origins; // where a value came from: card, register, typed, derived
    QList<CaseMaterial> materials;
    QList<Task> tasks;
    QList<FieldConflict> conflicts; // open ones
    QList<Remark> remarks;
    QSet<QString> makers; // accounts that entered data
    QString closingReason;
    qint64 closedAt = 0;

    bool exists() const { return phase != Phase::None; }
    const Task* task(const QString& taskId) const;
    const Task* currentTask() const; // the open or claimed one; null when closed
    QStringList files() const;       // digests of all pages
    QString applicantName() const;
    QString applicantIdNo() const;

    friend bool operator==(const Case&, const Case&) = default;
};

} // namespace kuaiban::casework
