#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::casework {

inline Error caseUnknown()
{
    return failure("casework.unknown", Origin::Data);
}

inline Error caseExists()
{
    return failure("casework.exists", Origin::Data);
}

inline Error commandUnknown(const QString& type)
{
    return failure("casework.command", Origin::Data, type);
}

inline Error rightMissing(const QString& right)
{
    return failure("casework.right", Origin::User, right).with(QStringLiteral("right"), right);
}

// The right was held once but no longer at the time of the act: a supervisor admits or refuses the work.
inline Error rightWithdrawn()
{
    return failure("casework.right-withdrawn", Origin::User);
}

// Whoever holds the task was heard of lately enough.
inline Error leaseRuns(const QString& holder)
{
    return failure("casework.lease-runs", Origin::Data).with(QStringLiteral("holder"), holder);
}

// A supervisor did not let held work count.
inline Error workRefused(const QString& by, const QString& reason)
{
    return failure("casework.work-refused", Origin::User)
        .with(QStringLiteral("by"), by)
        .with(QStringLiteral("reason"), reason);
}

// Whoever did it took it back before anybody ruled on it.
inline Error workWithdrawn()
{
    return failure("casework.work-withdrawn", Origin::User);
}

inline Error caseNumberWrong(const QString& number)
{
    return failure("casework.number", Origin::Data, number).with(QStringLiteral("number"), number);
}

inline Error caseNumberTaken(const QString& number)
{
    return failure("casework.number-taken", Origin::Data, number).with(QStringLiteral("number"), number);
}

// The number of the queue system is not one line of at most so many characters.
inline Error ticketMalformed(int longest)
{
    return failure("casework.ticket", Origin::Data).with(QStringLiteral("longest"), static_cast<qint64>(longest));
}

inline Error applicantMissing()
{
    return failure("casework.applicant", Origin::User);
}

// A typed identity carries no reason (未带卡, 消磁 …).
inline Error typedIdentityReason()
{
    return failure("casework.typed-reason", Origin::User);
}

inline Error typedIdentityProof()
{
    return failure("casework.typed-proof", Origin::User);
}

inline Error partyRoleUnknown(const QString& role)
{
    return failure("casework.party-role", Origin::Data, role).with(QStringLiteral("role"), role);
}

inline Error relationMissing()
{
    return failure("casework.relation", Origin::User);
}

// An agent who does not act by law shows no power of attorney (委托书).
inline Error authorityMissing()
{
    return failure("casework.authority", Origin::User);
}

inline Error materialMissing(const QString& nameZh, const QString& nameEn)
{
    return failure("casework.material-missing", Origin::User)
        .with(QStringLiteral("material"), nameZh)
        .with(QStringLiteral("materialEn"), nameEn);
}

inline Error materialUnknown()
{
    return failure("casework.material-unknown", Origin::Data);
}

inline Error caseClosed()
{
    return failure("casework.closed", Origin::User);
}

inline Error taskUnknown()
{
    return failure("casework.task", Origin::Data);
}

inline Error taskTaken(const QString& holder)
{
    return failure("casework.task-taken", Origin::User).with(QStringLiteral("holder"), holder);
}

inline Error notHolder()
{
    return failure("casework.not-holder", Origin::User);
}

inline Error makerChecks()
{
    return failure("casework.maker-checks", Origin::User);
}

// A newer program wrote of this case what this one does not understand.
inline Error programOlder()
{
    return failure("casework.program-older", Origin::Machine);
}

inline Error wrongStep()
{
    return failure("casework.wrong-step", Origin::User);
}

inline Error opinionMissing()
{
    return failure("casework.opinion", Origin::User);
}

inline Error filesPending(qsizetype count)
{
    return failure("casework.files-pending", Origin::Network).with(QStringLiteral("count"), static_cast<qint64>(count));
}

inline Error timeUncertain()
{
    return failure("casework.time-uncertain", Origin::User);
}

inline Error conflictOpen(const QString& path, const QString& labelZh, const QString& labelEn)
{
    return failure("casework.conflict-open", Origin::User, path)
        .with(QStringLiteral("path"), path)
        .with(QStringLiteral("field"), labelZh)
        .with(QStringLiteral("fieldEn"), labelEn);
}

inline Error numbersExhausted(const QString& area)
{
    return failure("casework.numbers-exhausted", Origin::Hub).with(QStringLiteral("area"), area);
}

inline Error departmentMissing()
{
    return failure("casework.department", Origin::User);
}

inline Error reasonMissing()
{
    return failure("casework.reason", Origin::User);
}

// The item knows several scenarios (情形) and the case names none of them.
inline Error scenarioUnknown()
{
    return failure("casework.scenario", Origin::User);
}

// A value that the item marks as binding came out otherwise on the hub than the clerk saw it.
inline Error factsDiffer(
    const QString& path, const QString& labelZh, const QString& labelEn, const QString& seen, const QString& derived)
{
    return failure("casework.facts-differ", Origin::Data, path)
        .with(QStringLiteral("path"), path)
        .with(QStringLiteral("field"), labelZh)
        .with(QStringLiteral("fieldEn"), labelEn)
        .with(QStringLiteral("seen"), seen)
        .with(QStringLiteral("derived"), derived);
}

// A material that may come later (容缺) needs a date within the days that the item gives.
inline Error deferredTooLong(const QString& nameZh, const QString& nameEn, int days)
{
    return failure("casework.deferred", Origin::User)
        .with(QStringLiteral("material"), nameZh)
        .with(QStringLiteral("materialEn"), nameEn)
        .with(QStringLiteral("days"), static_cast<qint64>(days));
}

// The register does not take what an effect of the item would write.
inline Error effectUnfit(const QString& table, const QString& detail)
{
    return failure("casework.effect", Origin::Data, table + QStringLiteral(": ") + detail)
        .with(QStringLiteral("table"), table);
}

// An incomplete case must say what it still needs.
inline Error nothingAskedFor()
{
    return failure("casework.missing", Origin::User);
}

inline Error deadlineWrong()
{
    return failure("casework.deadline", Origin::User);
}

inline Error refusalReasonMissing()
{
    return failure("casework.refusal-reason", Origin::User);
}

// Not accepted for want of materials, though nothing was asked for or the time to bring it is not over.
inline Error supplementNotOverdue(const QString& deadline)
{
    return failure("casework.not-overdue", Origin::User).with(QStringLiteral("deadline"), deadline);
}

inline Error colleagueMissing()
{
    return failure("casework.colleague", Origin::User);
}

inline Error colleagueRight(const QString& right)
{
    return failure("casework.colleague-right", Origin::User, right).with(QStringLiteral("right"), right);
}

// The task is a check, and the colleague entered data of this case.
inline Error colleagueIsMaker()
{
    return failure("casework.colleague-maker", Origin::User);
}

// 疑似重复: another open case has the same person and item.
inline Error duplicateOpen()
{
    return failure("casework.duplicate", Origin::User);
}

// To be merged, but nothing says that it is a duplicate any more.
inline Error notDuplicate()
{
    return failure("casework.not-duplicate", Origin::User);
}

// The case that was there first has come to its end meanwhile, or is about somebody else.
inline Error nothingToMergeInto()
{
    return failure("casework.nothing-to-merge-into", Origin::User);
}

inline Error nothingToCollect()
{
    return failure("casework.nothing-to-collect", Origin::User);
}

// A card with that number was made before.
inline Error cardNumberTaken()
{
    return failure("casework.card-taken", Origin::User);
}

inline Error papersMissing()
{
    return failure("casework.papers", Origin::User);
}

inline Error alreadyCollected(const QString& byName)
{
    return failure("casework.collected", Origin::User).with(QStringLiteral("by"), byName);
}

// A grade, a way or a reason that does not exist, or one that does not go with the grade.
inline Error evaluationMalformed(const QString& what)
{
    return failure("casework.evaluation", Origin::Data, what);
}

inline Error evaluationText(int longest)
{
    return failure("casework.evaluation-text", Origin::User)
        .with(QStringLiteral("longest"), static_cast<qint64>(longest));
}

// 一事一评: once in each phase of a case.
inline Error alreadyEvaluated()
{
    return failure("casework.evaluated", Origin::User);
}

// Only who served the citizen at the window brings his word.
inline Error citizenNotServed()
{
    return failure("casework.not-served", Origin::User);
}

} // namespace kuaiban::casework
