#include "Person.h"

#include "modules/base/ObjectReader.h"
#include "modules/codes/Mask.h"
#include "RegistryJson.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

// 辽宁省丹东市振兴区永昌街道… → 辽宁省丹东市振兴区***; the whole when no county is named.
QString maskAddress(const QString& address)
{
    qsizetype kept = 0;
    for (const QChar mark : {u'省', u'州', u'市', u'县', u'区', u'旗'})
        kept = qMax(kept, address.left(20).lastIndexOf(mark) + 1);
    return address.isEmpty() ? address : address.first(kept) + "***"_L1;
}

} // namespace

QJsonObject Person::toJson() const
{
    return {{u"id"_s, id}, {u"idKind"_s, idKind}, {u"idNo"_s, idNo}, {u"name"_s, name}, {u"sex"_s, sex},
        {u"ethnicity"_s, ethnicity}, {u"nationality"_s, nationality}, {u"birth"_s, dateText(birth)},
        {u"address"_s, address}, {u"area"_s, area}, {u"phone"_s, phone}, {u"householdKind"_s, householdKind},
        {u"education"_s, education}, {u"marital"_s, marital}, {u"employment"_s, employment}, {u"vital"_s, vital},
        {u"diedOn"_s, dateText(diedOn)}, {u"household"_s, household}, {u"version"_s, version}};
}

Result<Person> Person::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"person"_s);
    Person person;
    person.id = reader.text(u"id"_s);
    person.idKind = reader.text(u"idKind"_s);
    person.idNo = reader.text(u"idNo"_s);
    person.name = reader.text(u"name"_s);
    person.sex = reader.textOr(u"sex"_s);
    person.ethnicity = reader.textOr(u"ethnicity"_s);
    person.nationality = reader.textOr(u"nationality"_s);
    person.birth = dateOr(reader, u"birth"_s);
    person.address = reader.textOr(u"address"_s);
    person.area = reader.textOr(u"area"_s);
    person.phone = reader.textOr(u"phone"_s);
    person.householdKind = reader.textOr(u"householdKind"_s);
    person.education = reader.textOr(u"education"_s);
    person.marital = reader.textOr(u"marital"_s);
    person.employment = reader.textOr(u"employment"_s);
    person.vital = reader.textOr(u"vital"_s, person.vital);
    person.diedOn = dateOr(reader, u"diedOn"_s);
    person.household = reader.textOr(u"household"_s);
    person.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return person;
}

Person masked(const Person& person)
{
    Person copy = person;
    copy.name = codes::maskName(person.name);
    copy.idNo = codes::maskIdNumber(person.idNo);
    copy.phone = codes::maskPhone(person.phone);
    copy.address = maskAddress(person.address);
    return copy;
}

} // namespace kuaiban::registry
