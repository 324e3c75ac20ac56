#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::registry {

// A natural person as the register knows them. Codes by the tables of LD/T 92 and GB named beside each.
struct Person
{
    QString id;                            // UUIDv7
    QString idKind = QStringLiteral("01"); // AAC058 证件类型
    QString idNo;                          // 证件号码, unique
    QString name;
    QString sex;                                 // AAC004
    QString ethnicity;                           // AAC005; empty for foreigners
    QString nationality = QStringLiteral("CHN"); // AAC161
    QDate birth;
    QString address; // 户籍或居住地址
    QString area;    // code of the village or the smallest area known
    QString phone;
    QString householdKind;               // AAC009 户口性质
    QString education;                   // AAC011
    QString marital;                     // AAC017
    QString employment;                  // employment-state 就业状态
    QString vital = QStringLiteral("1"); // AAC060 生存状态
    QDate diedOn;
    QString household;  // id of the household, empty for none
    qint64 version = 0; // of the row; 0 before it is stored

    bool isDead() const { return vital == QLatin1StringView("2"); }

    QJsonObject toJson() const;
    static Result<Person> fromJson(const QJsonObject& json);
    friend bool operator==(const Person&, const Person&) = default;
};

// The person as it may be shown where the full values are not needed: name, number, phone and the address below the
// street are hidden, the phone number's ends and the shape of the name stay. Area, birth year and codes stay.
Person masked(const Person& person);

} // namespace kuaiban::registry
