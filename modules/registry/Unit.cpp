#include "Unit.h"

#include "RegistryJson.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

QJsonObject Unit::toJson() const
{
    return {{u"id"_s, id}, {u"creditCode"_s, creditCode}, {u"name"_s, name}, {u"tradeName"_s, tradeName},
        {u"kind"_s, kind}, {u"economy"_s, economy}, {u"area"_s, area}, {u"address"_s, address}, {u"phone"_s, phone},
        {u"legalPerson"_s, legalPerson}, {u"registeredOn"_s, dateText(registeredOn)},
        {u"closedOn"_s, dateText(closedOn)}, {u"version"_s, version}};
}

Result<Unit> Unit::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"unit"_s);
    Unit unit;
    unit.id = reader.text(u"id"_s);
    unit.creditCode = reader.text(u"creditCode"_s);
    unit.name = reader.text(u"name"_s);
    unit.tradeName = reader.textOr(u"tradeName"_s);
    unit.kind = reader.textOr(u"kind"_s);
    unit.economy = reader.textOr(u"economy"_s);
    unit.area = reader.textOr(u"area"_s);
    unit.address = reader.textOr(u"address"_s);
    unit.phone = reader.textOr(u"phone"_s);
    unit.legalPerson = reader.textOr(u"legalPerson"_s);
    unit.registeredOn = dateOr(reader, u"registeredOn"_s);
    unit.closedOn = dateOr(reader, u"closedOn"_s);
    unit.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return unit;
}

} // namespace kuaiban::registry
