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
    Merged,      // 并案: goes on as the earlier case of the same person and matter
};

QString phaseName(Phase phase); // in-progress, supplement, …
Phase phaseFromName(const QString& name);
inline bool isClosed(Phase phase)
{
    return phase == Phase::Completed || phase == Phase::Refused || phase == Phase::NotAccepted ||
           phase == Phase::Voided || phase == Phase::Merged;
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
    QString dueOn;    // YYYY-MM-DD, empty for none
    qint64 dueAt = 0; // UTC milliseconds, for what is done while people wait; 0 for none
    QString outcome;  // approved, handled, returned, refused, supplement, dispatched, resubmitted
    QString opinion;
    QString to;          // returned: the step; dispatched: the department
    QString givenBy;     // name of who handed or transferred it to the holder last; empty when it was claimed
    QString givenReason; // and why
    QString lapsedFrom;  // name of who had it last and was not heard of, so that it went back to the queue
    qint64 heardAt = 0;  // of whom the hub heard last then
    friend bool operator==(const Task&, const Task&) = default;
};

// One thing that an incomplete case still needs.
struct MissingThing
{
    QString material; // id of the item's material; empty for anything else
    QString name;     // as printed on the notice
    QString reason;

    QJsonObject toJson() const;
    static MissingThing fromJson(const QJsonObject& json);
    friend bool operator==(const MissingThing&, const MissingThing&) = default;
};

// What the applicant was told to bring (一次性告知, 补正), the last time. Nothing missing: was never asked.
struct Supplement
{
    QList<MissingThing> missing;
    QString deadline; // YYYY-MM-DD; empty in cases of the first release
    QString byName;
    qint64 at = 0;
    QString opinion;
    friend bool operator==(const Supplement&, const Supplement&) = default;
};

// What the applicant put his name to on the screen when the case was taken (业务办理确认单).
struct Confirmation
{
    QList<Page> signature;   // none: he signs on paper, or is not asked to
    bool isOutdated = false; // something of what he was shown was changed since
    friend bool operator==(const Confirmation&, const Confirmation&) = default;
};

// The result was handed out (领取).
struct Collection
{
    QJsonObject collector; // a party
    qint64 at = 0;         // 0: not collected yet
    QString byName;
    QStringList papers;
    QList<Page> signature;
    friend bool operator==(const Collection&, const Collection&) = default;
};

// Work that counts because a supervisor let it, although the right of whoever did it had been withdrawn.
struct Admission
{
    QString byName;
    QString ofName; // who did it
    qint64 at = 0;
    friend bool operator==(const Admission&, const Admission&) = default;
};

// Another case of the same person and matter that goes on as this one; its number leads here as well.
struct MergedCase
{
    QString stream;
    QString number;
    QString byName;
    qint64 at = 0;
    friend bool operator==(const MergedCase&, const MergedCase&) = default;
};

// What a citizen thought of the service (好差评). It never weighs on the case.
struct Evaluation
{
    Phase phase = Phase::None; // of the case when he was asked; once in each
    int grade = 0;             // 5 very satisfied (非常满意) … 1 very dissatisfied (非常不满意)
    QStringList reasons;       // codes of evaluation-reason
    QString text;              // his own words
    QString via;               // keypad, screen
    qint64 at = 0;
    QString byName; // whose service it was
    friend bool operator==(const Evaluation&, const Evaluation&) = default;
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

// A derived value that came out otherwise on the hub than the clerk saw it (FactsDiffer).
struct Difference
{
    QString path;
    QJsonValue client;
    QJsonValue hub; // null: it has none
    friend bool operator==(const Difference&, const Difference&) = default;
};

// A paper of the case came out of a printer (打印记录); another copy of one that did before bears a mark (补打).
struct Print
{
    QString paper; // id of the template
    QString name;  // as printed
    qint64 at = 0;
    QString byName;
    bool isCopy = false;
    int copies = 1; // at once
    friend bool operator==(const Print&, const Print&) = default;
};

// What completion changed in a register; `detail` names table, row and the values, as recorded.
struct Effect
{
    QString id; // of the item's effect
    qint64 at = 0;
    QJsonObject detail;
    friend bool operator==(const Effect&, const Effect&) = default;
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
    QString ticket; // 排队号: the number of who stood at the window, as the queue system gave it; empty without one
    QString openedBy;
    QString openedByName;
    qint64 openedAt = 0;    // legal time of acceptance
    bool uncertain = false; // 时间存疑, until a supervisor confirms the date
    QString dueOn;
    QString queryCode;   // what the receipt's QR code carries beside the number
    QJsonObject parties; // applicant, subject, agent, collector: Parties.h
    QJsonObject values;
    QJsonObject origins; // where a value came from: card, register, typed, derived
    // What the decision to open it was based on, kept so that neither replay nor a later edit needs the register of
    // that day: what the card said, what the register knew of the subject (registry::formFacts), and which revisions
    // of the published parameters calculate (key → revision).
    QJsonObject card;
    QJsonObject registered;
    QJsonObject parameters;
    QList<Difference> differences; // of derived values, as the hub found them at opening
    QList<CaseMaterial> materials;
    Confirmation confirmation;
    QList<Task> tasks;
    QList<FieldConflict> conflicts; // open ones
    QList<Remark> remarks;
    QSet<QString> makers; // accounts that entered data
    Supplement supplement;
    QString duplicateOf; // 疑似重复: stream of the earlier open case, until a supervisor releases this one
    QString mergedInto;  // merged: stream of the case it goes on as, and its number
    QString mergedNumber;
    QList<MergedCase> merged; // those that go on as this one
    QString closingReason;    // in words
    QString refusalReason;    // not accepted: code of refusal-reason
    QString refusalOrgan;     // not accepted: where the applicant may turn instead
    QString closedByName;     // not accepted or voided
    qint64 closedAt = 0;
    Collection collection;
    QList<Evaluation> evaluations; // at most one a phase; no page shows them to who works on the case
    QList<Print> prints;
    QList<Effect> effects; // what completion did to the registers
    QList<Admission> admissions;
    bool isBeyond = false; // a newer program wrote of it what this one does not understand

    bool exists() const { return phase != Phase::None; }
    const Task* task(const QString& taskId) const;
    const Task* currentTask() const; // the open or claimed one; null when closed
    // The task a window held last: where a case goes that comes back from a check. Null when no window held one.
    const Task* lastTaskOf(const QString& step) const;
    // Digests of all pages: of the materials, of the parties (proof of a typed identity, authority of an agent) and of
    // the signatures, at the confirmation and at collection.
    QStringList files() const;
    // Whether that paper came out since `since`, so that the next one is a further copy.
    bool wasPrinted(const QString& paper, qint64 since = 0) const;
    QString applicantName() const;
    QString applicantIdNo() const;

    friend bool operator==(const Case&, const Case&) = default;
};

} // namespace kuaiban::casework
