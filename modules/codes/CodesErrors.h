#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::codes {

// Numbers of people, units and accounts are personal data: an error says how many characters there are or which
// position is wrong (counted from 1), never what stands there.
inline Error withActual(const Error& error, qsizetype actual)
{
    using namespace Qt::StringLiterals;
    return error.with(u"actual"_s, actual);
}

inline Error withPosition(const Error& error, qsizetype position)
{
    using namespace Qt::StringLiterals;
    return error.with(u"position"_s, position);
}

// --- data that is shipped ---

inline Error tableBroken(const QString& file, const QString& place, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("codes.table", Origin::Data, "%1 %2: %3"_L1.arg(file, place, rule))
        .with(u"file"_s, file)
        .with(u"place"_s, place)
        .with(u"rule"_s, rule);
}

inline Error tableTwice(const QString& id)
{
    using namespace Qt::StringLiterals;
    return failure("codes.table-twice", Origin::Data, id).with(u"id"_s, id);
}

inline Error unreadable(const QString& file)
{
    using namespace Qt::StringLiterals;
    return failure("codes.unreadable", Origin::Machine, file).with(u"file"_s, file);
}

inline Error calendarBroken(const QString& place, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("codes.calendar", Origin::Data, "%1: %2"_L1.arg(place, rule))
        .with(u"place"_s, place)
        .with(u"rule"_s, rule);
}

inline Error areasBroken(qsizetype line, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("codes.areas", Origin::Data, "line %1: %2"_L1.arg(QString::number(line), rule))
        .with(u"line"_s, line)
        .with(u"rule"_s, rule);
}

inline Error pinyinBroken(qsizetype line, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("codes.pinyin", Origin::Data, "line %1: %2"_L1.arg(QString::number(line), rule))
        .with(u"line"_s, line)
        .with(u"rule"_s, rule);
}

inline Error checkUnknown(const QString& name)
{
    using namespace Qt::StringLiterals;
    return failure("codes.check-unknown", Origin::Data, name).with(u"name"_s, name);
}

// --- citizen identity number, residence permit ---

inline Error idLength(qsizetype actual, int expected)
{
    using namespace Qt::StringLiterals;
    return withActual(failure("codes.id-length", Origin::User), actual).with(u"expected"_s, expected);
}

inline Error idOld15()
{
    return failure("codes.id15", Origin::User);
}

inline Error idCharacters(qsizetype position)
{
    return withPosition(failure("codes.id-characters", Origin::User), position);
}

inline Error idRegion()
{
    return failure("codes.id-region", Origin::User);
}

inline Error idBirth()
{
    return failure("codes.id-birth", Origin::User);
}

inline Error idFuture()
{
    return failure("codes.id-future", Origin::User);
}

inline Error idCheck()
{
    return failure("codes.id-check", Origin::User);
}

inline Error permitRegion()
{
    return failure("codes.permit-region", Origin::User);
}

// --- foreigner's permanent residence card ---

inline Error foreignerLength(qsizetype actual)
{
    return withActual(failure("codes.foreigner-length", Origin::User), actual);
}

inline Error foreignerCharacters(qsizetype position)
{
    return withPosition(failure("codes.foreigner-characters", Origin::User), position);
}

inline Error foreignerStart()
{
    return failure("codes.foreigner-start", Origin::User);
}

inline Error foreignerNationality()
{
    return failure("codes.foreigner-nationality", Origin::User);
}

inline Error foreignerBirth()
{
    return failure("codes.foreigner-birth", Origin::User);
}

inline Error foreignerCheck()
{
    return failure("codes.foreigner-check", Origin::User);
}

inline Error foreignerOldCheck()
{
    return failure("codes.foreigner15-check", Origin::User);
}

// --- unified social credit code, organisation code ---

inline Error creditLength(qsizetype actual)
{
    return withActual(failure("codes.credit-length", Origin::User), actual);
}

inline Error creditCharacters(qsizetype position)
{
    return withPosition(failure("codes.credit-characters", Origin::User), position);
}

inline Error creditRegion()
{
    return failure("codes.credit-region", Origin::User);
}

inline Error creditCheck()
{
    return failure("codes.credit-check", Origin::User);
}

inline Error organisationLength(qsizetype actual)
{
    return withActual(failure("codes.organisation-length", Origin::User), actual);
}

inline Error organisationCharacters(qsizetype position)
{
    return withPosition(failure("codes.organisation-characters", Origin::User), position);
}

inline Error organisationCheck()
{
    return failure("codes.organisation-check", Origin::User);
}

// --- bank account, mobile phone, social security card ---

inline Error bankLength(qsizetype actual)
{
    return withActual(failure("codes.bank-length", Origin::User), actual);
}

inline Error bankCharacters(qsizetype position)
{
    return withPosition(failure("codes.bank-characters", Origin::User), position);
}

inline Error bankCheck()
{
    return failure("codes.bank-check", Origin::User);
}

inline Error mobileLength(qsizetype actual)
{
    return withActual(failure("codes.mobile-length", Origin::User), actual);
}

inline Error mobileCharacters(qsizetype position)
{
    return withPosition(failure("codes.mobile-characters", Origin::User), position);
}

inline Error mobileStart()
{
    return failure("codes.mobile-start", Origin::User);
}

inline Error cardLength(qsizetype actual)
{
    return withActual(failure("codes.card-length", Origin::User), actual);
}

inline Error cardCharacters(qsizetype position)
{
    return withPosition(failure("codes.card-characters", Origin::User), position);
}

} // namespace kuaiban::codes
