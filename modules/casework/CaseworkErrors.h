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

inline Error caseNumberWrong(const QString& number)
{
    return failure("casework.number", Origin::Data, number).with(QStringLiteral("number"), number);
}

inline Error caseNumberTaken(const QString& number)
{
    return failure("casework.number-taken", Origin::Data, number).with(QStringLiteral("number"), number);
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

} // namespace kuaiban::casework
