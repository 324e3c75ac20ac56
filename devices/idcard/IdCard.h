#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace kuaiban::devices {

enum class IdCardKind {
    Resident,      // 居民身份证
    Gat,           // 港澳台居民居住证
    Foreigner2017, // 外国人永久居留身份证, 2017 edition
    Foreigner2023, // 外国人永久居留身份证, 2023 edition
};

enum class IdCardValidity { Valid, NotYetValid, Expired };

// What a card prints in place of its last day when it never expires.
inline constexpr QStringView LongTerm = u"长期";

// What an identity card says about its holder. Codes are texts as the standards print them (GB/T 2261.1, GB/T 3304);
// what a kind of card does not carry stays empty.
struct IdCard
{
    IdCardKind kind = IdCardKind::Resident;
    QString name;
    QString nameEn;
    QString sexCode;       // GB/T 2261.1: 0, 1, 2, 9
    QString ethnicityCode; // GB/T 3304: 01 …; residents only
    QDate birth;
    QString address;
    QString idNo;
    QString authority; // 签发机关; a code on the foreigners' card of 2017
    QDate validFrom;
    std::optional<QDate> validTo; // nothing: 长期
    QByteArray photoWlt;          // as stored on the card; decoding it needs a licensed codec
    QString addedAddress;         // 追加住址
    QString permitNo;             // 通行证号, gat only
    int issueCount = 0;           // 签发次数 or 换证次数; 0: not on this kind of card
    QString nationality;          // GB/T 2659 letters

    // An expired card still reads: what follows from it is for the counter to decide.
    IdCardValidity validityOn(QDate day) const;
    // Whether both are the same piece of plastic; a renewed card of the same person is another one.
    bool isSameCard(const IdCard& other) const;
    friend bool operator==(const IdCard&, const IdCard&) = default;
};

QString idCardKindName(IdCardKind kind);
std::optional<IdCardKind> idCardKindFromName(const QString& name);

} // namespace kuaiban::devices
